package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which old words became which new ones: the cheapest way to turn the one text into the other, by
 * dynamic programming over words (S. B. Needleman, C. D. Wunsch, "A general method applicable to
 * the search for similarities in the amino acid sequence of two proteins", J. Mol. Biol. 48, 1970),
 * with two moves added: two words that became one, and one that became two. What is the same at the
 * start and at the end of both stays as it is: where a person typed nothing, nothing moves.
 *
 * <p>Time and memory grow with the product of the two lengths: at most {@link WordText#MOST_WORDS}
 * squared, one byte each.
 */
final class WordMatch {
    /** A word of the old text; a forgotten one was removed before and may come back as it was. */
    record Old(String text, boolean forgotten) {}

    enum Move {
        /** One word for one, the same but perhaps for case and punctuation, or spelt alike. */
        PAIR,
        /** One word for one that has little in common with it. */
        UNLIKE,
        /** Two words became one. */
        MERGE,
        /** One word became two. */
        SPLIT,
        DROP,
        ADD
    }

    record Step(Move move, int oldFrom, int oldTo, int newFrom, int newTo) {
        private Step movedUp(Ends by) {
            return new Step(
                    move, oldFrom + by.old, oldTo + by.old, newFrom + by.now, newTo + by.now);
        }
    }

    private static final int FORGOTTEN = 1;
    private static final int SAME_SPELLING = 2;
    private static final int REPLACED = 30;
    private static final int JOINED = 40;
    private static final int GAP = 70;
    private static final int UNLIKENESS = 100;
    private static final int FORBIDDEN = 1 << 20;
    private static final double ALIKE = 0.5;
    private static final double JOINED_ALIKE = 0.6;
    private static final Move[] MOVES = Move.values();

    private final List<Old> before;
    private final List<String> after;
    private final List<Spelling> oldSpellings;
    private final List<Spelling> newSpellings;
    private final List<Spelling> oldPairs;
    private final List<Spelling> newPairs;

    private WordMatch(List<Old> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.oldSpellings = before.stream().map(old -> Spelling.of(old.text())).toList();
        this.newSpellings = after.stream().map(Spelling::of).toList();
        this.oldPairs = pairs(oldSpellings);
        this.newPairs = pairs(newSpellings);
    }

    /** The steps in order; together they use every old and every new word once. */
    static List<Step> of(List<Old> before, List<String> after) {
        List<Step> first = new ArrayList<>();
        Ends start = sameAtStart(before, after, first);
        List<Step> last = new ArrayList<>();
        Ends end = sameAtEnd(before, after, start, last);
        List<Step> steps = new ArrayList<>(first);
        new WordMatch(before.subList(start.old(), end.old()), after.subList(start.now(), end.now()))
                .steps()
                .forEach(step -> steps.add(step.movedUp(start)));
        steps.addAll(last);
        return steps;
    }

    /** How far both texts are followed. */
    private record Ends(int old, int now) {}

    /** What is the same at the start stays as it is, as far as nothing forgotten may come back. */
    private static Ends sameAtStart(List<Old> before, List<String> after, List<Step> steps) {
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            boolean forgotten = before.get(i).forgotten();
            boolean same =
                    before.get(i).text().equals(after.get(j))
                            && !(forgotten
                                    && i + 1 < before.size()
                                    && stands(before.get(i + 1), after, j, 1));
            if (same == forgotten) {
                break;
            }
            steps.add(new Step(same ? Move.PAIR : Move.DROP, i, i + 1, j, same ? j + 1 : j));
            i++;
            j += same ? 1 : 0;
        }
        return new Ends(i, j);
    }

    /**
     * Whether the word beside a forgotten one that reads as it does is the one that is typed, and
     * not both.
     */
    private static boolean stands(Old beside, List<String> after, int at, int step) {
        String text = after.get(at);
        int next = at + step;
        boolean twice = next >= 0 && next < after.size() && after.get(next).equals(text);
        return !beside.forgotten() && beside.text().equals(text) && !twice;
    }

    /** The same at the end. */
    private static Ends sameAtEnd(
            List<Old> before, List<String> after, Ends start, List<Step> steps) {
        int i = before.size();
        int j = after.size();
        while (i > start.old() && j > start.now()) {
            boolean forgotten = before.get(i - 1).forgotten();
            boolean same =
                    before.get(i - 1).text().equals(after.get(j - 1))
                            && !(forgotten && i > 1 && stands(before.get(i - 2), after, j - 1, -1));
            if (same == forgotten) {
                break;
            }
            steps.add(new Step(same ? Move.PAIR : Move.DROP, i - 1, i, same ? j - 1 : j, j));
            i--;
            j -= same ? 1 : 0;
        }
        Collections.reverse(steps);
        return new Ends(i, j);
    }

    private static List<Spelling> pairs(List<Spelling> spellings) {
        List<Spelling> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < spellings.size(); i++) {
            pairs.add(spellings.get(i).and(spellings.get(i + 1)));
        }
        return pairs;
    }

    private List<Step> steps() {
        byte[][] moves = moves();
        List<Step> steps = new ArrayList<>();
        int i = before.size();
        int j = after.size();
        while (i > 0 || j > 0) {
            Move move = MOVES[moves[i][j]];
            int oldFrom =
                    switch (move) {
                        case PAIR, UNLIKE, SPLIT, DROP -> i - 1;
                        case MERGE -> i - 2;
                        case ADD -> i;
                    };
            int newFrom =
                    switch (move) {
                        case PAIR, UNLIKE, MERGE, ADD -> j - 1;
                        case SPLIT -> j - 2;
                        case DROP -> j;
                    };
            steps.add(new Step(move, oldFrom, i, newFrom, j));
            i = oldFrom;
            j = newFrom;
        }
        Collections.reverse(steps);
        return steps;
    }

    /** For each pair of lengths the last move of the cheapest way there. */
    private byte[][] moves() {
        int width = after.size() + 1;
        byte[][] moves = new byte[before.size() + 1][width];
        int[] twoAbove = new int[width];
        int[] above = new int[width];
        int[] row = new int[width];
        for (int i = 0; i <= before.size(); i++) {
            for (int j = 0; j < width; j++) {
                int best = i == 0 && j == 0 ? 0 : FORBIDDEN;
                Move move = Move.ADD;
                if (i > 0 && j > 0) {
                    int cost = replaced(i - 1, j - 1);
                    best = above[j - 1] + cost;
                    move = cost <= REPLACED + UNLIKENESS * (1 - ALIKE) ? Move.PAIR : Move.UNLIKE;
                }
                if (i > 1 && j > 0 && twoAbove[j - 1] + JOINED < best) {
                    int cost = twoAbove[j - 1] + merged(i - 2, j - 1);
                    move = cost < best ? Move.MERGE : move;
                    best = Math.min(best, cost);
                }
                if (i > 0 && j > 1 && above[j - 2] + JOINED < best) {
                    int cost = above[j - 2] + split(i - 1, j - 2);
                    move = cost < best ? Move.SPLIT : move;
                    best = Math.min(best, cost);
                }
                if (i > 0) {
                    int cost = above[j] + (before.get(i - 1).forgotten() ? 0 : GAP);
                    move = cost < best ? Move.DROP : move;
                    best = Math.min(best, cost);
                }
                if (j > 0 && row[j - 1] + GAP < best) {
                    move = Move.ADD;
                    best = row[j - 1] + GAP;
                }
                row[j] = best;
                moves[i][j] = (byte) move.ordinal();
            }
            int[] reused = twoAbove;
            twoAbove = above;
            above = row;
            row = reused;
        }
        return moves;
    }

    private int replaced(int i, int j) {
        boolean forgotten = before.get(i).forgotten();
        if (before.get(i).text().equals(after.get(j))) {
            return forgotten ? FORGOTTEN : 0;
        }
        if (oldSpellings.get(i).same(newSpellings.get(j))) {
            return forgotten ? FORGOTTEN + SAME_SPELLING : SAME_SPELLING;
        }
        if (forgotten) {
            return FORBIDDEN;
        }
        return REPLACED + unlikeness(oldSpellings.get(i).likeness(newSpellings.get(j)));
    }

    private int merged(int i, int j) {
        if (before.get(i).forgotten() || before.get(i + 1).forgotten()) {
            return FORBIDDEN;
        }
        return joined(
                oldPairs.get(i), oldSpellings.get(i), oldSpellings.get(i + 1), newSpellings.get(j));
    }

    private int split(int i, int j) {
        if (before.get(i).forgotten()) {
            return FORBIDDEN;
        }
        return joined(
                newPairs.get(j), newSpellings.get(j), newSpellings.get(j + 1), oldSpellings.get(i));
    }

    /** Where one half alone is the whole, the other half was added or dropped, and not joined. */
    private static int joined(Spelling pair, Spelling first, Spelling second, Spelling whole) {
        if (pair.mostLikeness(whole) < JOINED_ALIKE || first.same(whole) || second.same(whole)) {
            return FORBIDDEN;
        }
        double likeness = pair.likeness(whole);
        return likeness < JOINED_ALIKE ? FORBIDDEN : JOINED + unlikeness(likeness);
    }

    private static int unlikeness(double likeness) {
        return (int) Math.round(UNLIKENESS * (1 - likeness));
    }
}
