#!/usr/bin/env bash
# Runs the benchmarks of transcripts and writes their table to src/bench/RESULTS.md.
#
#   src/bench/all.sh [PART ...]        parts: the names in src/bench/parts, without .sh; all of them where none is named
#   src/bench/all.sh --table           measures nothing, writes the table of the rows that are kept
#
# Each part's rows are kept in target/bench/rows with the commit they were made from, so that one part can be run again; the table is written
# when every part has rows. Needs what building needs, python3 with venv, and for the parts' own needs see src/bench/README.md. Best on a
# machine that does nothing else.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "${1:-}" = --table ] || mvn -q -B --no-transfer-progress -DskipTests package >&2

parts=() every=()
for part in src/bench/parts/*.sh; do every+=("$(basename "$part" .sh)"); done
case ${1:-} in
    "") parts=("${every[@]}") ;;
    --table) parts=() ;;
    *) parts=("$@") ;;
esac
# The peers' environment is large: only for parts that call it.
for part in "${parts[@]}"; do
    if grep -qE '\bpeer |\$peers' "src/bench/parts/$part.sh"; then
        src/bench/peers.sh
        break
    fi
done
rows=target/bench/rows
mkdir -p "$rows"
failed=()
for part in "${parts[@]}"; do
    echo "== $part" >&2
    begun=$SECONDS
    if "src/bench/parts/$part.sh" > "$rows/$part.new"; then
        {
            printf '#%s\t%s, commit %s%s, %d s\n' "$part" "$(date '+%d %b %Y')" "$(git rev-parse --short HEAD)" \
                "$(git diff --quiet HEAD || echo ' with changes')" $((SECONDS - begun))
            cat "$rows/$part.new"
        } > "$rows/$part.tsv"
    else
        failed+=("$part")
    fi
    rm "$rows/$part.new"
    echo "== $part took $((SECONDS - begun)) s" >&2
done

page() {
    echo "# Results of the last run"
    echo
    echo "$(nproc) cores ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)), $(awk '/^MemTotal/ {printf "%.0f GB", $2 / 1048576}' /proc/meminfo)."
    echo "Made by \`src/bench/all.sh\`; [README.md](README.md) says what each figure is. Each part says when and from which commit. A ratio above 1 speaks for Colloquy."
    awk -F '\t' '
        /^#/ { printf "\n## %s\n\n%s.\n\n| what | Colloquy | aim | peer | its figure | ratio |\n|---|---|---|---|---|---|\n", substr($1, 2), $2; next }
        { printf "| %s | %s | %s | %s | %s | %s |\n", $1, $2, $3, $4, $5, $6 }' "$@"
}
printed=()
for part in "${parts[@]}"; do [ ! -f "$rows/$part.tsv" ] || printed+=("$rows/$part.tsv"); done
[ ${#printed[@]} -eq 0 ] || page "${printed[@]}"
missing=()
for part in "${every[@]}"; do [ -f "$rows/$part.tsv" ] || missing+=("$part"); done
if [ ${#missing[@]} -eq 0 ]; then
    page $(printf "$rows/%s.tsv " "${every[@]}") > src/bench/RESULTS.md
else
    echo "src/bench/RESULTS.md is not written: no rows yet of ${missing[*]}" >&2
fi
[ ${#failed[@]} -eq 0 ] || { echo "failed: ${failed[*]}" >&2; exit 1; }
