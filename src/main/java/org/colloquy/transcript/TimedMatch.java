package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which words of one hearing are words of another: the cheapest way from the one to the other by
 * dynamic programming, as {@link WordMatch} does it for typed text, but held to pairs that lie near
 * each other in time. What is not near is not looked at: hours of speech take as many steps as they
 * have words, times the words that can be said in {@link #REACH_MILLIS}.
 *
 * <p>What always holds: partners rise together. Not to be assumed: that partners read alike; two
 * words at one time that have nothing else in common are partners too, one standing for the other.
 */
final class TimedMatch {
    /** Engines place a word within a second of each other; some lose their way inside a window. */
    private static final long REACH_MILLIS = 8_000;

    /** Cells of one byte: more than this only where thousands of words stand at one time. */
    private static final long MOST_CELLS = 200_000_000;

    private static final int GAP = 70;
    private static final int REPLACED = 30;
    private static final int UNLIKENESS = 100;
    private static final int SAME_SPELLING = 2;
    private static final int FARTHEST = 60;
    private static final long MILLIS_A_POINT = 50;
    private static final int NEVER = 1 << 29;

    private static final byte PAIR = 0;
    private static final byte DROP = 1;
    private static final byte ADD = 2;

    /** A word; where it reads in two ways (as heard, as corrected), either may be met. */
    record Token(List<String> texts, long startMillis, long endMillis) {
        Token {
            texts = List.copyOf(texts);
        }

        double middle() {
            return (startMillis + endMillis) / 2.0;
        }
    }

    private record Sign(List<String> texts, List<Spelling> spellings, double middle) {
        static Sign of(Token token) {
            return new Sign(
                    token.texts(),
                    token.texts().stream().map(Spelling::of).toList(),
                    token.middle());
        }
    }

    private final List<Sign> before;
    private final List<Sign> after;
    private final int[] low;
    private final int[] high;

    private TimedMatch(List<Token> before, List<Token> after) {
        this.before = before.stream().map(Sign::of).toList();
        this.after = after.stream().map(Sign::of).toList();
        this.low = new int[before.size() + 1];
        this.high = new int[before.size() + 1];
    }

    /**
     * For each word before the place of its partner after, -1 where it has none.
     *
     * @param before in order of time
     * @param after in order of time
     */
    static int[] partners(List<Token> before, List<Token> after) {
        TimedMatch match = new TimedMatch(before, after);
        long reach = REACH_MILLIS;
        while (match.band(reach) > MOST_CELLS && reach > 1) {
            reach /= 2;
        }
        return match.follow(match.moves());
    }

    /** Sets for each count of words before how many after can go with it; gives all cells. */
    private long band(long reach) {
        Arrays.fill(high, 0);
        int from = 0;
        int to = 0;
        double latest = 0;
        for (int i = 0; i < before.size(); i++) {
            latest = Math.max(latest, before.get(i).middle());
            while (from < after.size() && after.get(from).middle() < latest - reach) {
                from++;
            }
            to = Math.max(to, from);
            while (to < after.size() && after.get(to).middle() <= latest + reach) {
                to++;
            }
            low[i + 1] = from;
            high[i + 1] = to;
        }
        high[before.size()] = after.size();
        long cells = 0;
        for (int i = 0; i < low.length; i++) {
            // A way from one row to the next: what lies between is added in the upper one.
            high[i] = Math.max(high[i], i + 1 < low.length ? low[i + 1] : after.size());
            cells += high[i] - low[i] + 1;
        }
        return cells;
    }

    private byte[][] moves() {
        byte[][] moves = new byte[low.length][];
        int[] above = {};
        for (int i = 0; i < low.length; i++) {
            int width = high[i] - low[i] + 1;
            byte[] way = new byte[width];
            int[] row = new int[width];
            for (int j = low[i]; j <= high[i]; j++) {
                int at = j - low[i];
                int best = i == 0 && j == 0 ? 0 : NEVER;
                byte move = ADD;
                if (i > 0 && j - 1 >= low[i - 1] && j - 1 <= high[i - 1]) {
                    best = above[j - 1 - low[i - 1]] + cost(before.get(i - 1), after.get(j - 1));
                    move = PAIR;
                }
                if (i > 0 && j >= low[i - 1] && j <= high[i - 1]) {
                    int cost = above[j - low[i - 1]] + GAP;
                    move = cost < best ? DROP : move;
                    best = Math.min(best, cost);
                }
                if (at > 0 && row[at - 1] + GAP < best) {
                    move = ADD;
                    best = row[at - 1] + GAP;
                }
                row[at] = best;
                way[at] = move;
            }
            moves[i] = way;
            above = row;
        }
        return moves;
    }

    private int[] follow(byte[][] moves) {
        int[] partners = new int[before.size()];
        Arrays.fill(partners, -1);
        int i = before.size();
        int j = after.size();
        while (i > 0 || j > 0) {
            byte move = moves[i][j - low[i]];
            if (move == PAIR) {
                partners[i - 1] = j - 1;
            }
            i -= move == ADD ? 0 : 1;
            j -= move == DROP ? 0 : 1;
        }
        return partners;
    }

    private static int cost(Sign old, Sign heard) {
        long away = Math.round(Math.abs(old.middle() - heard.middle()));
        int far = (int) Math.min(FARTHEST, away / MILLIS_A_POINT);
        int best = NEVER;
        for (int i = 0; i < old.texts().size(); i++) {
            for (int k = 0; k < heard.texts().size(); k++) {
                best = Math.min(best, unlike(old, i, heard, k));
            }
        }
        return far + best;
    }

    private static int unlike(Sign old, int i, Sign heard, int k) {
        if (old.texts().get(i).equals(heard.texts().get(k))) {
            return 0;
        }
        Spelling one = old.spellings().get(i);
        Spelling other = heard.spellings().get(k);
        return one.same(other)
                ? SAME_SPELLING
                : REPLACED + (int) Math.round(UNLIKENESS * (1 - one.likeness(other)));
    }

    /** The partners seen from the other side. */
    static int[] inverse(int[] partners, int size) {
        int[] inverse = new int[size];
        Arrays.fill(inverse, -1);
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] >= 0) {
                inverse[partners[i]] = i;
            }
        }
        return inverse;
    }

    /** The tokens of plain words. */
    static List<Token> tokens(List<Word> words) {
        List<Token> tokens = new ArrayList<>(words.size());
        for (Word word : words) {
            tokens.add(new Token(List.of(word.text()), word.startMillis(), word.endMillis()));
        }
        return tokens;
    }
}
