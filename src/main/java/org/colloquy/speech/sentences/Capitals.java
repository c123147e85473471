package org.colloquy.speech.sentences;

import java.util.List;
import java.util.Locale;
import org.colloquy.speech.Word;

/** How each word is written: as a vocabulary says, as the language says, or as it was heard. */
final class Capitals {
    private final Said said;
    private final Grammar grammar;
    private final List<String> written;

    Capitals(List<Word> words, List<String> vocabulary, Grammar grammar) {
        said = new Said(words);
        this.grammar = grammar;
        written = Terms.of(vocabulary).written(words.stream().map(Word::text).toList());
    }

    /**
     * @param begins whether the word begins a sentence
     */
    String of(int i, boolean begins) {
        String word = written.get(i);
        return begins || grammar.isCapital(said, i) ? upper(word) : word;
    }

    private static String upper(String word) {
        int first = word.codePointAt(0);
        boolean inner = word.codePoints().anyMatch(Character::isUpperCase);
        // "iPhone" is written like that at a beginning, too.
        return inner || Character.isTitleCase(first)
                ? word
                : Character.toString(Character.toTitleCase(first))
                        + word.substring(Character.charCount(first));
    }

    /** In the root locale: "i" has its usual capital. */
    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
