package org.colloquy.bench.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermScoreTest {
    private static final String SENTENCE = "Ask [Siobhan|shivawn] about the [COSHH|kosh] file.";
    private static final List<String> LIST = List.of("Siobhan", "COSHH", "Waterlow score");

    @Test
    void countsTermsAsWrittenAndOtherWordsByEdits() {
        assertEquals(
                new TermScore(2, 2, 4, 0, 0),
                TermScore.of(SENTENCE, "Ask Siobhan about the coshh file.", LIST));
        assertEquals(
                new TermScore(2, 1, 4, 1, 0),
                TermScore.of(SENTENCE, "Ask she von about a COSHH file", LIST));
        assertEquals(new TermScore(2, 0, 4, 4, 0), TermScore.of(SENTENCE, "", LIST));
    }

    @Test
    void aTermThatWasNotSaidIsInvented() {
        assertEquals(
                new TermScore(2, 2, 4, 2, 1),
                TermScore.of(SENTENCE, "Ask Siobhan about the COSHH file, Waterlow score", LIST));
        assertEquals(new TermScore(0, 0, 0, 1, 1), TermScore.of("", "Siobhan", LIST));
    }

    @Test
    void numbersAndHyphensAreWrittenInManyWays() {
        assertEquals(
                0,
                TermScore.of("Within ten day-long trips.", "within 10 day long trips", LIST)
                        .errors());
    }
}
