package org.colloquy.speech.vosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Span;
import org.junit.jupiter.api.Test;

class WordEvidenceTest {
    private static final int FRAMES = 200;
    private final float[] probabilities = new float[FRAMES];
    private final float[] levels = new float[FRAMES];

    private WordEvidence evidence(Span... spans) {
        return new WordEvidence(new Activity(probabilities, levels, List.of(spans)));
    }

    private static Word word(double start, double end, double confidence) {
        return new Word("word", start, end, confidence, null);
    }

    private void voice(double start, double end, float probability) {
        Arrays.fill(probabilities, frame(start), frame(end), probability);
    }

    private static int frame(double seconds) {
        return (int) (seconds / Activity.FRAME_SECONDS);
    }

    @Test
    void aWordInAConversationIsSpokenHoweverUnsure() {
        voice(0.5, 4, 0.99f);
        WordEvidence evidence = evidence(new Span(0.5, 4));
        assertTrue(evidence.spoken(word(1, 1.3, 0.1)));
        assertTrue(evidence.spoken(word(1, 1, 0.9)));
    }

    @Test
    void aWordWithoutAVoiceIsNotSpoken() {
        voice(0.5, 4, 0.7f);
        assertFalse(evidence(new Span(0.5, 4)).spoken(word(1, 1.3, 1)));
    }

    @Test
    void aWordDrawnOverASoundThatStandsAloneIsNotSpoken() {
        voice(1, 1.25, 0.95f);
        WordEvidence evidence = evidence(new Span(0.94, 1.31));
        assertFalse(evidence.spoken(word(0.8, 1.55, 1)));
        assertTrue(evidence.spoken(word(1, 1.25, 1)));
        assertFalse(evidence.spoken(word(1, 1.25, 0.45)));
    }

    @Test
    void aWordIsTheLikelierTheFartherItStandsOutOfTheNoise() {
        Arrays.fill(levels, 0.001f);
        Arrays.fill(levels, 50, 100, 0.1f);
        Arrays.fill(levels, 100, 150, 0.003f);
        WordEvidence evidence = evidence(new Span(1, 5));
        double clear = evidence.rated(word(2, 2.5, 1)).confidence();
        double unsure = evidence.rated(word(2, 2.5, 0.5)).confidence();
        double faint = evidence.rated(word(3.5, 4, 1)).confidence();
        assertTrue(clear > 0.9 && clear < 1, "clear " + clear);
        assertTrue(unsure < clear && unsure > faint, "unsure " + unsure);
        assertTrue(faint < 0.6, "faint " + faint);
    }

    @Test
    void silenceAroundAWordIsNoNoise() {
        Arrays.fill(levels, 50, 100, 0.05f);
        Word rated = evidence(new Span(1, 5)).rated(word(2, 2.5, 1));
        assertTrue(rated.confidence() > 0.9);
        assertEquals(2, rated.startSeconds());
        assertEquals("word", rated.text());
    }

    @Test
    void aRecordingWithoutLengthHasNoWords() {
        WordEvidence none = new WordEvidence(new Activity(new float[0], new float[0], List.of()));
        assertFalse(none.spoken(word(0, 0, 1)));
    }
}
