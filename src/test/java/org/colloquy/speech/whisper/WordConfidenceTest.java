package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.whisper.TokenWords.TokenWord;
import org.junit.jupiter.api.Test;

class WordConfidenceTest {
    /** Words of one piece each, and the end, which is sure. */
    private static double[] of(double... probabilities) {
        float[] logs = new float[probabilities.length + 1];
        List<TokenWord> words = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            logs[i] = (float) Math.log(probabilities[i]);
            words.add(new TokenWord("word", i, i + 1, i + 1));
        }
        return WordConfidence.of(
                new Hypothesis(new int[probabilities.length], logs, List.of(), 0.1, true), words);
    }

    @Test
    void risesWithTheProbabilityOfTheWord() {
        double before = 0;
        for (double probability : new double[] {0.0005, 0.01, 0.1, 0.4, 0.7, 0.95, 1}) {
            double confidence = of(0.9, probability, 0.9)[1];
            assertTrue(confidence > before, probability + " gives " + confidence);
            assertTrue(confidence < 1);
            before = confidence;
        }
    }

    @Test
    void isLowerBesideADoubtfulWord() {
        assertTrue(of(0.2, 0.9, 0.9)[2] > of(0.9, 0.2, 0.9)[2]);
    }

    @Test
    void isOfTheLeastLikelyPiece() {
        float[] logs = {(float) Math.log(0.99), (float) Math.log(0.3), 0};
        Hypothesis said = new Hypothesis(new int[2], logs, List.of(), 0.1, true);
        double whole = WordConfidence.of(said, List.of(new TokenWord("whole", 0, 2, 2)))[0];
        double[] apart =
                WordConfidence.of(
                        said, List.of(new TokenWord("who", 0, 1, 1), new TokenWord("le", 1, 2, 2)));
        assertTrue(whole < apart[0]);
        assertTrue(whole < 0.5, "one piece at 0.3 makes a doubtful word, not " + whole);
    }

    @Test
    void aWordAloneHasOne() {
        assertEquals(1, of(0.8).length);
        assertEquals(0, of().length);
    }
}
