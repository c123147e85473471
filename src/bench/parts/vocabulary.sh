#!/usr/bin/env bash
# Names and terms in sentences as assessors and learners say them: how many are written as they should be, with the terms given and without, and what
# that does to the other words. 72 sentences in two voices each, half of them (with other terms) held back from tuning; 30 more with fresh terms in other
# voices; 36 sentences with none of the terms but words that sound like them; and speech without any. Whisper is given every term of these and 300 others each
# time; and, to see whether a name that is not on the list is taken for one that is, the lists without the terms that are said. Needs flite, espeak-ng and sox.
source "$(dirname "$0")/../lib.sh"
texts=$root/src/bench/vocabulary
voices=("flite slt" "flite awb" "flite rms" "espeak en-gb-scotland" "flite slt" "espeak en-gb+f2" "espeak en-us+m3" "flite awb")
freshVoices=("espeak en-gb-x-rp" "flite kal16" "espeak en-gb-x-gbclan+f4" "flite rms" "espeak en-us+f5" "espeak en-gb-x-gbcwmd+m7" "flite slt" "espeak en-gb+m5")

# say VOICE TEXT FILE
say() {
    local engine=${1% *} voice=${1#* }
    if [ "$engine" = flite ]; then flite -voice "$voice" -t "$2" -o "$3.raw.wav"; else espeak-ng -v "$voice" -s 155 -w "$3.raw.wav" "$2"; fi
    sox -R "$3.raw.wav" -r 16000 -c 1 -b 16 "$3" norm -3 pad 0.3 0.9
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
    sox -R "${files[@]}" "$folder.wav"
    rm -r "$folder"
}

# hear NAME TRANSCRIPT [OPTION ...]: transcribes it
hear() {
    local name=$1 transcript=$2
    shift 2
    colloquy transcribe "$out/$name.wav" --engine whisper --language en --speakers none --format json --out "$out/$transcript.json" "$@" 2> /dev/null
}

# score NAME TRANSCRIPT TERMS: recall of terms, other words wrong, terms found, terms written that were not said
score() { bench vocabulary.TermRecall "$out/$1.tsv" "$out/$2.json" "$out/$3.txt"; }

# terms FILE [SET]: the terms of its sentences
terms() { awk -F '\t' -v set="${2:-}" '!/^#/ && (set == "" || $1 == set) { print $2 }' "$1" | sed -nE 's/^[^[]*\[([^]|]*).*/\1/p'; }

# once: each line once, small letters or not
once() { awk '!seen[tolower($0)]++'; }

{ terms "$texts/sentences.tsv"; terms "$texts/fresh.tsv"; cat "$texts/others.txt"; } | once > "$out/terms.txt"
echo "$(wc -l < "$out/terms.txt") terms" >&2
for half in tune held; do grep "^$half" "$texts/sentences.tsv" | cut -f2 | speak "$half"; done
speak traps < "$texts/traps.txt"
voices=("${freshVoices[@]}")
grep '^fresh' "$texts/fresh.tsv" | cut -f2 | speak fresh
sox -R "$shared"/audio/read_en_*.flac "$shared/audio/discussion_two_people.flac" -r 16000 -c 1 -b 16 "$out/without.wav"
printf '%s\t\n' "$(soxi -s "$out/without.wav")" > "$out/without.tsv"

declare -A what=([fresh]="60 sentences with fresh terms" [held]="72 sentences held back" [tune]="72 sentences tuned on")
for set in fresh held tune; do
    hear $set $set
    hear $set $set-guided --vocabulary "$out/terms.txt"
    read -r recall errors _ invented < <(score $set $set terms)
    read -r guidedRecall guidedErrors _ guidedInvented < <(score $set $set-guided terms)
    row "${what[$set]}: terms written right" "$guidedRecall" "above $recall" "without the terms" "$recall"
    row "${what[$set]}: other words wrong" "$guidedErrors" "at most $errors" "without the terms" "$errors"
    row "${what[$set]}: terms written that were not said" "$guidedInvented" 0 "without the terms" "$invented"
done
for set in fresh held; do
    { terms "$texts/sentences.tsv" "$set"; terms "$texts/fresh.tsv" "$set"; } | once > "$out/said.txt"
    grep -vixFf "$out/said.txt" "$out/terms.txt" > "$out/unsaid.txt"
    hear $set $set-unsaid --vocabulary "$out/unsaid.txt"
    read -r _ _ _ invented < <(score $set $set unsaid)
    read -r _ _ _ guidedInvented < <(score $set $set-unsaid unsaid)
    row "${what[$set]}, none of their terms given but $(wc -l < "$out/unsaid.txt") others: of these written" "$guidedInvented" 0 "without the terms" "$invented"
done

hear traps traps
hear traps traps-guided --vocabulary "$out/terms.txt"
read -r _ errors _ invented < <(score traps traps terms)
read -r _ guidedErrors _ guidedInvented < <(score traps traps-guided terms)
row "72 sentences with words like terms: terms written" "$guidedInvented" 0 "without the terms" "$invented"
row "the same: words wrong" "$guidedErrors" "at most $errors" "without the terms" "$errors"

# Processor time, since that is what guidance costs whatever else the machine does.
TIMEFORMAT='%U %S'
read -r user system < <({ time hear without without; } 2>&1)
read -r guidedUser guidedSystem < <({ time hear without without-guided --vocabulary "$out/terms.txt"; } 2>&1)
read -r _ _ _ invented < <(score without without terms)
read -r _ _ _ guidedInvented < <(score without without-guided terms)
row "131 s of real speech: terms written" "$guidedInvented" "$invented" "without the terms" "$invented"
awk -v a="$user" -v b="$system" -v c="$guidedUser" -v d="$guidedSystem" 'BEGIN { printf "%.2f %.2f %.2f\n", c + d, a + b, (a + b) / (c + d) }' > "$out/cost.txt"
read -r guidedSeconds seconds ratio < "$out/cost.txt"
row "the same: processor time with $(wc -l < "$out/terms.txt") terms given, s" "$guidedSeconds" "at most 1.1 x" "without the terms" "$seconds" "$ratio"
