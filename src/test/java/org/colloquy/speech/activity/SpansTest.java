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
            Arrays.fill(frames, at, at + length, speech ? 0.9f : 0.01f);
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
}
