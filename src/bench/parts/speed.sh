#!/usr/bin/env bash
# Speed of `transcribe` with the carried Whisper model beside faster-whisper: int8, greedy, its voice detector on, the same base weights, two threads, whole programs from start to
# end; two runs of each in turn, the faster of each counts. And the words wrong on what is read aloud.
#
#   src/bench/parts/speed.sh [SECONDS]      of the long file: all English of ../shared/audio joined again and again (default 900)
source "$(dirname "$0")/../lib.sh"
source "$root/src/bench/watch.sh"
seconds=${1:-900}
join_sound "$out/long.wav" "$seconds" "$shared"/audio/read_en_*.flac "$shared"/audio/discussion_two_people.flac "$shared"/audio/meeting_*.flac
transcribe() { colloquy transcribe "$1" --engine whisper --language en --speakers "$2" --format json --out "$3"; }
faster() { peer "$root/src/bench/peers/faster_whisper_text.py" "$peers/whisper-base" "$@"; }

rm -f "$out"/*.best
# best NAME: keeps the fastest run.
best() { if [ ! -f "$out/$1.best" ] || awk -v a="$(cut -d' ' -f1 "$out/$1")" '{ exit !(a < $1) }' "$out/$1.best"; then cp "$out/$1" "$out/$1.best"; fi; }
for _ in 1 2; do
    watched "$out/faster" faster "$out/long.wav=$out/faster.json"
    watched "$out/none" transcribe "$out/long.wav" none "$out/none.json"
    watched "$out/auto" transcribe "$out/long.wav" auto "$out/auto.json"
    for name in faster none auto; do best $name; done
done
read -r none none_cpu none_mb _ < "$out/none.best"
read -r auto auto_cpu _ < "$out/auto.best"
read -r faster faster_cpu faster_mb _ < "$out/faster.best"
rate() { figure %.4f "$1 / $seconds"; }
row "x real time, $seconds s of English, no speakers" "$(rate "$none")" "0.035, 1.5 x the peer's speed" "faster-whisper int8 greedy" "$(rate "$faster")" "$(figure %.2f "$faster / $none")"
row "the same, speakers told apart" "$(rate "$auto")" 0.035 "faster-whisper (no speakers)" "$(rate "$faster")" "$(figure %.2f "$faster / $auto")"
row "processor time, x real time, no speakers" "$(rate "$none_cpu")" "" "faster-whisper int8 greedy" "$(rate "$faster_cpu")" "$(figure %.2f "$faster_cpu / $none_cpu")"
row "the same, speakers told apart" "$(rate "$auto_cpu")" ""
row "memory of all processes, MB" "$none_mb" 1500 "faster-whisper int8 greedy" "$faster_mb" "$(figure %.2f "$faster_mb / $none_mb")"

ours=() theirs=()
for name in read_en_1 read_en_2 read_en_3; do
    transcribe "$shared/audio/$name.flac" none "$out/$name.json" 2>"$out/log"
    faster "$shared/audio/$name.flac=$out/$name.faster.json" 2>"$out/log"
    ours+=("$name=$out/$name.json") theirs+=("$name=$out/$name.faster.json")
done
own=$(bench WordErrors "$shared/audio/references.json" "${ours[@]}")
other=$(bench WordErrors "$shared/audio/references.json" "${theirs[@]}")
row "word error rate, read_en_1..3" "$own" "at most the peer's" "faster-whisper int8 greedy" "$other" "$(figure %.2f "$other / ($own + 1e-9)")"
