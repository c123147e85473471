package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Span;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static Activity speech(Span... spans) {
        return new Activity(new float[100], new float[100], List.of(spans));
    }

    @Test
    void theFractionGrowsFromNothingToAll() {
        Workload before = Workload.before(600, Engine.WHISPER, true, 2);
        assertEquals(0, before.foundAt(0));
        Workload work = before.with(speech(new Span(0, 200), new Span(300, 500)), 600);
        double[] steps = {
            before.foundAt(0.5),
            before.foundAt(1),
            work.foundAt(1),
            work.heardAt(0),
            work.heardAt(0.5),
            work.heardAt(1),
            work.speakersAt(0.5)
        };
        for (int i = 1; i < steps.length; i++) {
            assertTrue(steps[i] > steps[i - 1], "step " + i);
        }
        assertEquals(work.heardAt(1), work.speakersAt(0), 1e-9);
        assertEquals(1, work.speakersAt(1), 1e-9);
    }

    @Test
    void withoutSpeakersHearingIsTheLast() {
        Workload work = Workload.before(600, Engine.VOSK, false, 2);
        assertEquals(1, work.heardAt(1), 1e-9);
    }

    @Test
    void whereNobodySpeaksFindingThatOutIsAll() {
        Workload work = Workload.before(600, Engine.WHISPER, true, 2).with(speech(), 600);
        assertEquals(1, work.foundAt(1));
        assertEquals(1, Workload.before(0, Engine.WHISPER, true, 2).with(speech(), 0).foundAt(1));
    }
}
