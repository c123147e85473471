package org.colloquy.speech.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.colloquy.speech.Word;
import org.junit.jupiter.api.Test;

class WordlessSpeechTest {
    private static Activity activity(float probability, Span... spans) {
        float[] probabilities = new float[1000];
        Arrays.fill(probabilities, probability);
        return new Activity(probabilities, new float[1000], List.of(spans));
    }

    private static Word word(double start, double end) {
        return new Word("word", start, end, 0.9, null);
    }

    @Test
    void certainSpeechWithoutWordsIsFound() {
        Activity activity = activity(0.97f, new Span(0, 2), new Span(3, 6), new Span(7, 9));
        assertEquals(List.of(new Span(3, 9)), WordlessSpeech.of(List.of(word(0, 2)), activity));
        assertEquals(List.of(new Span(0, 6)), WordlessSpeech.of(List.of(word(7, 9)), activity));
        assertEquals(List.of(new Span(0, 9)), WordlessSpeech.of(List.of(), activity));
    }

    @Test
    void whatIsShortOrDoubtfulIsNot() {
        List<Word> words = List.of(word(0, 1), word(4.5, 5));
        assertEquals(List.of(), WordlessSpeech.of(words, activity(0.97f, new Span(0, 5))));
        assertEquals(List.of(), WordlessSpeech.of(List.of(), activity(0.8f, new Span(0, 9))));
        assertEquals(List.of(), WordlessSpeech.of(List.of(), activity(0.97f)));
    }

    @Test
    void aLongPauseIsNoSpeech() {
        Activity activity = activity(0.97f, new Span(0, 2), new Span(20, 22));
        assertEquals(List.of(), WordlessSpeech.of(List.of(word(0, 2), word(20, 22)), activity));
    }
}
