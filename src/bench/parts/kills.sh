#!/usr/bin/env bash
# Random kills of the server while three recordings come in, by seed: is everything there that was acknowledged? 1,000 of them take about an hour.
#
#   src/bench/parts/kills.sh [KILLS [SEED]]      (default 1000 5; through all.sh: KILLS=100 SEED=6 src/bench/all.sh kills)
#
# In runs of 250, each with a data folder of its own and the next seed; what is wrong is said on standard error, and a folder with something wrong is kept.
source "$(dirname "$0")/../lib.sh"
source "$root/src/bench/watch.sh"
kills=${1:-${KILLS:-1000}} seed=${2:-${SEED:-5}} first=$seed
rm -rf "$out" && mkdir -p "$out"
for ((left = kills; left > 0; left -= 250, seed++)); do
    count=$((left < 250 ? left : 250))
    durability Kills "$jar" "$out/$seed" "$count" "$seed" >> "$out/results" || echo "seed $seed: a promise was broken" >&2
    ! tail -n 1 "$out/results" | awk -F '\t' '{ exit $2 != 0 }' || rm -rf "${out:?}/$seed/data"
done
awk -F '\t' '
    function row(what, figure, aim) { printf "%s\t%s\t%s\t\t\t\n", what, figure, aim }
    { kills += $1; wrong += $2; recordings += $3; pieces += $4; bytes += $5; hashed += $6; seconds += $7; wall += $8
      any += $9; start += $10; begin += $11; close_ += $12; prepare += $13 }
    END {
        row(sprintf("promises broken in %d random kills, seeds %d to %d (%d at any moment, %d while the server started, %d as a recording was begun, %d as one was closed, %d while one was prepared)",
            kills, first, first + NR - 1, any, start, begin, close_, prepare), wrong, 0)
        row(sprintf("recordings stored bit-identical to what was sent and decoded to their end (%.0f minutes of sound), of %d", seconds / 60, recordings), wrong == 0 ? recordings : "not all", recordings)
        row(sprintf("pieces acknowledged (%.0f MB); pieces hashed again after starts", bytes / 1e6), pieces "; " hashed, "")
        row("seconds for each kill with the start and the check after it", sprintf("%.1f", wall / kills), "")
    }' first="$first" "$out/results"
[ "$(awk -F '\t' '{ n += $1; w += $2 } END { print (w == 0 ? n : -1) }' "$out/results")" = "$kills" ]
