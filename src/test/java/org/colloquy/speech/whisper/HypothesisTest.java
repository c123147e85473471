package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HypothesisTest {
    @Test
    void repeatedTextIsTooCompressible() {
        assertTrue(Hypothesis.compression("thank you very much ".repeat(20)) > 2.4);
        assertTrue(
                Hypothesis.compression(
                                "Tell me about a recent complaint. How did you make sure that you"
                                        + " understood it?")
                        < 2.4);
        assertTrue(Hypothesis.compression("") < 2.4);
    }

    @Test
    void circlesAreSeenWhileTheyAreMade() {
        List<Integer> ids = new ArrayList<>(IntStream.range(100, 140).boxed().toList());
        assertFalse(Loops.looping(ids));
        for (int i = 0; i < 4; i++) {
            ids.addAll(List.of(1, 2, 3, 4, 5, 6));
        }
        assertTrue(Loops.looping(ids));
        assertFalse(Loops.looping(List.of(7, 7, 7)));
        assertTrue(Loops.looping(IntStream.range(0, 10).mapToObj(i -> 7).toList()));
    }

    @Test
    void whatIsUnsureInSilenceIsNotSpeech() {
        Hypothesis unsure =
                new Hypothesis(new int[] {1}, new float[] {-3, -2}, List.of(), 0.8, true);
        assertTrue(unsure.silent());
        Hypothesis sure =
                new Hypothesis(new int[] {1}, new float[] {-0.1f, -0.1f}, List.of(), 0.8, true);
        assertFalse(sure.silent());
    }
}
