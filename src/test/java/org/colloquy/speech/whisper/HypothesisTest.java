package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** Terms that were looked for afterwards may be unlikely; what was heard was not. */
    @Test
    void aWindowIsJudgedByWhatTheEngineWroteItself() {
        float[] terms = {-4, -3};
        Hypothesis guided =
                new Hypothesis(
                        new int[] {1}, terms, List.of(), 0.1, true, new float[] {-0.1f, -0.2f});
        assertEquals(-0.15, guided.meanLogProbability(), 1e-6);
        assertFalse(guided.silent());
    }

    @Test
    void theMoreSpeechIsDoubtedTheSurerTheTextMustBe() {
        assertEquals(-0.9, Hypothesis.leastLogProbability(0), 1e-9);
        assertEquals(-0.9, Hypothesis.leastLogProbability(0.3), 1e-9);
        assertEquals(-0.7, Hypothesis.leastLogProbability(0.45), 1e-9);
        assertEquals(-0.5, Hypothesis.leastLogProbability(0.6), 1e-9);
        assertEquals(-0.5, Hypothesis.leastLogProbability(1), 1e-9);
    }

    /** What the model made of coughs and of "No, I think that is everything." in loud noise. */
    @Test
    void textOfCoughsIsNotTrustedAndSpeechInNoiseIs() throws IOException {
        Vocabulary vocabulary =
                Vocabulary.read(
                        Path.of("models/whisper-base-tokenizer.json"),
                        Path.of("models/whisper-base-config.json"));
        int[] no = {883};
        assertFalse(said(no, -0.67f, 0.57).trusted(vocabulary));
        assertTrue(said(no, -0.34f, 0.74).trusted(vocabulary));
        assertTrue(said(no, -0.67f, 0.1).trusted(vocabulary));
        int[] often = {883, 883, 883, 883};
        assertTrue(said(often, -0.1f, 0.1).trusted(vocabulary));
        assertFalse(said(often, -0.1f, 0.5).trusted(vocabulary));
    }

    private static Hypothesis said(int[] ids, float logProbability, double noSpeech) {
        float[] logs = new float[ids.length + 1];
        Arrays.fill(logs, logProbability);
        return new Hypothesis(ids, logs, List.of(), noSpeech, true);
    }
}
