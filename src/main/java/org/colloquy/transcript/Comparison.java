package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/** Two transcripts whose words have the same id where they stand for the same sound. */
final class Comparison {
    private static final int CONTEXT_WORDS = 6;
    private static final int SHOWN_WORDS = 8;

    private record Said(Word word, @Nullable Integer speaker) {}

    private enum Kind {
        SAME,
        /** The same words in other capitals, punctuation, or cut otherwise. */
        WRITING,
        WORDS,
        SPEAKER
    }

    /** Words from and to (exclusive) on both sides, all the same or all different. */
    private record Step(Kind kind, int from, int to, int newFrom, int newTo) {
        boolean goesOnWith(Step next, List<Said> before, List<Said> after) {
            return kind == next.kind
                    && (kind != Kind.SPEAKER
                            || Objects.equals(
                                            before.get(from).speaker(),
                                            before.get(next.from).speaker())
                                    && Objects.equals(
                                            after.get(newFrom).speaker(),
                                            after.get(next.newFrom).speaker()));
        }

        Step as(Kind other) {
            return new Step(other, from, to, newFrom, newTo);
        }

        Step and(Step next) {
            return new Step(kind, from, next.to, newFrom, next.newTo);
        }
    }

    private final List<Said> before;
    private final List<Said> after;
    private final Map<Integer, Speaker> speakers;
    private final List<Step> steps = new ArrayList<>();

    private Comparison(List<Turn> before, List<Turn> after, List<Speaker> speakers) {
        this.before = said(before);
        this.after = said(after);
        this.speakers =
                speakers.stream().collect(Collectors.toMap(Speaker::number, Function.identity()));
        compare();
    }

    static Comparison of(List<Turn> before, List<Turn> after, List<Speaker> speakers) {
        return new Comparison(before, after, speakers);
    }

    private static List<Said> said(List<Turn> turns) {
        List<Said> said = new ArrayList<>();
        for (Turn turn : turns) {
            turn.words().forEach(word -> said.add(new Said(word, turn.speaker())));
        }
        return said;
    }

    private void compare() {
        Map<Integer, Integer> places = HashMap.newHashMap(after.size());
        for (int i = 0; i < after.size(); i++) {
            places.put(after.get(i).word().id(), i);
        }
        int from = 0;
        int newFrom = 0;
        for (int i = 0; i < before.size(); i++) {
            Integer place = places.get(before.get(i).word().id());
            if (place == null) {
                continue;
            }
            add(new Step(Kind.WORDS, from, i, newFrom, place));
            add(new Step(kind(before.get(i), after.get(place)), i, i + 1, place, place + 1));
            from = i + 1;
            newFrom = place + 1;
        }
        add(new Step(Kind.WORDS, from, before.size(), newFrom, after.size()));
        steps.replaceAll(
                step -> step.kind == Kind.WORDS && isWriting(step) ? step.as(Kind.WRITING) : step);
    }

    private static Kind kind(Said before, Said after) {
        if (!WordText.sameWords(before.word().text(), after.word().text())) {
            return Kind.WORDS;
        }
        if (!Objects.equals(before.speaker(), after.speaker())) {
            return Kind.SPEAKER;
        }
        return before.word().text().equals(after.word().text()) ? Kind.SAME : Kind.WRITING;
    }

    /** Whether words were only cut otherwise: "dot com" for "dot-com". */
    private boolean isWriting(Step step) {
        return step.from < step.to
                && step.newFrom < step.newTo
                && WordText.sameWords(
                        text(before, step.from, step.to), text(after, step.newFrom, step.newTo))
                && Objects.equals(
                        before.get(step.from).speaker(), after.get(step.newFrom).speaker());
    }

    private void add(Step step) {
        if (step.from == step.to && step.newFrom == step.newTo) {
            return;
        }
        if (!steps.isEmpty() && steps.getLast().goesOnWith(step, before, after)) {
            steps.add(steps.removeLast().and(step));
        } else {
            steps.add(step);
        }
    }

