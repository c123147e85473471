#!/usr/bin/env bash
# A browser killed while it records: SIGKILL to all of it at a random moment, started again with the same profile, what it kept is sent, the recording is finished and
# compared with the sound that the fake microphone played. In every second run the network goes some seconds before the browser does.
#
#   src/bench/parts/browser-kills.sh        KILLS=20 SEED=1 by default; needs web/node_modules and Chromium (CHROMIUM names another than Debian's)
source "$(dirname "$0")/../lib.sh"

kills=${KILLS:-20} seed=${SEED:-1}
figures=$out/figures.json
rm -f "$figures"
passed=0
(cd "$root/web" && COLLOQUY_NO_FAKE=1 COLLOQUY_JAVA=$java COLLOQUY_KILLS=$kills COLLOQUY_SEED=$seed COLLOQUY_KILL_FIGURES=$figures \
    npx playwright test recorder-kill) >&2 || passed=$?
[ -f "$figures" ] || { echo "nothing was measured" >&2; exit 1; }

# figure EXPRESSION: of all the kills, as a number with two digits.
figure() { node -e '
    const all = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    const of = (name) => all.map((each) => each[name]).sort((a, b) => a - b);
    const most = (name) => of(name).at(-1);
    const middle = (name) => of(name)[Math.floor((all.length - 1) / 2)];
    console.log(eval(process.argv[2]));' "$figures" "$1"; }

row "browsers killed while recording, seed $seed" "$(figure all.length)" "$kills"
row "of them with more than one second lost" "$(figure 'all.filter((each) => each.lostSeconds > 1).length')" "0"
row "sound lost, seconds: middle, most" "$(figure 'middle("lostSeconds").toFixed(2) + ", " + most("lostSeconds").toFixed(2)')" "at most 1"
row "sound not yet acknowledged when the browser was killed, seconds: middle, most" "$(figure 'middle("unacknowledgedSeconds").toFixed(2) + ", " + most("unacknowledgedSeconds").toFixed(2)')" ""
row "likeness of beginning and end with the source, least" "$(figure 'of("likeness")[0].toFixed(3)')" "above 0.7"
exit "$passed"
