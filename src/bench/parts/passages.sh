#!/usr/bin/env bash
# The passages page with 300 tags in each of 50 sessions of one assessor, on the real server and in Chromium: what the list costs to ask for, how long the page takes to be
# ready and to show what a filter leaves, frames while passages are played one after the other. It needs Node and Chromium.
source "$(dirname "$0")/../lib.sh"
cd "$root/web"
COLLOQUY_JAVA=$java BENCH_ROWS=$out/rows.tsv npx playwright test -c tests/bench/playwright.config.ts passages >&2
cat "$out/rows.tsv"