    /** How many words are in both, in whatever capitals and punctuation. */
    int same() {
        return steps.stream()
                .filter(step -> step.kind != Kind.WORDS)
                .mapToInt(step -> step.to - step.from)
                .sum();
    }

    List<ProposedChange> changes() {
        return steps.stream().filter(step -> step.kind != Kind.SAME).map(this::change).toList();
    }

    private ProposedChange change(Step step) {
        boolean putIn = step.from == step.to;
        List<Said> shown =
                putIn
                        ? after.subList(step.newFrom, step.newTo)
                        : before.subList(step.from, step.to);
        Said speaking = step.newFrom < step.newTo ? after.get(step.newFrom) : before.get(step.from);
        boolean words = step.kind != Kind.SPEAKER;
        return new ProposedChange(
                shown.getFirst().word().startMillis(),
                shown.getLast().word().endMillis(),
                speaking.speaker() == null ? null : called(speaking.speaker()).message(),
                text(before, Math.max(0, step.from - CONTEXT_WORDS), step.from),
                words ? text(before, step.from, step.to) : spoken(before, step.from, step.to),
                words
                        ? text(after, step.newFrom, step.newTo)
                        : spoken(after, step.newFrom, step.newTo),
                text(before, step.to, Math.min(before.size(), step.to + CONTEXT_WORDS)),
                step.from,
                step.to,
                switch (step.kind) {
                    case SPEAKER -> ProposedChange.Kind.SPEAKER;
                    case WRITING -> ProposedChange.Kind.WRITING;
                    case SAME, WORDS -> ProposedChange.Kind.WORDS;
                },
                words
                        ? null
                        : new ProposedChange.Voices(
                                called(before.get(step.from).speaker()),
                                called(after.get(step.newFrom).speaker())));
    }

    private static String text(List<Said> said, int from, int to) {
        return said.subList(from, to).stream()
                .map(word -> word.word().text())
                .collect(Collectors.joining(" "));
    }

    private String spoken(List<Said> said, int from, int to) {
        return called(said.get(from).speaker())
                + ": "
                + text(said, from, Math.min(to, from + SHOWN_WORDS))
                + (to > from + SHOWN_WORDS ? " …" : "");
    }

    private Text called(@Nullable Integer speaker) {
        return speaker == null
                ? Text.of("Nobody named")
                : speakers.getOrDefault(speaker, Speaker.unnamed(speaker)).said();
    }

    /**
     * Where each old word is in the new transcript: a word that is gone has what came in its place,
     * or else the words beside it.
     */
    Carried.Places places() {
        Map<Integer, Integer> asFirst = HashMap.newHashMap(before.size());
        Map<Integer, Integer> asLast = HashMap.newHashMap(before.size());
        if (after.isEmpty()) {
            return new Carried.Places(Map.of(), Map.of());
        }
        Map<Integer, Integer> places = HashMap.newHashMap(after.size());
        for (int i = 0; i < after.size(); i++) {
            places.put(after.get(i).word().id(), i);
        }
        int[] left = new int[before.size() + 1];
        int[] right = new int[before.size() + 1];
        left[0] = -1;
        for (int i = 0; i < before.size(); i++) {
            left[i + 1] = places.getOrDefault(before.get(i).word().id(), left[i]);
        }
        right[before.size()] = after.size();
        for (int i = before.size() - 1; i >= 0; i--) {
            right[i] = places.getOrDefault(before.get(i).word().id(), right[i + 1]);
        }
        for (int i = 0; i < before.size(); i++) {
            int id = before.get(i).word().id();
            boolean kept = places.containsKey(id);
            // Between the neighbours that stayed lies what came instead; where nothing did, they
            // cross.
            int first = kept ? left[i + 1] : Math.min(left[i] + 1, after.size() - 1);
            int last = kept ? left[i + 1] : Math.max(right[i + 1] - 1, 0);
            asFirst.put(id, after.get(first).word().id());
            asLast.put(id, after.get(last).word().id());
        }
        return new Carried.Places(asFirst, asLast);
    }
}
