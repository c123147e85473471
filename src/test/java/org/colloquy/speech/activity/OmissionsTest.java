package org.colloquy.speech.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.Window.Piece;
import org.colloquy.speech.sound.Sound;
import org.junit.jupiter.api.Test;

class OmissionsTest {
    private static final Window TEN_SECONDS = new Window(List.of(new Piece(0, 10 * Sound.RATE)));

    private static double omitted(List<Word> words, Span... speech) {
        Activity activity = new Activity(new float[0], new float[0], List.of(speech));
        return Omissions.seconds(TEN_SECONDS, words, activity);
    }

    private static Word word(String text, double start, double end) {
        return new Word(text, start, end, 0.9, null);
    }

    /** One word of four letters every half second. */
    private static List<Word> words(double from, double to) {
        List<Word> words = new ArrayList<>();
        for (double at = from; at < to - 0.25; at += 0.5) {
            words.add(word("word", at, at + 0.4));
        }
        return words;
    }

    @Test
    void nothingIsOmittedWhereWordsFollowEachOther() {
        assertEquals(0, omitted(words(1, 9), new Span(1, 9)));
    }

    @Test
    void aPauseIsNoOmission() {
        List<Word> words = new ArrayList<>(words(0, 2));
        words.addAll(words(8, 10));
        assertEquals(0, omitted(words, new Span(0, 2), new Span(8, 10)));
    }

    @Test
    void speechBetweenTwoWordsCountsBeyondTheFirstWordsOwnLength() {
        List<Word> words = List.of(word("word", 0, 0.4), word("again", 5, 5.5));
        // From 0 to 5, less 0.35 + 4 x 0.12.
        assertEquals(5 - 0.83, omitted(words, new Span(0, 5.5)), 1e-9);
    }

    @Test
    void aWordSpreadOverASentenceHidesNothing() {
        List<Word> words = List.of(word("Have", 0, 4.9), word("you", 5, 5.5));
        assertEquals(5 - 0.83, omitted(words, new Span(0, 5.5)), 1e-9);
    }

    @Test
    void speechBeforeTheFirstAndAfterTheLastWordCounts() {
        assertEquals(3, omitted(words(3, 10), new Span(0, 10)), 1e-9);
        assertEquals(4.5 - 0.83, omitted(words(0, 6), new Span(0, 10)), 1e-9);
    }

    @Test
    void allOfItIsOmittedWhereThereAreNoWords() {
        assertEquals(6, omitted(List.of(), new Span(2, 5), new Span(6, 9)), 1e-9);
    }

    @Test
    void anUmIsNoOmission() {
        List<Word> words = List.of(word("and", 0, 0.3), word("then", 1.8, 2.2));
        assertEquals(0, omitted(words, new Span(0, 2.2)));
    }
}
