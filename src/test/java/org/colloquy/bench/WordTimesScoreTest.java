package org.colloquy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordTimesScoreTest {
    private static PlacedWord word(String text, double start, double end) {
        return new PlacedWord(text, start, end);
    }

    @Test
    void wordsAreFoundAgainByTheirText() {
        WordTimesScore score =
                WordTimesScore.byText(
                        List.of(word("i", 1, 1.1), word("keep", 1.2, 1.5), word("it", 2, 2.2)),
                        List.of(
                                word("I", 0.9, 1.1),
                                word("kept", 1.1, 1.5),
                                word("it.", 2.1, 2.7)));
        assertEquals(3, score.spoken());
        assertEquals(2, score.startErrors().size());
        assertEquals(-0.1, score.startErrors().getFirst(), 1e-9);
        assertEquals(0.1, score.startErrors().getLast(), 1e-9);
        assertEquals(1, score.tooLong());
        assertEquals(0.4, score.longest(), 1e-9);
    }

    @Test
    void ofEqualWordsTheNearestIsMeant() {
        WordTimesScore score =
                WordTimesScore.byText(
                        List.of(word("the", 1, 1.1), word("the", 5, 5.1)),
                        List.of(word("the", 5.02, 5.1)));
        assertEquals(List.of(5.02 - 5), score.startErrors());
    }

    @Test
    void piecesAreFoundAgainByTheirPlace() {
        WordTimesScore score =
                WordTimesScore.byPlace(
                        List.of(word("", 1, 2), word("", 3, 4), word("", 5, 6)),
                        List.of(word("a", 0.9, 1.4), word("b", 1.4, 2.2), word("c", 5.1, 6)));
        assertEquals(2, score.startErrors().size());
        assertEquals(-0.1, score.startErrors().getFirst(), 1e-9);
        assertEquals(0.3, score.excess().getFirst(), 1e-9);
        assertEquals(0.1, score.startErrors().getLast(), 1e-9);
    }

    @Test
    void quantilesAreOfTheDistanceAndTakeTheNearestRank() {
        WordTimesScore score = new WordTimesScore(5, List.of(0.1, -0.2, 0.3, -0.4), List.of(0.0));
        assertEquals(0.2, score.median(), 1e-9);
        assertEquals(0.4, score.quantile(0.95), 1e-9);
        assertEquals(0.1, score.bias(), 1e-9);
    }
}
