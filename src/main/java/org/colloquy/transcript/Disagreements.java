package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written and what another engine heard, side by side, cut where the two agree.
 *
 * <p>They agree where the letters and digits are the same: case, punctuation, hyphens and spaces
 * are no disagreement (engines cut Korean words differently), nor is "3" for "three". What a person
 * wrote or took out is settled, whatever the other heard there.
 */
final class Disagreements {
    private static final Map<String, String> NUMBERS =
            Map.ofEntries(
                    Map.entry("0", "zero"),
                    Map.entry("1", "one"),
                    Map.entry("2", "two"),
                    Map.entry("3", "three"),
                    Map.entry("4", "four"),
                    Map.entry("5", "five"),
                    Map.entry("6", "six"),
                    Map.entry("7", "seven"),
                    Map.entry("8", "eight"),
                    Map.entry("9", "nine"),
                    Map.entry("10", "ten"),
                    Map.entry("11", "eleven"),
                    Map.entry("12", "twelve"));

    enum Verdict {
        AGREED,
        DIFFERENT,
        SETTLED
    }

    /**
     * A piece of both.
     *
     * @param written in one turn; empty where only the other heard something
     * @param heard empty where the other heard nothing
     */
    record Run(Verdict verdict, List<Word> written, List<Word> heard) {
        Run {
            written = List.copyOf(written);
            heard = List.copyOf(heard);
        }
    }

    private final List<Standing.Item> items;
    private final List<Word> heard;
    private final PersonsWork work;
    private final List<Run> runs = new ArrayList<>();
    private final List<Word> openWritten = new ArrayList<>();
    private final List<Word> openHeard = new ArrayList<>();
    private int openTurn = -1;

    private Disagreements(List<Standing.Item> items, List<Word> heard) {
        this.items = items;
        this.heard = heard;
        this.work = PersonsWork.in(items);
    }

    /** All of both, in order. */
    static List<Run> of(List<Standing.Item> items, List<Word> heard) {
        Disagreements all = new Disagreements(items, heard);
        all.walk();
        return all.runs;
    }

    private void walk() {
        int[] partners =
                TimedMatch.partners(
                        items.stream().map(Standing.Item::token).toList(),
                        TimedMatch.tokens(heard));
        int item = 0;
        int word = 0;
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] >= 0) {
                between(item, i, word, partners[i]);
                meet(items.get(i), heard.get(partners[i]));
                item = i + 1;
                word = partners[i] + 1;
            }
        }
        between(item, items.size(), word, heard.size());
        flush();
    }

    private void meet(Standing.Item item, Word other) {
        Word written = item.word();
        if (item.human() || written == null) {
            settle(written, other);
        } else if (letters(List.of(written)).equals(letters(List.of(other)))) {
            flush();
            runs.add(new Run(Verdict.AGREED, List.of(written), List.of(other)));
        } else {
            write(written, item.turn());
            openHeard.add(other);
        }
    }

    private void between(int from, int to, int wordFrom, int wordTo) {
        int item = from;
        for (Word other : heard.subList(wordFrom, wordTo)) {
            double middle = (other.startMillis() + other.endMillis()) / 2.0;
            while (item < to
                    && (items.get(item).startMillis() + items.get(item).endMillis()) / 2.0
                            <= middle) {
                alone(items.get(item++));
            }
            if (work.covers(from - 1, to, middle)) {
                settle(null, other);
            } else {
                openHeard.add(other);
            }
        }
        while (item < to) {
            alone(items.get(item++));
        }
    }

    private void alone(Standing.Item item) {
        Word written = item.word();
        if (item.human() || written == null) {
            settle(written, null);
        } else {
            write(written, item.turn());
        }
    }

    private void write(Word written, int turn) {
        if (!openWritten.isEmpty() && turn != openTurn) {
            flush();
        }
        openTurn = turn;
        openWritten.add(written);
    }

    /** What a person did is beyond dispute; it agrees only where it reads the same. */
    private void settle(@Nullable Word written, @Nullable Word other) {
        flush();
        List<Word> left = written == null ? List.of() : List.of(written);
        List<Word> right = other == null ? List.of() : List.of(other);
        boolean same = !left.isEmpty() && letters(left).equals(letters(right));
        runs.add(new Run(same ? Verdict.AGREED : Verdict.SETTLED, left, right));
    }

    /** Closes what is open; what agrees at its ends is no part of the disagreement. */
    private void flush() {
        if (openWritten.isEmpty() && openHeard.isEmpty()) {
            return;
        }
        List<Word> written = List.copyOf(openWritten);
        List<Word> other = List.copyOf(openHeard);
        openWritten.clear();
        openHeard.clear();
        int[] head = commonHead(written, other);
        List<Word> rest = written.subList(head[0], written.size());
        List<Word> otherRest = other.subList(head[1], other.size());
        int[] tail = commonTail(rest, otherRest);
        add(written.subList(0, head[0]), other.subList(0, head[1]));
        add(rest.subList(0, tail[0]), otherRest.subList(0, tail[1]));
        add(rest.subList(tail[0], rest.size()), otherRest.subList(tail[1], otherRest.size()));
    }

    private void add(List<Word> written, List<Word> other) {
        if (!written.isEmpty() || !other.isEmpty()) {
            boolean same = letters(written).equals(letters(other));
            runs.add(new Run(same ? Verdict.AGREED : Verdict.DIFFERENT, written, other));
        }
    }

    /** How many words at the beginning of both have the same letters: the most there are. */
    private static int[] commonHead(List<Word> written, List<Word> other) {
        int[] common = {0, 0};
        int right = 0;
        for (int left = 1; left <= written.size(); left++) {
            String letters = letters(written.subList(0, left));
            while (right < other.size()
                    && letters(other.subList(0, right)).length() < letters.length()) {
                right++;
            }
            if (letters.equals(letters(other.subList(0, right)))) {
                common = new int[] {left, right};
            }
        }
        return common;
    }

    /** Where the words at the end of both begin that have the same letters. */
    private static int[] commonTail(List<Word> written, List<Word> other) {
        int[] common = {written.size(), other.size()};
        int right = other.size();
        for (int left = written.size() - 1; left >= 0; left--) {
            String letters = letters(written.subList(left, written.size()));
            while (right > 0
                    && letters(other.subList(right, other.size())).length() < letters.length()) {
                right--;
            }
            if (letters.equals(letters(other.subList(right, other.size())))) {
                common = new int[] {left, right};
            }
        }
        return common;
    }

    /** The letters and digits of the words, written together. */
    static String letters(List<Word> words) {
        StringBuilder letters = new StringBuilder();
        for (Word word : words) {
            String own = Spelling.letters(word.text());
            letters.append(NUMBERS.getOrDefault(own, own));
            if (word.text().endsWith("%")) {
                letters.append("percent");
            }
        }
        return letters.toString();
    }
}
