# What every benchmark needs; sourced by the parts, not run. Sets root, shared, java, out (the part's own folder below target/bench).
# shellcheck shell=bash
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
shared=$root/../shared
jar=$root/target/colloquy.jar
peers=$root/target/bench/peers
out=$root/target/bench/$(basename "$0" .sh)
mkdir -p "$out"

# The newest JDK that can run the program: JAVA_HOME, the one on PATH, or one in the usual folder.
java=
for home in "${JAVA_HOME:-}" "$(readlink -f "$(command -v java || true)" | sed 's|/bin/java$||')" /usr/lib/jvm/*; do
    if [ -x "$home/bin/java" ] && "$home/bin/java" -version 2>&1 | grep -qE 'version "(2[5-9]|[3-9][0-9])'; then
        java=$home/bin/java
        break
    fi
done
[ -n "$java" ] || { echo "No JDK of 25 or newer found: set JAVA_HOME." >&2; exit 1; }
[ -f "$jar" ] || { echo "$jar is missing: mvn -DskipTests package" >&2; exit 1; }

# colloquy ARGUMENT ...: the command line.
colloquy() { (cd "$root" && "$java" -jar "$jar" "$@"); }

# bench CLASS ARGUMENT ...: a main of org.colloquy.bench, which lies among the tests.
bench() {
    local class=$1
    shift
    (cd "$root" && "$java" --enable-native-access=ALL-UNNAMED -cp "$root/target/test-classes:$jar" "org.colloquy.bench.$class" "$@")
}

# durability CLASS ARGUMENT ...: a main of org.colloquy.durability; JavaCV, which makes its sound, is for tests only and so not in the jar.
durability() {
    local class=$1 javacv
    shift
    javacv=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}/org/bytedeco/javacv" -name 'javacv-*.jar' | sort | tail -n 1)
    (cd "$root" && "$java" --enable-native-access=ALL-UNNAMED -cp "$root/target/test-classes:$jar:$javacv" "org.colloquy.durability.$class" "$@")
}

# peer ARGUMENT ...: the Python of the throw-away environment that peers.sh made.
peer() { "$peers/bin/python" "$@"; }

# row WHAT FIGURE AIM [PEER PEERFIGURE RATIO]: one line of the table. What a part prints besides goes to standard error.
row() { printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "${4:-}" "${5:-}" "${6:-}"; }
