package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.colloquy.speech.SpeechMessage.Earlier;
import org.colloquy.speech.SpeechMessage.Heard;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Span;
import org.junit.jupiter.api.Test;

class ListeningTest {
    private final Listening listening =
            new Listening(message -> {}, fraction -> {}, "en", Earlier.NOTHING);

    private static Activity speaking(double from, double to) {
        float[] sure = new float[1000];
        Arrays.fill(sure, 0.99f);
        return new Activity(sure, new float[1000], List.of(new Span(from, to)));
    }

    private static Word word(String text, double start, double end) {
        return new Word(text, start, end, 0.9, null);
    }

    /** A window hears a little beyond the part; those words are in the transcript already. */
    @Test
    void wordsBesideAPartAreNotDrawnIntoIt() {
        listening.remember(
                new Heard(
                        0,
                        List.of(
                                word("before", 9.6, 9.95),
                                word("in", 10.1, 10.4),
                                word("it", 19.5, 19.9),
                                word("after", 20, 20.3))));
        Part part = new Part(10, 20);
        List<Word> words = listening.words(speaking(0, 30).within(10, 20), part);
        assertEquals(List.of("in", "it"), words.stream().map(Word::text).toList());
    }

    @Test
    void speechWithoutWordsIsAGap() {
        listening.remember(new Heard(0, List.of(word("one", 0, 0.5), word("two", 9, 9.5))));
        Activity activity = speaking(0, 9.5);
        List<Word> words = listening.words(activity, null);
        assertEquals(List.of(new Gap(0.5, 9)), listening.gaps(words, activity));
    }
}
