package org.colloquy.criteria;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.criteria.UnitDraft.CriterionDraft;
import org.colloquy.criteria.UnitDraft.OutcomeDraft;
import org.jspecify.annotations.Nullable;

/** The outcomes and criteria while the text is read. */
final class OutcomeBook {
    /** An outcome or criterion whose wording may still grow. */
    static final class Entry {
        final String number;
        final int line;
        final int offset;
        final boolean drawn;
        final StringBuilder text = new StringBuilder();

        /** bullets were added to it, so that more may follow */
        boolean listing;

        Entry(String number, Piece piece) {
            this.number = number;
            this.line = piece.line();
            this.offset = piece.offset();
            this.drawn = piece.drawn();
        }

        /** Whether its last character says that the sentence goes on. */
        boolean goesOn() {
            return !text.isEmpty() && ":,;-".indexOf(text.charAt(text.length() - 1)) >= 0;
        }

        String wording() {
            return Wording.finished(text);
        }
    }

    /** An outcome with its criteria; without a line of its own where only its criteria came. */
    static final class Outcome {
        final Entry entry;
        final boolean printed;
        final List<Entry> criteria = new ArrayList<>();

        Outcome(Entry entry, boolean printed) {
            this.entry = entry;
            this.printed = printed;
        }
    }

    static final String GRADED = "P/M/D";

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, Integer> again = new HashMap<>();
    private @Nullable Outcome current;

    boolean isEmpty() {
        return outcomes.isEmpty();
    }

    boolean hasCriteria() {
        return outcomes.values().stream().anyMatch(outcome -> !outcome.criteria.isEmpty());
    }

    boolean holds(String criterion) {
        int dot = criterion.indexOf('.');
        Outcome outcome = outcomes.get(criterion.substring(0, Math.max(0, dot)));
        return outcome != null
                && outcome.criteria.stream().anyMatch(one -> one.number.equals(criterion));
    }

    @Nullable Outcome current() {
        return current;
    }

    @Nullable Outcome find(String number) {
        return outcomes.get(number);
    }

    List<Outcome> all() {
        return List.copyOf(outcomes.values());
    }

    /** Opens the outcome whose line this is. One printed again is the same outcome. */
    Outcome open(String number, Piece piece) {
        Outcome before = outcomes.get(number);
        if (before != null && before.printed) {
            again.put(number, piece.line());
            current = before;
            return before;
        }
        Outcome outcome = new Outcome(new Entry(number, piece), true);
        if (before != null) {
            outcome.criteria.addAll(before.criteria);
        }
        outcomes.put(number, outcome);
        current = outcome;
        return outcome;
    }

    /** The outcome that a criterion's number names, made without a line where none was printed. */
    Outcome forCriterion(String number, Piece piece) {
        Outcome found =
                outcomes.computeIfAbsent(
                        number, missing -> new Outcome(new Entry(missing, piece), false));
        current = found;
        return found;
    }

    /** The first outcome still without criteria that was printed without one that has them. */
    long emptyCount() {
        return outcomes.values().stream().filter(one -> one.criteria.isEmpty()).count();
    }

    List<OutcomeDraft> drafts() {
        return outcomes.values().stream()
                .map(
                        outcome ->
                                new OutcomeDraft(
                                        outcome.entry.number,
                                        outcome.entry.wording(),
                                        outcome.criteria.stream()
                                                .map(
                                                        one ->
                                                                new CriterionDraft(
                                                                        one.number, one.wording()))
                                                .toList()))
                .toList();
    }
}
