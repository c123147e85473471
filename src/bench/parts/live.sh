#!/usr/bin/env bash
# What ten live recordings cost the server, each sending a second of sound each second: processor time, memory, time to the acknowledgement. The same to a server of tus from npm, which forces nothing to disk. Needs node and npm.
#
#   src/bench/parts/live.sh [SECONDS]      (default 120 for each figure)
source "$(dirname "$0")/../lib.sh"
source "$root/src/bench/watch.sh"
rm -rf "$out/data" "$out/tus-files"
mkdir -p "$out/tus"
cp "$root"/src/bench/durability/* "$out/tus/"
(cd "$out/tus" && npm install --no-audit --no-fund --no-save --prefix . @tus/server@2.4.5 @tus/file-store@2.1.1) >&2
durability LiveCost "$jar" "$out" "$out/tus" "${1:-120}" > "$out/results"
value() { awk -F '\t' -v name="$1" -v clients="$2" -v field="$3" '$1 == name && $2 == clients { print $field }' "$out/results"; }
for clients in 10 1; do
    who="$clients live recordings"
    [ "$clients" = 10 ] || who="one live recording"
    row "$who: share of one core" "$(value colloquy $clients 3)" "$([ $clients = 10 ] && echo 0.2)" "tus" "$(value tus $clients 3)"
    row "$who: memory of the server, MB" "$(value colloquy $clients 4)" "$([ $clients = 10 ] && echo 350)" "tus" "$(value tus $clients 4)"
    row "$who: acknowledged within, ms, p50" "$(value colloquy $clients 6)" "" "tus (not forced to disk)" "$(value tus $clients 6)"
    row "$who: acknowledged within, ms, p99" "$(value colloquy $clients 7)" "$([ $clients = 10 ] && echo 250)" "tus (not forced to disk)" "$(value tus $clients 7)"
done
row "nobody records: share of one core" "$(value colloquy 0 3)" ""
