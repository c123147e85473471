#!/usr/bin/env bash
# A recording of two hours over a network that resets, cuts, loses, refuses 30 % of all requests and delays others, by seed; the same over the same network to a server of tus from npm. Needs node and npm.
#
#   src/bench/parts/network.sh [MINUTES [SEED [SPEED]]]      (default 120 5 40: forty times faster than it was spoken)
source "$(dirname "$0")/../lib.sh"
source "$root/src/bench/watch.sh"
minutes=${1:-${MINUTES:-120}} seed=${2:-${SEED:-5}} speed=${3:-40} share=0.3
mkdir -p "$out/tus"
rm -rf "$out"/data "$out"/tus-*
cp "$root"/src/bench/durability/* "$out/tus/"
(cd "$out/tus" && npm install --no-audit --no-fund --no-save --prefix . @tus/server@2.4.5 @tus/file-store@2.1.1 tus-js-client@4.3.1) >&2
(cd "$root/web" && { [ -d node_modules/fake-indexeddb ] || npm ci --no-audit --no-fund; } && node_modules/.bin/rolldown tests/faults/push.ts --platform node --format esm -o "$out/push.mjs") >&2
durability Network "$jar" "$out" "$out/push.mjs" "$out/tus" "$share" "$seed" "$minutes" "$speed" > "$out/results" || broken=1
peer_row() { # WAY WHAT
    while IFS=$'\t' read -r name stored bytes requests failed delayed sent seconds again decoded; do
        [ "$name" = "$1" ] || continue
        case $2 in
            stored) echo "$stored" ;;
            requests) echo "$requests, $failed failed, $delayed delayed" ;;
            sent) figure %.2f "$sent / $bytes" ;;
            again) echo "$again" ;;
            seconds) echo "$seconds" ;;
            bytes) figure %.1f "$bytes / 1e6" ;;
            decoded) echo "$decoded" ;;
        esac
    done < "$out/results"
}
size=$(peer_row page bytes)
for way in file pieces live; do
    case $way in
        file) peer="tus, the finished file, its client's defaults" ;;
        pieces) peer="tus, the finished file, requests of 12 kB" ;;
        live) peer="tus, a live stream, requests of 12 kB" ;;
    esac
    row "$minutes minutes ($size MB), 30 % of requests fail, seed $seed: the stored original" "$(peer_row page stored)" identical "$peer" "$(peer_row "tus $way" stored)"
    row "its requests" "$(peer_row page requests)" "" "$peer" "$(peer_row "tus $way" requests)"
    row "bytes sent for each byte" "$(peer_row page sent)" "" "$peer" "$(peer_row "tus $way" sent)"
    row "how often a person had to press again" "$(peer_row page again)" 0 "$peer" "$(peer_row "tus $way" again)"
    row "seconds (the page and the live stream $speed times faster than spoken, waits too)" "$(peer_row page seconds)" "$((minutes * 60 / speed))" "$peer" "$(peer_row "tus $way" seconds)"
done
row "seconds that were decoded of $((minutes * 60))" "$(peer_row page decoded)" $((minutes * 60))
[ -z "${broken:-}" ]
