#!/usr/bin/env bash
# What a thousand random edits in a row do to a transcript of 600 words with 40 tags: every kind of edit, each held against what must hold, and all of them taken back.
source "$(dirname "$0")/../lib.sh"
rm -rf "${out:?}"
mkdir -p "$out"
figures=$(bench KeptAlignment "$out" 600 40 1000 6)
figure() { awk -v name="$1" '$1 == name { found = $2 } END { print found }' <<< "$figures"; } # the last one: "undone" is a kind of edit, too
while read -r kind count; do
    case $kind in
        kept | moved | violations | undone) ;;
        *) row "Edits: ${kind//_/ }" "$count" "" ;;
    esac
done <<< "$figures"
row "Words left alone by an edit that kept id and times, over all edits" "$(figure kept)" "all"
row "Words left alone that stand twice in their turn, where the text does not say which of them stayed" "$(figure moved)" ""
row "Violations: a word left alone with another id or other times, a word out of order, a time going backwards, an id used again, a turn changed that the edit is not about, an undo or redo that gives something else" "$(figure violations)" 0
row "Steps taken back at the end, to exactly the beginning" "$(figure undone)" "all"
