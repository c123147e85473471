#!/usr/bin/env bash
# The workspace in Chromium with made-up discussions of 1, 2 and 3 hours and of 40,000 words: from the arrival of the transcript until all of its words are drawn, what a
# key costs, frames while a turn is typed into and the sound plays. Beside it the same words as plain paragraphs, in the same run. It needs Node and Chromium and no server.
source "$(dirname "$0")/../lib.sh"
cd "$root/web"
npx vite build --outDir "$out/web" --sourcemap false >&2
BENCH_WEB=$out/web BENCH_ROWS=$out/rows.tsv npx playwright test -c tests/bench/playwright.config.ts workspace >&2
cat "$out/rows.tsv"
