package org.colloquy.speech.speakers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.Span;
import org.junit.jupiter.api.Test;

class WordSpeakersTest {
    private static final float[] VOICE = {1};

    private static Word word(String text, double start, double end) {
        return new Word(text, start, end, 1, null);
    }

    private static VoiceMoment moment(Span phrase, double seconds) {
        return new VoiceMoment(seconds, phrase, 0, VOICE);
    }

    @Test
    void aWordIsOfThePhraseItLiesIn() {
        // The middle of the answer is nearer to the question's last word than that of its phrase.
        Span question = new Span(0, 5);
        Span answer = new Span(5.1, 5.5);
        List<VoiceMoment> track =
                List.of(moment(question, 0.8), moment(question, 4.2), moment(answer, 5.3));
        List<Word> words = List.of(word("then", 4.8, 5.0), word("yes", 5.15, 5.4));
        assertEquals(List.of(0, 1), WordSpeakers.of(words, track, new int[] {0, 0, 1}));
    }

    @Test
    void aWordOutsideAllPhrasesIsOfTheNearest() {
        List<VoiceMoment> track =
                List.of(moment(new Span(0, 1), 0.5), moment(new Span(9, 10), 9.5));
        List<Word> words = List.of(word("one", 2, 2.2), word("two", 8, 8.2), word("three", 30, 31));
        assertEquals(List.of(0, 1, 1), WordSpeakers.of(words, track, new int[] {0, 1}));
    }

    @Test
    void aChangeWithinAPhraseIsMovedToTheEndOfTheSentence() {
        Span phrase = new Span(0, 3);
        List<VoiceMoment> track = List.of(moment(phrase, 0.8), moment(phrase, 2.2));
        List<Word> words =
                List.of(
                        word("Are", 0.5, 0.9),
                        word("you?", 0.9, 1.3),
                        word("I", 1.3, 1.4),
                        word("am", 1.6, 2.4));
        assertEquals(List.of(0, 0, 1, 1), WordSpeakers.of(words, track, new int[] {0, 1}));
    }
}
