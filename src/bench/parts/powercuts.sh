#!/usr/bin/env bash
# Simulated power cuts while three recordings come in, by seed: is everything there that was acknowledged? And is a loss found where forces are left out? Needs a C compiler.
#
#   src/bench/parts/powercuts.sh [CUTS [SEED]]      (default 200 5; through all.sh: CUTS=50 SEED=6 src/bench/all.sh powercuts)
source "$(dirname "$0")/../lib.sh"
cuts=${1:-${CUTS:-200}} seed=${2:-${SEED:-5}}
command -v cc >/dev/null || { echo "No C compiler (cc): install gcc and libc6-dev." >&2; exit 1; }
rm -rf "$out" && mkdir -p "$out"
durability PowerCuts "$jar" "$out" "$cuts" "$seed" > "$out/results" || broken=1
while IFS=$'\t' read -r what one two three four five; do
    if [ "$what" = cuts ]; then
        row "of $one simulated power cuts, seed $seed, those after which a promise was broken ($three pieces acknowledged, $four changes of files, $five s)" "$two" 0
    else
        row "the same with $what left out: cuts after which a loss was found" "$one of $two" "above 0"
    fi
done < "$out/results"
[ -z "${broken:-}" ]
