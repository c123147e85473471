package org.colloquy.speech.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static float[] frames(int... lengthsSilentFirst) {
        float[] frames = new float[Arrays.stream(lengthsSilentFirst).sum()];
        int at = 0;
        boolean speech = false;
        for (int length : lengthsSilentFirst) {
            Arrays.fill(frames, at, at + length, speech ? 0.99f : 0.01f);
            at += length;
            speech = !speech;
        }
        return frames;
    }

    @Test
    void silenceHasNoSpans() {
        assertEquals(List.of(), Spans.of(frames(100), 3.2));
        assertEquals(List.of(), Spans.of(new float[0], 0));
    }

    @Test
    void shortPausesAreJoinedAndShortSoundsDropped() {
        List<Span> spans = Spans.of(frames(10, 20, 3, 20, 50, 2, 20), 4);
        assertEquals(1, spans.size());
        assertEquals(10 * 0.032 - 0.064, spans.getFirst().startSeconds(), 1e-9);
        assertEquals(53 * 0.032 + 0.064, spans.getFirst().endSeconds(), 1e-9);
    }

    @Test
    void spansStayInTheRecording() {
        List<Span> spans = Spans.of(frames(0, 100), 3.18);
        assertEquals(List.of(new Span(0, 3.18)), spans);
    }

    @Test
    void theLongerASoundTheSurerItMustBeSomewhere() {
        assertEquals(0.7, Spans.leastPeak(1 / 3.0), 1e-9);
        assertEquals(0.9, Spans.leastPeak(1), 1e-9);
        assertEquals(0.95, Spans.leastPeak(2), 1e-9);
        assertEquals(0.985, Spans.leastPeak(60), 1e-9);
        assertEquals(0.95, Spans.leastPeak(0.2), 1e-9);
    }

    @Test
    void aLongSoundThatIsNowhereCertainIsDropped() {
        float[] frames = frames(10, 40, 30, 40, 10);
        Arrays.fill(frames, 10, 50, 0.85f);
        Arrays.fill(frames, 80, 120, 0.98f);
        List<Span> spans = Spans.of(frames, 5);
        assertEquals(1, spans.size());
        assertEquals(80 * 0.032 - 0.064, spans.getFirst().startSeconds(), 1e-9);
        frames[20] = 0.99f;
        assertEquals(2, Spans.of(frames, 5).size());
    }

    @Test
    void aShortAnswerNeedNotBeAsCertain() {
        float[] frames = frames(10, 14, 50);
        Arrays.fill(frames, 10, 24, 0.8f);
        assertEquals(1, Spans.of(frames, 3).size());
    }

    @Test
    void whatIsTooShortForAWordMustBeCertain() {
        float[] frames = frames(10, 6, 50);
        Arrays.fill(frames, 10, 16, 0.9f);
        assertEquals(List.of(), Spans.of(frames, 3));
        frames[12] = 0.97f;
        assertEquals(1, Spans.of(frames, 3).size());
    }
}
