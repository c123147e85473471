package org.colloquy.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as a reader sees it: its letters and digits, and what stands after and in each. Two texts
 * are compared letter by letter, so that it does not matter where either has spaces and hyphens.
 */
final class ReadText {
    private static final String ENDS = ".?!。？！";
    private static final String ASKS = "?？";
    private static final int CHANGED = 1;

    /**
     * @param lower in lower case
     * @param capital whether it is written as a capital
     * @param word number of its word, from 0
     */
    record Letter(int lower, boolean capital, int word, boolean ends, boolean asks) {}

    private final List<Letter> letters = new ArrayList<>();
    private final int words;

    ReadText(List<String> words) {
        this.words = words.size();
        for (int word = 0; word < words.size(); word++) {
            for (int character : words.get(word).codePoints().toArray()) {
                if (Character.isLetterOrDigit(character)) {
                    boolean capital = Character.isUpperCase(character);
                    int lower = Character.toLowerCase(character);
                    letters.add(new Letter(lower, capital, word, false, false));
                }
            }
            mark(words.get(word));
        }
    }

    static ReadText of(String text) {
        return new ReadText(Arrays.asList(text.strip().split("\\s+")));
    }

    /** The marks at the end of a word belong to its last letter. */
    private void mark(String word) {
        int at = word.length() - 1;
        while (at >= 0 && !Character.isLetterOrDigit(word.charAt(at))) {
            boolean ends = ENDS.indexOf(word.charAt(at)) >= 0;
            if (ends && !letters.isEmpty()) {
                Letter last = letters.removeLast();
                boolean asks = last.asks() || ASKS.indexOf(word.charAt(at)) >= 0;
                letters.add(new Letter(last.lower(), last.capital(), last.word(), true, asks));
            }
            at--;
        }
    }

    List<Letter> letters() {
        return letters;
    }

    int words() {
        return words;
    }

    /** For each letter of this text its partner in the other, -1 where it has none. */
    int[] partners(ReadText other) {
        int[][] cost = new int[letters.size() + 1][other.letters.size() + 1];
        for (int i = 0; i <= letters.size(); i++) {
            for (int k = 0; k <= other.letters.size(); k++) {
                if (i == 0 || k == 0) {
                    cost[i][k] = i + k;
                } else {
                    int changed = same(other, i - 1, k - 1) ? 0 : CHANGED;
                    int gap = Math.min(cost[i - 1][k], cost[i][k - 1]) + 1;
                    cost[i][k] = Math.min(cost[i - 1][k - 1] + changed, gap);
                }
            }
        }
        int[] partners = new int[letters.size()];
        Arrays.fill(partners, -1);
        int i = letters.size();
        int k = other.letters.size();
        while (i > 0 && k > 0) {
            int changed = same(other, i - 1, k - 1) ? 0 : CHANGED;
            if (cost[i][k] == cost[i - 1][k - 1] + changed) {
                partners[--i] = --k;
            } else if (cost[i][k] == cost[i - 1][k] + 1) {
                i--;
            } else {
                k--;
            }
        }
        return partners;
    }

    private boolean same(ReadText other, int mine, int theirs) {
        return letters.get(mine).lower() == other.letters.get(theirs).lower();
    }
}
