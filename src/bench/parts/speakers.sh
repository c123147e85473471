#!/usr/bin/env bash
# Who speaks when, as `transcribe` says it with its words: diarisation error (no collar, overlap scored; words of one speaker joined over 0.5 s), its parts, and
# how many speakers are found. (a) the shared recordings inside their scored regions; (b) talks of two people spliced from different voices, long questions and
# short answers, pauses of 0.1 to 2 s, in rooms with noise, echo and unequal levels; (c) two microphones with 15 dB of crosstalk.
#
# Needs flite, espeak-ng and sox (apt). Everything else is ../shared, or made here by seed.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
for tool in flite espeak-ng sox; do
    command -v "$tool" >/dev/null || { echo "$tool is missing: apt-get install flite espeak-ng sox" >&2; exit 1; }
done
bench_folder=$root/src/bench
voices=$out/voices

# wav NAME: a shared recording as the generators read it.
wav() {
    [ -f "$out/$1.wav" ] || sox "$shared/audio/$1.flac" -r 16000 -c 1 -b 16 "$out/$1.wav"
    echo "$out/$1.wav"
}

# cut VOICE FILE[@FROM-TO] ...: a real voice, cut at its short pauses and once more at its longer ones.
cut_voice() {
    local voice=$1 clip
    shift
    [ ! -d "$voices/$voice" ] || return 0
    bench ClipCutter "$voices/$voice" 0.12 "$@"
    bench ClipCutter "$out/long" 0.25 "$@"
    for clip in "$out"/long/*.wav; do [ ! -e "$clip" ] || mv "$clip" "$voices/$voice/long-$(basename "$clip")"; done
    rm -rf "$out/long"
}

# synthesise VOICE COMMAND ...: the sentences of this folder; the command gets a file and a sentence.
synthesise() {
    local voice=$1 number=0 line raw=$out/raw
    shift
    [ ! -d "$voices/$voice" ] || return 0
    rm -rf "$raw"
    mkdir -p "$raw"
    while read -r line; do
        number=$((number + 1))
        "$@" "$raw/spoken.wav" "$line" </dev/null
        sox -v 0.8 "$raw/spoken.wav" -r 16000 -c 1 -b 16 "$raw/$(printf %02d $number).wav"
    done < <(cat "$bench_folder/talk-sentences.txt" "$bench_folder/talk-answers.txt")
    rm "$raw/spoken.wav"
    bench ClipCutter "$voices/$voice" 0.6 "$raw"/*.wav
}
with_flite() { flite -voice "$1" -t "$3" -o "$2"; }
with_espeak() { espeak-ng -v "$1" -s 150 -w "$2" "$3"; }

# heard NAME SOUND SPEAKERS REFERENCE REGIONS: "error missed falseAlarm confusion speakers heard".
heard() {
    local answer=$out/$1.$3.json
    colloquy transcribe "$2" --language en --speakers "$3" --format json --out "$answer" 2>/dev/null
    bench DiarisationError "$4" "$5" "$answer" "$1" | cut -d ' ' -f 2-
}

# print WHAT AIM FIGURES: one row with the parts.
print() {
    local error missed alarm confusion people found
    read -r error missed alarm confusion people found <<<"$3"
    row "$1: missed $missed, false alarm $alarm, confusion $confusion, $found of $people speakers" "$error" "$2"
}

echo "the shared recordings" >&2
sum=0
for each in discussion_two_people:2:0.08 meeting_trn03:2: meeting_trn04:3: meeting_trn05:4:; do
    IFS=: read -r name people aim <<<"$each"
    for speakers in "$people" auto; do
        figures=$(heard "$name" "$shared/audio/$name.flac" "$speakers" "$shared/audio/speakers.rttm" "$shared/audio/speakers.uem")
        print "$name, $speakers" "$([ "$speakers" = auto ] || echo "$aim")" "$figures"
        case $name-$speakers in meeting*-auto) ;; meeting*) sum=$(awk -v a="$sum" -v b="${figures%% *}" 'BEGIN { print a + b }') ;; esac
    done
done
row "mean of the three meetings, number given" "$(awk -v s="$sum" 'BEGIN { printf "%.4f", s / 3 }')" 0.25

echo "voices" >&2
mkdir -p "$voices"
cut_voice reader_1 "$(wav read_en_1)"
cut_voice reader_2 "$(wav read_en_2)"
talk=$(wav discussion_two_people)
cut_voice katie "$talk@0-1.2" "$talk@3.7-11.6" "$talk@24.5-25.8"
cut_voice steve "$talk@1.5-3.1" "$talk@11.9-24" "$talk@26.2-28.8"
synthesise slt with_flite slt
synthesise rms with_flite rms
synthesise awb with_flite awb
synthesise robin with_espeak en-gb+m3

# talk NAME SEED SECONDS ONE OTHER HOW: see MakeTalk.
talk() { bench MakeTalk "$out/$1" "$2" "$3" "$voices/$4" "$voices/$5" "$6"; }

while read -r name seed seconds one other how modes; do
    echo "$name" >&2
    talk "$name" "$seed" "$seconds" "$one" "$other" "$how"
    aim=0.08
    case $how in channels*) aim=0.03 ;; esac
    for speakers in $modes; do
        print "$name ($one and $other, $((seconds / 60)) min, $how), $speakers" "$aim" "$(heard "$name" "$out/$name.wav" "$speakers" "$out/$name.rttm" -)"
    done
done <<'TALKS'
two_a 1 300 slt awb room 2 auto
two_b 2 300 rms reader_2 room 2 auto
two_c 3 600 reader_1 slt room 2
two_d 4 1200 rms slt room auto
alone 5 120 rms rms room auto
channels_a 6 180 katie steve channels:15:0:0:0 channels
channels_b 7 180 slt reader_2 channels:15:24:6:0 channels
channels_both_speak 8 180 rms slt channels:15:24:-6:0.3 channels
TALKS
