package org.colloquy.bench.captions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.colloquy.bench.captions.CaptionStream.Said;
import org.colloquy.bench.captions.CaptionStream.Shown;
import org.junit.jupiter.api.Test;

class CaptionScoreTest {
    private static Said said(String text, double start) {
        return new Said(text, start, start + 0.5);
    }

    private static final List<Said> TRUTH =
            List.of(said("I", 0), said("made", 1), said("a", 2), said("list", 3));

    @Test
    void aWordCountsFromTheFirstMomentAtWhichItIsRight() {
        CaptionScore score =
                CaptionScore.of(
                        TRUTH,
                        List.of(
                                new Shown(1.5, List.of(said("Eye", 0)), 0),
                                new Shown(2.5, List.of(said("I", 0), said("maid", 1)), 0),
                                new Shown(3.5, List.of(said("i", 0), said("made,", 1)), 2),
                                new Shown(
                                        4.0,
                                        List.of(said("I", 0), said("made", 1), said("list.", 3)),
                                        3)));
        assertArrayEquals(new double[] {0.5, 2.0, 2.0}, score.delays());
        assertEquals(0.75, score.everRight());
        assertEquals(0.25, score.shareWithin(1));
        assertEquals(2.0, score.within(0.95));
    }

    @Test
    void theSameWordAtAnotherTimeIsAnotherWord() {
        assertEquals(
                0,
                CaptionScore.of(TRUTH, List.of(new Shown(30, List.of(said("I", 20)), 0)))
                        .everRight());
    }
}
