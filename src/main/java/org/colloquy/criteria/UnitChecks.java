package org.colloquy.criteria;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.colloquy.criteria.OutcomeBook.Entry;
import org.colloquy.criteria.OutcomeBook.Outcome;

/** Looks for what contradicts itself in the outcomes and criteria that were read. */
final class UnitChecks {
    static final String NO_CRITERIA =
            "No assessment criteria were found. A criterion is a line that starts with its number,"
                    + " such as “1.1 Identify ...”. Paste the part of the specification that lists"
                    + " them, or type them in.";

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
                    "The text does not say which learning outcome the criteria from line "
                            + unplaced.entry.line
                            + " belong to. They stand under “"
                            + OutcomeBook.GRADED
                            + "”; give each to its outcome.");
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
                    "Learning outcome "
                            + number
                            + " (line "
                            + outcome.entry.line
                            + ") has no criteria.");
        }
        if (outcome.entry.text.isEmpty() && !isUnplaced) {
            Entry first = outcome.criteria.isEmpty() ? outcome.entry : outcome.criteria.getFirst();
            trace.doubt(
                    first.line,
                    "Criterion "
                            + first.number
                            + " (line "
                            + first.line
                            + ") has no line for its learning outcome "
                            + number
                            + ". Type the wording of that outcome.");
        }
        for (Entry criterion : outcome.criteria) {
            if (criterion.text.isEmpty()) {
                trace.doubt(
                        criterion.line,
                        "Criterion "
                                + criterion.number
                                + " (line "
                                + criterion.line
                                + ") has no wording.");
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
                            "Criterion "
                                    + criterion.number
                                    + " is printed twice in the same words, on lines "
                                    + before.line
                                    + " and "
                                    + criterion.line
                                    + ". It was taken once.");
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
                            "Criterion number "
                                    + criterion.number
                                    + " is used twice: on line "
                                    + before.line
                                    + " and on line "
                                    + criterion.line
                                    + ". Each number may stand for one criterion only.");
                }
            }
        }
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
                        "Learning outcome "
                                + due
                                + " was not found before outcome "
                                + found.getKey()
                                + " on line "
                                + found.getValue()
                                + ".");
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
        String range =
                found - due == 1
                        ? head + due + " is"
                        : head + due + " to " + head + (found - 1) + " are";
        trace.doubt(
                line,
                "The numbering has a gap: "
                        + range
                        + " missing before criterion "
                        + head
                        + found
                        + " on line "
                        + line
                        + ".");
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
