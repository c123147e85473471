#!/usr/bin/env bash
# Names and terms in sentences as assessors and learners say them: how many are written as they should be, with the terms given and without, and what
# that does to the other words. 72 sentences in two voices each, half of them (with other terms) held back from tuning; 36 sentences with none of the
# terms but words that sound like them; and speech without any. Whisper is given every term and 300 others each time. Needs flite, espeak-ng and sox.
source "$(dirname "$0")/../lib.sh"
texts=$root/src/bench/vocabulary
voices=("flite slt" "flite awb" "flite rms" "espeak en-gb-scotland" "flite slt" "espeak en-gb+f2" "espeak en-us+m3" "flite awb")

# say VOICE TEXT FILE
say() {
    local engine=${1% *} voice=${1#* }
    if [ "$engine" = flite ]; then flite -voice "$voice" -t "$2" -o "$3.raw.wav"; else espeak-ng -v "$voice" -s 155 -w "$3.raw.wav" "$2"; fi
    sox "$3.raw.wav" -r 16000 -c 1 -b 16 "$3" norm -3 pad 0.3 0.9
    rm "$3.raw.wav"
}

# speak NAME: sentences from standard input, each in two voices, to $out/NAME.wav, and with its end in samples to $out/NAME.tsv
speak() {
    local folder=$out/$1 at=0 times sentence file i
    mkdir -p "$folder"
    mapfile -t sentences
    : > "$folder.tsv"
    local files=()
    for times in 0 1; do
        for i in "${!sentences[@]}"; do
            sentence=${sentences[i]}
            file=$folder/$times-$i.wav
            say "${voices[(i * 3 + times * 4 + i / 8) % 8]}" "$(sed -E 's/\[[^]|]*\|([^]]*)\]/\1/g; s/[][]//g' <<< "$sentence")" "$file"
            at=$((at + $(soxi -s "$file")))
            printf '%s\t%s\n' "$at" "$sentence" >> "$folder.tsv"
            files+=("$file")
        done
    done
    sox "${files[@]}" "$folder.wav"
    rm -r "$folder"
}

# heard NAME [OPTION ...]: its score
heard() {
    local name=$1
    shift
    colloquy transcribe "$out/$name.wav" --engine whisper --language en --speakers none --format json --out "$out/$name.json" "$@" 2> /dev/null
    bench vocabulary.TermRecall "$out/$name.tsv" "$out/$name.json" "$out/terms.txt"
}

grep -v '^#' "$texts/sentences.tsv" | grep -oE '\[[^]|]*' | cut -c2- | cat - "$texts/others.txt" | awk '!seen[tolower($0)]++' > "$out/terms.txt"
echo "$(wc -l < "$out/terms.txt") terms" >&2
for half in tune held; do grep "^$half" "$texts/sentences.tsv" | cut -f2 | speak "$half"; done
speak traps < "$texts/traps.txt"
sox "$shared"/audio/read_en_*.flac "$shared/audio/discussion_two_people.flac" -r 16000 -c 1 -b 16 "$out/without.wav"
printf '%s\t\n' "$(soxi -s "$out/without.wav")" > "$out/without.tsv"

for half in held tune; do
    read -r recall errors _ invented < <(heard "$half")
    read -r guidedRecall guidedErrors _ guidedInvented < <(heard "$half" --vocabulary "$out/terms.txt")
    what="sentences $([ "$half" = held ] && echo 'held back' || echo 'tuned on')"
    row "$what: terms written right" "$guidedRecall" "above $recall" "without the terms" "$recall"
    row "$what: other words wrong" "$guidedErrors" "$errors" "without the terms" "$errors"
    row "$what: terms written that were not said" "$guidedInvented" 0 "without the terms" "$invented"
done
read -r _ errors _ invented < <(heard traps)
read -r _ guidedErrors _ guidedInvented < <(heard traps --vocabulary "$out/terms.txt")
row "72 sentences with words like terms: terms written" "$guidedInvented" 0 "without the terms" "$invented"
row "the same: words wrong" "$guidedErrors" "$errors" "without the terms" "$errors"
read -r _ _ _ invented < <(heard without)
read -r _ _ _ guidedInvented < <(heard without --vocabulary "$out/terms.txt")
row "131 s of real speech: terms written" "$guidedInvented" "$invented" "without the terms" "$invented"
