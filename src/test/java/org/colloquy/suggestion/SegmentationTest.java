package org.colloquy.suggestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentationTest {
    private static Segmentation.Unit unit(
            int topic, int words, long start, int turn, boolean asks) {
        float[] vector = new float[4];
        vector[topic] = 1;
        return new Segmentation.Unit(vector, words, start, start + 900, turn, asks);
    }

    @Test
    void cutsWhereTheTopicChanges() {
        List<Segmentation.Unit> units = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            units.add(unit(i / 3, 12, i * 1000L, 1, false));
        }
        assertEquals(
                List.of(
                        new Segmentation.Span(0, 3),
                        new Segmentation.Span(3, 6),
                        new Segmentation.Span(6, 9)),
                Segmentation.cut(units));
    }

    @Test
    void neverGoesOverALongPause() {
        assertEquals(
                2,
                Segmentation.cut(List.of(unit(0, 12, 0, 1, false), unit(0, 12, 20_000, 1, false)))
                        .size());
    }

    @Test
    void isNeverLongerThanItMayBeAndLosesNothing() {
        List<Segmentation.Unit> units = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            units.add(unit(0, 20, i * 1000L, 1, false));
        }
        int next = 0;
        for (Segmentation.Span span : Segmentation.cut(units)) {
            assertEquals(next, span.from());
            assertTrue((span.to() - span.from()) * 20 <= Segmentation.MOST_WORDS);
            next = span.to();
        }
        assertEquals(100, next);
    }

    @Test
    void keepsAQuestionWithItsAnswer() {
        assertEquals(
                List.of(new Segmentation.Span(0, 1), new Segmentation.Span(1, 3)),
                Segmentation.cut(
                        List.of(
                                unit(0, 12, 0, 1, false),
                                unit(1, 8, 1000, 2, true),
                                unit(2, 12, 2000, 3, false))));
    }

    @Test
    void nothingIsCutIntoNothing() {
        assertEquals(List.of(), Segmentation.cut(List.of()));
        assertEquals(List.of(), Sentences.of("  "));
    }

    @Test
    void sentencesAreLongEnoughToMeanSomething() {
        assertEquals(
                List.of("Right. So I checked it.", "Then I told my boss."),
                Sentences.of("Right. So I checked it. Then I told my boss."));
        assertEquals(3, Sentences.of("word ".repeat(100)).size());
    }
}
