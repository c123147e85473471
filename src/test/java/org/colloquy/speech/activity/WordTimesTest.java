package org.colloquy.speech.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.colloquy.speech.Word;
import org.junit.jupiter.api.Test;

class WordTimesTest {
    private static final Activity TWO_SPANS =
            new Activity(new float[0], new float[0], List.of(new Span(1, 3), new Span(5, 8)));

    private static Word word(String text, double start, double end) {
        return new Word(text, start, end, 0.9, null);
    }

    @Test
    void aWordThatBeginsInSilenceBeginsWithTheSpeech() {
        List<Word> mended =
                WordTimes.mended(List.of(word("one", 2, 2.5), word("two", 3.6, 5.4)), TWO_SPANS);
        assertEquals(List.of(word("one", 2, 2.5), word("two", 5, 5.4)), mended);
    }

    @Test
    void aWordThatEndsInSilenceEndsWithTheSpeech() {
        assertEquals(
                List.of(word("one", 2.6, 3)),
                WordTimes.mended(List.of(word("one", 2.6, 4.2)), TWO_SPANS));
    }

    @Test
    void aWordFarFromSpeechWasNotSpoken() {
        assertEquals(List.of(), WordTimes.mended(List.of(word("you", 3.6, 4.4)), TWO_SPANS));
    }

    @Test
    void wordsDoNotReachIntoEachOther() {
        assertEquals(
                List.of(word("one", 5, 5.3), word("two", 5.3, 6)),
                WordTimes.mended(List.of(word("one", 5, 5.6), word("two", 5.3, 6)), TWO_SPANS));
    }
}
