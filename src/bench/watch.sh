# Sourced after lib.sh by parts that measure a whole program.
# shellcheck shell=bash

# join OUT.wav SECONDS FILE ...: recordings joined again and again to one of that length.
join_sound() { "$java" --enable-native-access=ALL-UNNAMED -cp "$jar" "$root/src/bench/java/JoinSound.java" "$@"; }

# tree PID: the process and all below it.
tree() {
    local child
    echo "$1"
    for child in $(cat /proc/"$1"/task/*/children 2>/dev/null); do tree "$child"; done
}

# kilobytes FIELD PID: VmRSS (now) or VmHWM (most so far).
kilobytes() { sed -n "s/^$1:[[:space:]]*\([0-9]*\).*/\1/p" /proc/"$2"/status 2>/dev/null || true; }

# watched FILE COMMAND ...: runs it and writes to FILE: wall seconds, processor seconds, MB of all its processes together and of the largest, each at its most (looked at five times a second).
watched() {
    local file=$1 main begun ended together=0 sum pid now peak largest=0
    shift
    begun=$(date +%s.%N)
    ( TIMEFORMAT='%U %S'; time "$@" >"$file.log" 2>&1 ) 2>"$file.cpu" &
    main=$!
    while kill -0 $main 2>/dev/null; do
        sum=0
        for pid in $(tree $main); do
            now=$(kilobytes VmRSS "$pid")
            peak=$(kilobytes VmHWM "$pid")
            sum=$((sum + ${now:-0}))
            [ "${peak:-0}" -le $largest ] || largest=$peak
        done
        [ $sum -le $together ] || together=$sum
        sleep 0.2
    done
    wait $main || { cat "$file.log" >&2; return 1; }
    ended=$(date +%s.%N)
    awk -v a="$begun" -v b="$ended" -v t=$together -v l=$largest 'END { printf "%.2f %.2f %.0f %.0f\n", b - a, $1 + $2, t / 1024, l / 1024 }' "$file.cpu" > "$file"
    echo "$(basename "$file"): wall, processor, MB together, MB largest: $(cat "$file")" >&2
}

# figure FORMAT EXPRESSION
figure() { awk "BEGIN { printf \"$1\", $2 }"; }
