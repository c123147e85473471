package org.colloquy.speech.speakers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Span;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    /** One span over all frames but two at each end, loud but where it dips: -26 and -60 dBFS. */
    private static List<Span> phrases(int frames, int... dips) {
        float[] levels = new float[frames];
        Arrays.fill(levels, 0.05f);
        for (int dip : dips) {
            levels[dip] = 0.001f;
        }
        levels[0] = levels[1] = levels[frames - 1] = levels[frames - 2] = 0.001f;
        Span span = new Span(seconds(2), seconds(frames - 2));
        float[] probabilities = new float[frames];
        return Phrases.of(new Activity(probabilities, levels, List.of(span)));
    }

    private static double seconds(int frame) {
        return frame * Activity.FRAME_SECONDS;
    }

    @Test
    void aSpanIsCutWhereTheSoundFalls() {
        List<Span> phrases = phrases(60, 28, 29, 30);
        assertEquals(2, phrases.size());
        assertEquals(seconds(2), phrases.get(0).startSeconds(), 1e-9);
        assertEquals(seconds(28), phrases.get(0).endSeconds(), 1e-9);
        assertEquals(seconds(31), phrases.get(1).startSeconds(), 1e-9);
        assertEquals(seconds(58), phrases.get(1).endSeconds(), 1e-9);
    }

    @Test
    void aClosureOfTheMouthIsNoDip() {
        assertEquals(1, phrases(60, 28, 40).size());
    }

    @Test
    void nothingTooShortIsCutOff() {
        assertEquals(1, phrases(60, 5, 6, 7, 54, 55).size());
    }

    @Test
    void soundOfOneLevelIsOnePhrase() {
        float[] levels = new float[60];
        Arrays.fill(levels, 0.05f);
        Span span = new Span(0, seconds(60));
        assertEquals(List.of(span), Phrases.of(new Activity(new float[60], levels, List.of(span))));
        assertEquals(List.of(), Phrases.of(new Activity(new float[0], new float[0], List.of())));
    }
}
