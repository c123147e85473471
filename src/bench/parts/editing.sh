#!/usr/bin/env bash
# What the steps of editing cost on a transcript of 40,000 words with 300 tags: CPU time of the thread that does them, without the wire; of three runs the quickest.
source "$(dirname "$0")/../lib.sh"
rm -rf "${out:?}"
mkdir -p "$out"
figures=$(bench EditingTimes "$out" 40000 300)
figure() { awk -v name="$1" '$1 == name { print $2 }' <<< "$figures"; }
row "Editing: reading 40,000 words (ms CPU)" "$(figure reading)" ""
row "Editing: one correction (ms CPU)" "$(figure correction)" "50"
row "Editing: what differs since a version, nothing checked (ms CPU)" "$(figure since)" "50"
row "Editing: what differs since a version, all checked (ms CPU)" "$(figure since_checked)" "50"
row "Editing: checking everything (ms CPU)" "$(figure checking)" "500"
row "Editing: 1,000 places replaced (ms CPU)" "$(figure replacing)" "1000"
row "Editing: that taken back (ms CPU)" "$(figure undoing)" "1000"
row "Editing: the checking of everything taken back (ms CPU)" "$(figure undoing_checks)" "500"
