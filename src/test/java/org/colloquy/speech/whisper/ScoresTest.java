package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final double SUM = Math.exp(1) + Math.exp(3) + Math.exp(2);

    private final Scores scores = new Scores(new float[] {1, 3, 2});

    @Test
    void theLikeliestAndHowLikely() {
        assertEquals(1, scores.best());
        assertEquals(Math.log(Math.exp(3) / SUM), scores.logProbability(1), 1e-9);
        assertEquals(Math.log(Math.exp(1) / SUM), scores.logProbability(0), 1e-9);
    }

    @Test
    void whatIsSuppressedIsNoLongerCounted() {
        assertEquals(1, scores.best());
        assertEquals(Math.log(Math.exp(2) / SUM), scores.logProbability(2), 1e-9);
        scores.suppress(new int[] {1});
        assertEquals(2, scores.best());
        double left = Math.exp(1) + Math.exp(2);
        assertEquals(Math.log(Math.exp(2) / left), scores.logProbability(2), 1e-9);
        assertEquals(Double.NEGATIVE_INFINITY, scores.logProbability(1));
    }

    @Test
    void drawnAsOftenAsLikely() {
        assertEquals(0, scores.draw(1, Math.exp(1) / SUM - 0.01));
        assertEquals(1, scores.draw(1, Math.exp(1) / SUM + 0.01));
        assertEquals(2, scores.draw(1, 0.999));
        assertEquals(1, scores.draw(0.01, 0.5));
    }
}
