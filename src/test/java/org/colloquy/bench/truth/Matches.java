package org.colloquy.bench.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.colloquy.speech.Word;

/**
 * Which of the heard words were said, by the alignment of both texts with the fewest changes.
 *
 * @param right for each heard word that has letters: all of its parts were said there
 * @param recalled for each part of the text that was said: it was heard
 */
record Matches(List<Rated> right, boolean[] recalled) {
    /** A heard word, how sure the program was, and whether it was right. */
    record Rated(double confidence, boolean right) {}

    /** What is compared: words, or characters where words are written apart in several ways. */
    enum Unit {
        WORD,
        CHARACTER;

        List<String> of(String text) {
            String plain =
                    text.toLowerCase(Locale.ROOT)
                            .replaceAll("[’']", "")
                            .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                            .strip();
            String[] parts =
                    this == WORD ? plain.split(" ") : plain.replace(" ", "").split("(?<=.)");
            return Arrays.stream(parts).filter(part -> !part.isEmpty()).toList();
        }
    }

    static Matches of(String said, List<Word> heard, Unit unit) {
        List<String> parts = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < heard.size(); i++) {
            for (String part : unit.of(heard.get(i).text())) {
                parts.add(part);
                owners.add(i);
            }
        }
        List<String> wanted = unit.of(said);
        boolean[] recalled = new boolean[wanted.size()];
        boolean[] correct = new boolean[parts.size()];
        align(wanted, parts, recalled, correct);

        boolean[] seen = new boolean[heard.size()];
        boolean[] right = new boolean[heard.size()];
        Arrays.fill(right, true);
        for (int k = 0; k < correct.length; k++) {
            seen[owners.get(k)] = true;
            right[owners.get(k)] &= correct[k];
        }
        List<Rated> rated = new ArrayList<>();
        for (int i = 0; i < right.length; i++) {
            if (seen[i]) {
                rated.add(new Rated(heard.get(i).confidence(), right[i]));
            }
        }
        return new Matches(rated, recalled);
    }

    private static void align(
            List<String> said, List<String> heard, boolean[] recalled, boolean[] correct) {
        int[][] cost = new int[said.size() + 1][heard.size() + 1];
        for (int i = 0; i < cost.length; i++) {
            for (int k = 0; k <= heard.size(); k++) {
                if (i == 0 || k == 0) {
                    cost[i][k] = i + k;
                } else {
                    int changed = said.get(i - 1).equals(heard.get(k - 1)) ? 0 : 1;
                    cost[i][k] =
                            Math.min(
                                    cost[i - 1][k - 1] + changed,
                                    Math.min(cost[i - 1][k], cost[i][k - 1]) + 1);
                }
            }
        }
        int i = said.size();
        int k = heard.size();
        while (i > 0 && k > 0) {
            boolean same = said.get(i - 1).equals(heard.get(k - 1));
            if (cost[i][k] == cost[i - 1][k - 1] + (same ? 0 : 1)) {
                i--;
                k--;
                recalled[i] = same;
                correct[k] = same;
            } else if (cost[i][k] == cost[i - 1][k] + 1) {
                i--;
            } else {
                k--;
            }
        }
    }
}
