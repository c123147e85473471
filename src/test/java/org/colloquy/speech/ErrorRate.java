package org.colloquy.speech;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much of what was said was written down wrongly, for tests. */
public final class ErrorRate {
    private ErrorRate() {}

    /** Of words: lower case, punctuation off, hyphens and slashes as spaces. */
    public static double ofWords(String said, String heard) {
        return rate(words(said), words(heard));
    }

    /** Of characters, without spaces and punctuation. */
    public static double ofCharacters(String said, String heard) {
        return rate(characters(said), characters(heard));
    }

    /** Words put in, left out and changed, as a share of the words said. */
    static <T> double rate(List<T> said, List<T> heard) {
        int[] before = new int[heard.size() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= said.size(); i++) {
            int[] row = new int[heard.size() + 1];
            row[0] = i;
            for (int k = 1; k <= heard.size(); k++) {
                int changed = said.get(i - 1).equals(heard.get(k - 1)) ? 0 : 1;
                row[k] = Math.min(before[k - 1] + changed, Math.min(before[k] + 1, row[k - 1] + 1));
            }
            before = row;
        }
        return before[heard.size()] / (double) said.size();
    }

    private static List<String> words(String text) {
        return Arrays.stream(
                        text.toLowerCase(Locale.ROOT)
                                .replaceAll("[’']", "")
                                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                                .strip()
                                .split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<Integer> characters(String text) {
        return text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .boxed()
                .toList();
    }
}
