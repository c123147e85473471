#!/usr/bin/env bash
# Runs the benchmarks of transcripts and writes their table to src/bench/RESULTS.md.
#
#   src/bench/all.sh [PART ...]        parts: the names in src/bench/parts, without .sh; all of them where none is named (then the file is written)
#
# Needs what building needs, python3 with venv, and for the parts' own needs see src/bench/README.md. Best on a machine that does nothing else.
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -q -B --no-transfer-progress -DskipTests package >&2
src/bench/peers.sh

parts=("$@")
[ ${#parts[@]} -gt 0 ] || for part in src/bench/parts/*.sh; do parts+=("$(basename "$part" .sh)"); done
table=target/bench/table.tsv
: > "$table"
failed=()
for part in "${parts[@]}"; do
    echo "== $part" >&2
    begun=$SECONDS
    printf '#%s\n' "$part" >> "$table"
    "src/bench/parts/$part.sh" >> "$table" || failed+=("$part")
    echo "== $part took $((SECONDS - begun)) s" >&2
done

page() {
    echo "# Results of the last run"
    echo
    echo "$(date '+%d %b %Y'), $(nproc) cores ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)), $(awk '/^MemTotal/ {printf "%.0f GB", $2 / 1048576}' /proc/meminfo), commit $(git rev-parse --short HEAD)$(git diff --quiet HEAD || echo ' and uncommitted changes')."
    echo "Made by \`src/bench/all.sh\`; [README.md](README.md) says what each figure is. A ratio above 1 speaks for Colloquy."
    [ ${#failed[@]} -eq 0 ] || printf '\n**Failed: %s**\n' "${failed[*]}"
    awk -F '\t' '
        /^#/ { printf "\n## %s\n\n| what | Colloquy | aim | peer | its figure | ratio |\n|---|---|---|---|---|---|\n", substr($0, 2); next }
        { printf "| %s | %s | %s | %s | %s | %s |\n", $1, $2, $3, $4, $5, $6 }' "$table"
}
if [ $# -eq 0 ]; then page > src/bench/RESULTS.md; fi
page
[ ${#failed[@]} -eq 0 ]
