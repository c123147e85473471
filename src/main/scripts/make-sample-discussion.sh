#!/usr/bin/env bash
# Makes the sound of the sample centre's professional discussion from its script, with Debian's speech synthesisers.
#
#   apt-get install flite sox opus-tools
#   src/main/scripts/make-sample-discussion.sh [SCRIPT [RESULT]]
#
# SCRIPT has one turn a line, "ASSESSOR: ..." or "LEARNER: ..."; without arguments it is the sample's discussion.txt, and
# RESULT is discussion.opus beside it. The same script and the same versions of the tools give the same bytes.
#
# The voices are slt (assessor) and rms (learner) of CMU Flite, built by Carnegie Mellon University from its ARCTIC
# recordings. Their licence (free software, in the style of BSD and X11: use, copying, changing and distribution without
# limit, with the notice kept) lets the sound made with them be passed on; NOTICE says so too.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
sample=$here/../resources/org/colloquy/sample
script=${1:-$sample/discussion.txt}
result=${2:-$sample/discussion.opus}

for tool in flite sox opusenc; do
    command -v "$tool" >/dev/null || { echo "make-sample-discussion: '$tool' is missing: apt-get install flite sox opus-tools" >&2; exit 1; }
done

# -R: dither and noise are the same each time.
sox() { command sox -R "$@"; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# say VOICE STRETCH SPEED TEXT FILE: one sentence at 16 kHz, its silence cut from both ends. STRETCH makes the speech
# slower (over 1) or faster; SPEED then plays it higher or lower, as from a smaller or larger head: the two voices
# come from one synthesiser, and this sets them further apart for ears and for the speaker encoder.
say() {
    flite -voice "$1" --setf duration_stretch="$2" -t "$4" -o "$work/said.wav"
    sox "$work/said.wav" -b 16 "$5" gain -6 speed "$3" rate 16k silence 1 0.01 0.4% reverse silence 1 0.01 0.4% reverse pad 0.02 0.02
}

# level FILE RESULT: every turn is equally loud: its loudest 50 ms are at -16 dB (root mean square) of full scale.
level() {
    local gain
    gain=$(sox "$1" -n stats 2>&1 | awk '/^RMS Pk dB/ { print -16 - $4 }')
    sox "$1" "$2" gain "$gain"
}

pause() { sox -n -r 16000 -b 16 -c 1 "$2" trim 0 "$1"; }

pause 0.60 "$work/start.wav"
pause 0.34 "$work/sentence.wav"
pause 0.75 "$work/turn.wav"
parts=("$work/start.wav")
number=0
while IFS= read -r line; do
    case $line in
        "ASSESSOR: "*) voice=slt stretch=1.08 speed=1.05 ;;
        "LEARNER: "*) voice=rms stretch=0.92 speed=0.95 ;;
        "") continue ;;
        *) echo "make-sample-discussion: neither ASSESSOR nor LEARNER: $line" >&2; exit 1 ;;
    esac
    sentences=()
    while IFS= read -r sentence; do
        number=$((number + 1))
        say "$voice" "$stretch" "$speed" "$sentence" "$work/$number.wav"
        sentences+=("$work/$number.wav" "$work/sentence.wav")
    done < <(sed 's/\([.?!]\) /\1\n/g' <<<"${line#*: }")
    unset 'sentences[-1]'
    sox "${sentences[@]}" "$work/whole.wav"
    level "$work/whole.wav" "$work/turn-$number.wav"
    parts+=("$work/turn-$number.wav" "$work/turn.wav")
done <"$script"

# A little noise, as of a quiet room (about -60 dB), so that the pauses are not the dead silence of a machine.
sox "${parts[@]}" "$work/speech.wav"
length=$(soxi -D "$work/speech.wav")
sox -n -r 16000 -b 16 -c 1 "$work/room.wav" synth "$length" pinknoise gain -45
sox -m -v 1 "$work/speech.wav" -v 1 "$work/room.wav" -b 16 "$work/discussion.wav"
opusenc --quiet --serial 1 --discard-comments --bitrate 28 "$work/discussion.wav" "$result"
printf '%s: %.1f s, %d bytes\n' "$(basename "$result")" "$length" "$(wc -c <"$result")"
