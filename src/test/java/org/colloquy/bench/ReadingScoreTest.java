package org.colloquy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.colloquy.speech.Word;
import org.junit.jupiter.api.Test;

class ReadingScoreTest {
    private static final ReadText REFERENCE = ReadText.of("Who came? I did. We saw Amina-Jane.");

    @Test
    void theSameTextIsRight() {
        assertEquals(new ReadingScore(3, 3, 3), ReadingScore.ofEnds(REFERENCE, REFERENCE));
        assertEquals(new ReadingScore(1, 1, 1), ReadingScore.ofQuestions(REFERENCE, REFERENCE));
        assertEquals(new ReadingScore(5, 5, 5), ReadingScore.ofCapitals(REFERENCE, REFERENCE));
    }

    @Test
    void marksAreComparedWhereTheLettersAreTheSame() {
        // A word more, one in two, an end too early, a stop for a question.
        ReadText heard = ReadText.of("Well who came. I did we. Saw amina Jane.");
        assertEquals(new ReadingScore(2, 3, 3), ReadingScore.ofEnds(REFERENCE, heard));
        assertEquals(new ReadingScore(0, 0, 1), ReadingScore.ofQuestions(REFERENCE, heard));
        // "I" and "Jane" are right, "Well" and "Saw" are not.
        assertEquals(new ReadingScore(2, 4, 5), ReadingScore.ofCapitals(REFERENCE, heard));
    }

    @Test
    void figuresOfScores() {
        ReadingScore score = new ReadingScore(2, 4, 5).and(new ReadingScore(1, 1, 5));
        assertEquals(0.6, score.precision(), 1e-9);
        assertEquals(0.3, score.recall(), 1e-9);
        assertEquals(0.4, score.f1(), 1e-9);
        assertEquals(0, ReadingScore.NONE.f1(), 1e-9);
    }

    @Test
    void bareWordsHaveTheTimesAtWhichTheyWereHeard() {
        List<Word> heard =
                List.of(
                        new Word("side-by-side", 1, 2, 0.9, 1),
                        new Word("View.", 2.5, 3, 0.9, 1),
                        new Word("Yes.", 4, 5, 0.9, 2));
        assertEquals(
                List.of(
                        new Word("side", 1, 2, 1, 1),
                        new Word("by", 2, 2, 1, 1),
                        new Word("side", 2, 2, 1, 1),
                        new Word("view", 2.5, 3, 1, 1),
                        new Word("yes", 4, 5, 1, 2)),
                ReadersTable.bare("Side-by-side view? Yes!", heard));
    }
}
