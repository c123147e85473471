package org.colloquy.criteria;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.colloquy.common.Text;
import org.colloquy.criteria.OutcomeBook.Entry;
import org.colloquy.criteria.OutcomeBook.Outcome;

/** Looks for what contradicts itself in the outcomes and criteria that were read. */
final class UnitChecks {
    static final Text NO_CRITERIA =
            Text.of(
                    "No assessment criteria were found. A criterion is a line that starts with its "
                            + "number, such as “1.1 Identify ...”. Paste the part of the specification that "
                            + "lists them, or type them in.");

    private final Trace trace;

    UnitChecks(Trace trace) {
        this.trace = trace;
    }

    void check(OutcomeBook book) {
        if (!book.hasCriteria()) {
            trace.doubt(null, NO_CRITERIA);
            return;
        }
        mergeRepeats(book);
        duplicates(book);
        outcomeGaps(book);
        Outcome unplaced = book.find(OutcomeBook.GRADED);
        if (unplaced != null) {
            trace.doubt(
                    unplaced.entry.line,
                    Text.of(
                            "The text does not say which learning outcome the criteria from "
                                    + "line {line} belong to. They stand under “{graded}”; give each to "
                                    + "its outcome.",
                            Map.of("line", unplaced.entry.line, "graded", OutcomeBook.GRADED)));
        }
        for (Outcome outcome : book.all()) {
            outcome(outcome, unplaced != null);
        }
    }

    private void outcome(Outcome outcome, boolean unplaced) {
        String number = outcome.entry.number;
        boolean isUnplaced = number.equals(OutcomeBook.GRADED);
        if (outcome.criteria.isEmpty() && !unplaced) {
            trace.doubt(
                    outcome.entry.line,
                    Text.of(
                            "Learning outcome {number} (line {line}) has no criteria.",
                            Map.of("number", number, "line", outcome.entry.line)));
        }
        if (outcome.entry.text.isEmpty() && !isUnplaced) {
            Entry first = outcome.criteria.isEmpty() ? outcome.entry : outcome.criteria.getFirst();
            trace.doubt(
                    first.line,
                    Text.of(
                            "Criterion {number} (line {line}) has no line for its learning "
                                    + "outcome {outcome}. Type the wording of that outcome.",
                            Map.of("number", first.number, "line", first.line, "outcome", number)));
        }
        for (Entry criterion : outcome.criteria) {
            if (criterion.text.isEmpty()) {
                trace.doubt(
                        criterion.line,
                        Text.of(
                                "Criterion {number} (line {line}) has no wording.",
                                Map.of("number", criterion.number, "line", criterion.line)));
            }
        }
        gaps(outcome);
    }

    /** A criterion printed twice in the same words, as where a table follows a summary, is one. */
    private void mergeRepeats(OutcomeBook book) {
        Map<String, Entry> first = new HashMap<>();
        for (Outcome outcome : book.all()) {
            for (Iterator<Entry> all = outcome.criteria.iterator(); all.hasNext(); ) {
                Entry criterion = all.next();
                Entry before = first.putIfAbsent(criterion.number, criterion);
                if (before != null
                        && before.text.length() > 0
                        && before.wording().equals(criterion.wording())) {
                    all.remove();
                    trace.doubt(
                            criterion.line,
                            Text.of(
                                    "Criterion {number} is printed twice in the same words, "
                                            + "on lines {line} and {later}. It was taken once.",
                                    twice(before, criterion)));
                }
            }
        }
    }

    private void duplicates(OutcomeBook book) {
        Map<String, Entry> first = new HashMap<>();
        for (Outcome outcome : book.all()) {
            for (Entry criterion : outcome.criteria) {
                Entry before = first.putIfAbsent(criterion.number, criterion);
                if (before != null) {
                    trace.doubt(
                            criterion.line,
                            Text.of(
                                    "Criterion number {number} is used twice: on line {line} "
                                            + "and on line {later}. Each number may stand for one "
                                            + "criterion only.",
                                    twice(before, criterion)));
                }
            }
        }
    }

    private static Map<String, Object> twice(Entry before, Entry criterion) {
        return Map.of("number", criterion.number, "line", before.line, "later", criterion.line);
    }

    private void outcomeGaps(OutcomeBook book) {
        Map<Integer, Integer> lines = new TreeMap<>();
        for (Outcome outcome : book.all()) {
            if (Character.isDigit(outcome.entry.number.charAt(0))) {
                lines.put(Integer.valueOf(outcome.entry.number), outcome.entry.line);
            }
        }
        int due = 1;
        for (Map.Entry<Integer, Integer> found : lines.entrySet()) {
            if (found.getKey() > due) {
                trace.doubt(
                        found.getValue(),
                        Text.of(
                                "Learning outcome {missing} was not found before outcome "
                                        + "{next} on line {line}.",
                                Map.of(
                                        "missing",
                                        due,
                                        "next",
                                        found.getKey(),
                                        "line",
                                        found.getValue())));
            }
            due = found.getKey() + 1;
        }
    }

    private void gaps(Outcome outcome) {
        Map<String, TreeMap<Integer, Integer>> series = new TreeMap<>();
        for (Entry criterion : outcome.criteria) {
            int end = criterion.number.length();
            while (end > 0 && Character.isDigit(criterion.number.charAt(end - 1))) {
                end--;
            }
            boolean numbered = end < criterion.number.length();
            if (numbered) {
                series.computeIfAbsent(criterion.number.substring(0, end), any -> new TreeMap<>())
                        .putIfAbsent(
                                Integer.valueOf(criterion.number.substring(end)), criterion.line);
            }
        }
        series.forEach(
                (head, lines) -> {
                    boolean dotted = Character.isDigit(head.charAt(0));
                    int due = dotted ? 1 : lines.firstKey();
                    for (Map.Entry<Integer, Integer> found : lines.entrySet()) {
                        if (found.getKey() > due) {
                            missing(head, due, found.getKey(), found.getValue());
                        }
                        due = found.getKey() + 1;
                    }
                });
    }

    private void missing(String head, int due, int found, int line) {
        Map<String, Object> where =
                Map.of(
                        "first",
                        head + due,
                        "last",
                        head + (found - 1),
                        "number",
                        head + found,
                        "line",
                        line);
        trace.doubt(
                line,
                found - due == 1
                        ? Text.of(
                                "The numbering has a gap: {first} is missing before criterion "
                                        + "{number} on line {line}.",
                                where)
                        : Text.of(
                                "The numbering has a gap: {first} to {last} are missing "
                                        + "before criterion {number} on line {line}.",
                                where));
    }

    /** Numbers that stand twice in a draft, for one that was typed or corrected by hand. */
    static Set<String> repeated(List<String> numbers) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (String number : numbers) {
            if (!seen.add(number)) {
                repeated.add(number);
            }
        }
        return repeated;
    }
}
