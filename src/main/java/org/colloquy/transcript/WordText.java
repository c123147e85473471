package org.colloquy.transcript;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Problem;

/**
 * Text into words: cut at white space and control characters, composed (NFC).
 *
 * <p>Left out: marks that turn the direction of what follows (U+202A to U+202E, U+2066 to U+2069),
 * because words are shown one by one and such a mark would show evidence in another order than it
 * has; and words in which nothing can be seen. Half a surrogate pair becomes U+FFFD. Everything
 * else, joiners in emoji and marks of Arabic or Hebrew included, stays as it was typed.
 */
public final class WordText {
    /** The most that one turn can hold: a quarter of an hour of speech without a pause. */
    public static final int MOST_WORDS = 2_500;

    public static final int MOST_CHARACTERS = 20_000;

    private WordText() {}

    /**
     * The words of a text that a person typed; none where nothing visible is in it.
     *
     * @throws Problem.TooLarge where it is longer than one turn may be
     */
    public static List<String> typed(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw tooLong();
        }
        List<String> words = words(text);
        if (words.size() > MOST_WORDS) {
            throw tooLong();
        }
        return words;
    }

    /**
     * Whether two texts have the same letters and digits: capitals, punctuation, hyphens and spaces
     * aside. Texts without any have to be equal.
     */
    public static boolean sameWords(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        String letters = Spelling.letters(one);
        return !letters.isEmpty() && letters.equals(Spelling.letters(other));
    }

    private static Problem.TooLarge tooLong() {
        return new Problem.TooLarge(
                "That is too much text for one turn: at most {words} words or "
                        + "{characters} characters. The turn is as it was.",
                Map.of("words", MOST_WORDS, "characters", MOST_CHARACTERS));
    }

    /** The words of any text. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints()
                .forEach(
                        character -> {
                            if (separates(character)) {
                                finish(word, words);
                            } else if (!turnsDirection(character)) {
                                word.appendCodePoint(
                                        Character.getType(character) == Character.SURROGATE
                                                ? 0xFFFD
                                                : character);
                            }
                        });
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (word.codePoints().anyMatch(WordText::canBeSeen)) {
            words.add(Normalizer.normalize(word, Normalizer.Form.NFC));
        }
        word.setLength(0);
    }

    private static boolean separates(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    private static boolean turnsDirection(int character) {
        return character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }

    private static boolean canBeSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }
}
