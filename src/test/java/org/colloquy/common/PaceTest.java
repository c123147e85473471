package org.colloquy.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    /** Tells it every quarter of a second, from one moment to another. */
    private OptionalDouble run(double from, double to, double fraction, double perSecond) {
        OptionalDouble left = OptionalDouble.empty();
        for (double at = from; at <= to; at += 0.25) {
            left = pace.left(at, fraction + (at - from) * perSecond);
        }
        return left;
    }

    @Test
    void tooLittleIsKnownAtFirst() {
        assertTrue(run(100, 101.75, 0, 0.01).isEmpty());
        assertTrue(run(102, 105, 0.02, 0.01).isPresent());
    }

    @Test
    void evenWorkIsToldExactly() {
        assertEquals(90, run(100, 110, 0, 0.01).orElseThrow(), 1e-6);
    }

    @Test
    void nothingDoneTellsNothing() {
        assertTrue(run(0, 60, 0.5, 0).isEmpty());
    }

    @Test
    void anEarlierPaceIsForgotten() {
        run(0, 10, 0, 0.001);
        assertEquals(80, run(10.25, 30, 0.0125, 0.01).orElseThrow(), 1);
    }

    @Test
    void workThatBeginsAnewIsMeasuredAnew() {
        run(0, 20, 0, 0.02);
        assertTrue(pace.left(20.5, 0.1).isEmpty());
        assertEquals(80, run(20.75, 30.75, 0.1025, 0.01).orElseThrow(), 1);
    }
}
