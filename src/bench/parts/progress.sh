#!/usr/bin/env bash
# How honest progress and time left are: a long recording transcribed by the real worker, speakers told apart; what was announced after ten seconds compared with when it was done.
#
#   src/bench/parts/progress.sh [SECONDS]      of the recording (default 1800)
source "$(dirname "$0")/../lib.sh"
source "$root/src/bench/watch.sh"
seconds=${1:-1800}
join_sound "$out/long.wav" "$seconds" "$shared"/audio/read_en_*.flac "$shared"/audio/discussion_two_people.flac "$shared"/audio/meeting_*.flac
bench ProgressError "$out/long.wav" 2>"$out/announced.tsv" | while IFS=$'\t' read -r what figure aim; do row "$what" "$figure" "$aim"; done
