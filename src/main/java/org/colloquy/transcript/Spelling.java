package org.colloquy.transcript;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word's spelling, made ready to be compared with many others: without case and punctuation, as
 * the sorted pairs of neighbouring characters, the word's ends counted as characters.
 */
final class Spelling {
    /** Stands for a word's end: one more than the last character there is. */
    private static final int END = Character.MAX_CODE_POINT + 1;

    private static final Pattern NEITHER_LETTER_NOR_DIGIT =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");

    private final String letters;
    private final long[] pairs;

    private Spelling(String letters) {
        this.letters = letters;
        int[] characters = letters.codePoints().limit(64).toArray();
        this.pairs = new long[characters.length + 1];
        long before = END;
        for (int i = 0; i < characters.length; i++) {
            pairs[i] = before << 21 | characters[i];
            before = characters[i];
        }
        pairs[characters.length] = before << 21 | END;
        Arrays.sort(pairs);
    }

    static Spelling of(String word) {
        String letters = letters(word);
        return new Spelling(letters.isEmpty() ? word : letters);
    }

    /** A text's letters, marks and digits in lower case: without spaces, hyphens, punctuation. */
    static String letters(String text) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** As though the two were written together. */
    Spelling and(Spelling next) {
        return new Spelling(letters + next.letters);
    }

    boolean same(Spelling other) {
        return letters.equals(other.letters);
    }

    /**
     * 0 (nothing in common) to 1 (the same): Dice's coefficient over the pairs of characters (L. R.
     * Dice, "Measures of the amount of ecologic association between species", Ecology 26, 1945).
     */
    double likeness(Spelling other) {
        if (same(other)) {
            return 1;
        }
        int common = 0;
        for (int i = 0, j = 0; i < pairs.length && j < other.pairs.length; ) {
            int order = Long.compare(pairs[i], other.pairs[j]);
            if (order == 0) {
                common++;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return 2.0 * common / (pairs.length + other.pairs.length);
    }

    /** At least as great as the likeness, known from the lengths alone. */
    double mostLikeness(Spelling other) {
        int shorter = Math.min(pairs.length, other.pairs.length);
        return 2.0 * shorter / (pairs.length + other.pairs.length);
    }
}
