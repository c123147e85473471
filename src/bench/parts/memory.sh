#!/usr/bin/env bash
# Memory of `transcribe` with the carried model, all its processes together at their most: ten minutes and three hours of the shared English joined, speakers told apart.
#
#   src/bench/parts/memory.sh [SECONDS ...]      lengths (default 600 10800)
source "$(dirname "$0")/../lib.sh"
source "$root/src/bench/watch.sh"
[ $# -gt 0 ] || set -- 600 10800
for seconds in "$@"; do
    join_sound "$out/long.wav" "$seconds" "$shared"/audio/read_en_*.flac "$shared"/audio/discussion_two_people.flac "$shared"/audio/meeting_*.flac
    watched "$out/$seconds" colloquy transcribe "$out/long.wav" --engine whisper --language en --speakers auto --format json --out "$out/$seconds.json"
    read -r wall _ together largest < "$out/$seconds"
    row "memory of all processes over $((seconds / 60)) minutes of sound, MB (largest process $largest)" "$together" 1500
    row "x real time over $((seconds / 60)) minutes, speakers told apart" "$(figure %.4f "$wall / $seconds")" 0.035
    rm "$out/long.wav"
done
