package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives many turns of a transcript other texts at once, from the first to the last, as though each
 * were corrected alone.
 */
final class Rewriter {
    private final TranscriptStore.Header header;
    private final List<Turn> all;
    private final List<MachineWord> heard;
    private final Map<Integer, MachineWord> machine;
    private int nextWord;

    /**
     * @param all that hold words, in reading order
     * @param heard the machine's words, in order
     */
    Rewriter(TranscriptStore.Header header, List<Turn> all, List<MachineWord> heard, int nextWord) {
        this.header = header;
        this.all = all;
        this.heard = heard;
        this.machine = heard.stream().collect(Collectors.toMap(MachineWord::id, word -> word));
        this.nextWord = nextWord;
    }

    /** What becomes of those turns, in reading order. */
    List<TurnChange> rewrite(Map<Integer, List<String>> typed) {
        int[] firstHeardAfter = firstHeardAfter();
        List<TurnChange> changes = new ArrayList<>();
        Word previous = null;
        int lastHeard = 0;
        for (int i = 0; i < all.size(); i++) {
            Turn turn = all.get(i);
            List<Word> words = turn.words();
            List<String> text = typed.get(turn.id());
            if (text != null) {
                Word next = i + 1 < all.size() ? all.get(i + 1).words().getFirst() : null;
                TurnChange change =
                        change(turn, text, previous, next, lastHeard, firstHeardAfter[i]);
                changes.add(change);
                words = change.after().stream().map(TurnChange.NewWord::word).toList();
            }
            for (Word word : words) {
                lastHeard = Math.max(lastHeard, word.machineId() == null ? 0 : word.machineId());
                previous = word;
            }
        }
        return changes;
    }

    /** For each turn the least machine id of the turns after it. */
    private int[] firstHeardAfter() {
        int[] first = new int[all.size()];
        int least = Integer.MAX_VALUE;
        for (int i = all.size() - 1; i >= 0; i--) {
            first[i] = least;
            for (Word word : all.get(i).words()) {
                least = Math.min(least, word.machineId() == null ? least : word.machineId());
            }
        }
        return first;
    }

    private TurnChange change(
            Turn turn,
            List<String> typed,
            @Nullable Word previous,
            @Nullable Word next,
            int lastHeard,
            int nextHeard) {
        Alignment.Result result =
                Alignment.align(
                        turn.words(),
                        machine,
                        removed(turn, lastHeard, nextHeard),
                        new Alignment.Span(
                                previous == null ? 0 : previous.endMillis(),
                                next == null
                                        ? Math.max(turn.endMillis(), header.durationMillis())
                                        : next.startMillis()),
                        typed,
                        nextWord);
        nextWord = result.nextId();
        return new TurnChange(
                header.id(),
                header.recordingId(),
                turn.words(),
                Rewriting.spoken(turn.words(), result, null),
                previous == null ? null : previous.id(),
                next == null ? null : next.id());
    }

    private List<MachineWord> removed(Turn turn, int lastHeard, int nextHeard) {
        Set<Integer> here = new HashSet<>();
        turn.words().forEach(word -> here.add(word.machineId() == null ? 0 : word.machineId()));
        int end = Math.min(nextHeard, heard.size() + 1);
        List<MachineWord> removed = new ArrayList<>();
        for (int id = lastHeard + 1; id < end && removed.size() < WordText.MOST_WORDS; id++) {
            if (!here.contains(id)) {
                removed.add(heard.get(id - 1));
            }
        }
        return removed;
    }
}
