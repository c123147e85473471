package org.colloquy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AnnouncedTest {
    private static Announced evenly(double seconds, double perSecond) {
        Announced announced = new Announced();
        for (int at = 0; at <= seconds; at++) {
            announced.at(at, at * perSecond);
        }
        return announced;
    }

    @Test
    void evenWorkIsAnnouncedRightly() {
        Announced announced = evenly(100, 0.01);
        assertEquals(0, announced.worstTotal(10, 100), 1e-9);
        assertEquals(0, announced.worstFraction(0, 100), 1e-9);
    }

    @Test
    void whatTakesTwiceAsLongWasHalfWrong() {
        Announced announced = evenly(100, 0.01);
        assertEquals(0.5, announced.worstTotal(10, 200), 1e-9);
        assertEquals(0.5, announced.worstFraction(10, 200), 1e-9);
    }

    @Test
    void whatIsOverBeforeIsNotJudged() {
        assertTrue(Double.isNaN(evenly(5, 0.2).worstTotal(10, 5)));
    }
}
