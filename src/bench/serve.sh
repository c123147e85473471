#!/usr/bin/env bash
# Prints the time from starting the server to its first page, and the memory of the idle server, each the median of five starts.
#
#   src/bench/serve.sh [JAVA]      JAVA: a java of version 25, otherwise the one on PATH
#
# Needs target/colloquy.jar (mvn -DskipTests package), curl and Linux's /proc. Memory is the resident set (VmRSS) ten seconds
# after the first page; the options are those of `mvn exec:exec`.
set -euo pipefail
cd "$(dirname "$0")/../.."
java=${1:-java}
jar=target/colloquy.jar
port=$((20000 + RANDOM % 20000))
work=$(mktemp -d)
server=
stop() { [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true; server=; }
trap 'stop; rm -rf "$work"' EXIT

seconds=() megabytes=()
for run in 1 2 3 4 5; do
    begun=$(date +%s%N)
    "$java" -Xmx512m -XX:+UseG1GC -XX:G1PeriodicGCInterval=30000 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -jar "$jar" serve --data "$work/data" --port "$port" >"$work/log" 2>&1 &
    server=$!
    until curl -fsS -o /dev/null "http://localhost:$port/" 2>/dev/null; do
        kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
        sleep 0.02
    done
    seconds+=($((($(date +%s%N) - begun) / 1000000)))
    curl -fsS -o /dev/null "http://localhost:$port/api/setup"
    sleep 10
    megabytes+=($(($(awk '/^VmRSS/ {print $2}' "/proc/$server/status") / 1024)))
    stop
    echo "start $run: ${seconds[-1]} ms to the first page, ${megabytes[-1]} MB idle" >&2
done
median() { printf '%s\n' "$@" | sort -n | sed -n 3p; }
echo "first page after $(median "${seconds[@]}") ms (aim: 3000)"
echo "idle server $(median "${megabytes[@]}") MB (aim: 300)"
