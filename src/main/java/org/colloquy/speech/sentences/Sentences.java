package org.colloquy.speech.sentences;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.Word;

/**
 * Lets bare words read like a text: ends of sentences from pauses and from the words themselves,
 * questions from how they are asked, capitals at beginnings, in names and in the terms of a
 * vocabulary. Only marks are added and letters made capitals: never a word, a time or an order.
 */
public final class Sentences {
    /** A share of words that end a sentence above this: the engine sets its own marks. */
    private static final double OWN_MARKS = 0.02;

    private Sentences() {}

    /**
     * @param words in order, with speakers where these are known
     * @param language ISO 639-1, "und" where it is not known
     * @param vocabulary names and terms as they are to be written
     */
    public static List<Word> set(List<Word> words, String language, List<String> vocabulary) {
        if (words.isEmpty() || hasMarks(words)) {
            return words;
        }
        Grammar grammar = Grammar.of(language, words);
        Said said = new Said(words);
        Capitals capitals = new Capitals(words, vocabulary, grammar);
        List<Mark> marks = new Marker(said, grammar).marks();
        List<Word> set = new ArrayList<>(words.size());
        boolean begins = true;
        for (int i = 0; i < words.size(); i++) {
            Mark mark = marks.get(i);
            String text = capitals.of(i, begins || said.isFirstOfTurn(i));
            set.add(words.get(i).withText(text + grammar.sign(mark)));
            begins = mark.endsSentence();
        }
        return set;
    }

    private static boolean hasMarks(List<Word> words) {
        long marked =
                words.stream().filter(word -> word.text().matches(".*\\p{L}[.?!。？！؟]")).count();
        return marked > OWN_MARKS * words.size();
    }
}
