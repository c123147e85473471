#!/usr/bin/env bash
# Which criterion a passage is evidence for: shared words (Lucene) alone, MiniLM alone, and Colloquy, on two labelled sets that nothing was learned from;
# whether passages put end to end are found again; and how long an hour's words take against 200 criteria.
source "$(dirname "$0")/../lib.sh"
suggest() { (cd "$root" && "$java" --enable-native-access=ALL-UNNAMED -cp "$root/target/test-classes:$jar" "org.colloquy.suggestion.$1" "${@:2}" 2>>"$out/log"); }

while IFS=$'\t' read -r set what passages bm25 plain joined learned; do
    row "$set, $what ($passages passages): Colloquy" "$joined" "0.85 among three, 0.60 first" "MiniLM alone" "$plain" ""
    row "$set, $what: shared words alone" "$bm25" ""
    row "$set, $what: Colloquy with one other passage of each criterion as a tag of the centre" "$learned" ""
done < <(suggest Table)
while IFS=$'\t' read -r set _ _ f1; do
    row "$set: borders of topics found again, in one turn (F1)" "$f1" ""
done < <(suggest Borders 0.6)
IFS=$'\t' read -r words passages criteria seconds peak millis < <(suggest Speed)
row "$words words, $passages passages, $criteria criteria: seconds" "$seconds" 10
row "the same: peak MB of the worker" "$peak" ""
row "one more passage against $criteria criteria: milliseconds" "$millis" 300
