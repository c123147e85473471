#!/usr/bin/env bash
# What the voice detector costs: utterances and short soft answers that it misses, and true words that are heard only without it. Needs espeak-ng, flite and sox.
source "$(dirname "$0")/../lib.sh"
rm -rf "$out/tuned" "$out/held" "$out/words"
bench truth.TalkMaker "$out/tuned" tuned levels "$shared/audio"
bench truth.TalkMaker "$out/held" held levels "$shared/audio"
# Words are counted on some of the half that nothing was tuned on, one talk of long pauses among them.
mkdir -p "$out/words"
for talk in read_en_3 discussion held-0-sparse held-1-brisk; do
    for level in 0 20; do mv "$out/held/$talk@$level".* "$out/words/"; done
done

bench truth.GateCost detector "$out/tuned" "$out/held" words "$out/words" > "$out/levels.tsv"
while IFS=$'\t' read -r level utterances unheard short unheard_short said with without; do
    case $level in
        0) name="at normal level" aim=0.001 ;;
        20) name="at -20 dB" aim=0.01 ;;
        30) name="at -30 dB" aim= ;;
        0-light) name="at normal level, light noise" aim=0.001 ;;
        20-light) name="at -20 dB, light noise" aim=0.01 ;;
        30-light) name="at -30 dB, light noise" aim= ;;
        *) continue ;;
    esac
    row "utterances without detected speech, $name" "$unheard of $utterances" 0
    row "of them soft answers of a word or two" "$unheard_short of $short" 0
    if [ "$said" -gt 0 ]; then
        row "share of true words lost by the gate, $name (found $with with it, $without without, of $said)" \
            "$(awk -v a="$without" -v b="$with" -v n="$said" 'BEGIN { printf "%.4f", (a > b ? (a - b) / n : 0) }')" "$aim"
    fi
done < "$out/levels.tsv"
