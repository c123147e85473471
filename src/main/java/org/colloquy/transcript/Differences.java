package org.colloquy.transcript;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.colloquy.common.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * Where a transcript as it reads now and what another engine heard differ. Each difference lies in
 * one turn. What people wrote or took out is not asked about again.
 *
 * @param all in order of time
 * @param agreement share of the written words on which both agree, 0 to 1; 1 where none is written
 */
record Differences(List<Difference> all, double agreement) {
    /** Words that only the other heard are worth a look first where it is surer than this. */
    private static final double SURE = 0.5;

    Differences {
        all = List.copyOf(all);
    }

    /**
     * @param machine the transcript's machine words
     * @param heard what the other engine heard
     */
    static Differences of(List<Turn> turns, List<MachineWord> machine, List<MachineWord> heard) {
        List<Word> other = Heard.words(heard).stream().map(TurnBuilder.Spoken::word).toList();
        List<Disagreements.Run> runs = Disagreements.of(Standing.items(turns, machine), other);
        Map<Integer, Turn> turnOfWord = new HashMap<>();
        turns.forEach(turn -> turn.words().forEach(word -> turnOfWord.put(word.id(), turn)));
        List<Difference> all = new ArrayList<>();
        int agreed = 0;
        for (int i = 0; i < runs.size(); i++) {
            Disagreements.Run run = runs.get(i);
            switch (run.verdict()) {
                case AGREED -> agreed += run.written().size();
                case DIFFERENT -> {
                    Difference difference =
                            run.written().isEmpty()
                                    ? putIn(runs, i, turnOfWord)
                                    : replaced(run, turnOfWord);
                    if (difference != null) {
                        all.add(difference);
                    }
                }
                case SETTLED -> {
                    // A person had the last word.
                }
            }
        }
        int written = turnOfWord.size();
        return new Differences(all, written == 0 ? 1 : agreed / (double) written);
    }

    private static Difference replaced(Disagreements.Run run, Map<Integer, Turn> turnOfWord) {
        Word first = run.written().getFirst();
        Word last = run.written().getLast();
        return difference(
                Objects.requireNonNull(turnOfWord.get(first.id())),
                first.id(),
                last.id(),
                null,
                run,
                first.startMillis(),
                last.endMillis());
    }

    /** Heard between words: it belongs to the turn whose word is nearer; without turns to none. */
    private static @Nullable Difference putIn(
            List<Disagreements.Run> runs, int index, Map<Integer, Turn> turnOfWord) {
        Disagreements.Run run = runs.get(index);
        Word left = null;
        for (int i = index - 1; i >= 0 && left == null; i--) {
            List<Word> written = runs.get(i).written();
            left = written.isEmpty() ? null : written.getLast();
        }
        Word right = null;
        for (int i = index + 1; i < runs.size() && right == null; i++) {
            List<Word> written = runs.get(i).written();
            right = written.isEmpty() ? null : written.getFirst();
        }
        Turn turnLeft = left == null ? null : turnOfWord.get(left.id());
        Turn turnRight = right == null ? null : turnOfWord.get(right.id());
        long start = run.heard().getFirst().startMillis();
        long end = run.heard().getLast().endMillis();
        boolean toLeft =
                turnLeft != null
                        && (right == null
                                || start - turnLeft.endMillis() < right.startMillis() - end);
        if (turnRight != null && right != null && (turnRight == turnLeft || !toLeft)) {
            return difference(turnRight, null, null, right.id(), run, start, end);
        }
        return turnLeft == null ? null : difference(turnLeft, null, null, null, run, start, end);
    }

    private static Difference difference(
            Turn turn,
            @Nullable Integer first,
            @Nullable Integer last,
            @Nullable Integer before,
            Disagreements.Run run,
            long start,
            long end) {
        String written = text(run.written());
        String heard = text(run.heard());
        // Of words alone: who speaks may be set, and turns split, without asking again.
        String place =
                first == null && before == null
                        ? "after " + turn.words().getLast().id()
                        : first + " " + last + " " + before;
        String id =
                Hashes.sha256(
                                (place + "\n" + written + "\n" + heard)
                                        .getBytes(StandardCharsets.UTF_8))
                        .substring(0, 20);
        return new Difference(
                id,
                turn.id(),
                first,
                last,
                before,
                written,
                heard,
                start,
                end,
                isSurer(run.written(), run.heard()));
    }

    /** By the means of the confidences; nothing heard is never surer. */
    static boolean isSurer(List<Word> written, List<Word> heard) {
        return !heard.isEmpty() && mean(heard) > (written.isEmpty() ? SURE : mean(written));
    }

    static double mean(List<Word> words) {
        return words.stream()
                .mapToDouble(word -> word.confidence() == null ? 1 : word.confidence())
                .average()
                .orElse(0);
    }

    private static String text(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
