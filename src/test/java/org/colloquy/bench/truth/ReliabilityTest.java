package org.colloquy.bench.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.bench.truth.Matches.Rated;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    private static Rated right(double confidence) {
        return new Rated(confidence, true);
    }

    private static Rated wrong(double confidence) {
        return new Rated(confidence, false);
    }

    @Test
    void nineInTenAtNineTenthsIsCalibrated() {
        List<Rated> words = new ArrayList<>(List.of(wrong(0.9)));
        for (int i = 0; i < 9; i++) {
            words.add(right(0.9));
        }
        Reliability all = new Reliability(words);
        assertEquals(0, all.calibrationError(), 1e-9);
        assertEquals(0.9, all.between(0.85, 0.95).rightly(), 1e-9);
    }

    @Test
    void theErrorIsTheMeanDistanceByWords() {
        Reliability all = new Reliability(List.of(right(1), right(1), right(1), wrong(0.4)));
        assertEquals(0.1, all.calibrationError(), 1e-9);
        assertEquals(2, all.bins().size());
    }

    @Test
    void separationIsTheShareOfPairsInOrder() {
        assertEquals(1, new Reliability(List.of(wrong(0.2), right(0.3))).separation(), 1e-9);
        assertEquals(0, new Reliability(List.of(right(0.2), wrong(0.3))).separation(), 1e-9);
        assertEquals(0.5, new Reliability(List.of(right(0.3), wrong(0.3))).separation(), 1e-9);
        List<Rated> words = List.of(wrong(0.1), right(0.2), wrong(0.3), right(0.4));
        assertEquals(0.75, new Reliability(words).separation(), 1e-9);
    }
}
