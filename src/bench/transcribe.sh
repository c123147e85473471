#!/usr/bin/env bash
# How fast `transcribe` is and how much memory it takes, on a file made by joining recordings.
#
#   src/bench/transcribe.sh [SECONDS [FILE ...]]
#
# Without files: all of ../shared/audio, joined again and again to 600 seconds. Needs target/colloquy.jar (mvn -DskipTests package)
# and a `java` of 25 or newer (JAVA_HOME or PATH).
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=$root/target/colloquy.jar
seconds=${1:-600}
shift || true
[ $# -gt 0 ] || set -- "$root"/../shared/audio/*.flac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$java" --enable-native-access=ALL-UNNAMED -cp "$jar" "$root/src/bench/java/JoinSound.java" "$work/joined.wav" "$seconds" "$@"

# tree PID: the process and all below it.
tree() {
    local child
    echo "$1"
    for child in $(cat /proc/"$1"/task/*/children 2>/dev/null); do tree "$child"; done
}
# kilobytes FIELD PID: VmRSS (now) or VmHWM (most so far).
kilobytes() { sed -n "s/^$1:[[:space:]]*\([0-9]*\).*/\1/p" /proc/"$2"/status 2>/dev/null || true; }

cd "$root"
start=$(date +%s.%N)
"$java" -jar "$jar" transcribe "$work/joined.wav" --format json --out "$work/result.json" 2>"$work/err" &
main=$!
together=0
declare -A most
while kill -0 $main 2>/dev/null; do
    sum=0
    for pid in $(tree $main); do
        now=$(kilobytes VmRSS "$pid")
        peak=$(kilobytes VmHWM "$pid")
        sum=$((sum + ${now:-0}))
        [ -z "$peak" ] || most[$pid]=$peak
    done
    [ $sum -le $together ] || together=$sum
    sleep 0.2
done
wait $main || { cat "$work/err"; exit 1; }
end=$(date +%s.%N)
times > "$work/times"
cpu=$(awk 'NR == 2 { split($1, u, /[ms]/); split($2, s, /[ms]/); print u[1] * 60 + u[2] + s[1] * 60 + s[2] }' "$work/times")
largest=0
for pid in "${!most[@]}"; do [ "${most[$pid]}" -le "$largest" ] || largest=${most[$pid]}; done
awk -v a="$start" -v b="$end" -v s="$seconds" -v c="$cpu" -v l=$largest -v t=$together 'BEGIN {
    printf "sound              %d s\n", s
    printf "took               %.1f s = %.3f x real time\n", b - a, (b - a) / s
    printf "processor          %.1f s of all cores (joining and measuring included) = %.3f x real time\n", c, c / s
    printf "peak memory        %.0f MB in the largest process, %.0f MB in all processes together\n", l / 1024, t / 1024
}'
