package org.colloquy.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.colloquy.transcript.Turn;
import org.colloquy.transcript.Word;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Speaker 1 asks, speaker 2 is the learner. */
class SaidThenTest {
    private static final int ASSESSOR = 1;
    private static final int LEARNER = 2;

    private static Turn turn(
            int id, @Nullable Integer speaker, long startSeconds, long endSeconds) {
        Word first =
                new Word(2 * id, "a", startSeconds * 1000, startSeconds * 1000 + 500, 0.9, null);
        Word last =
                new Word(2 * id + 1, "b", endSeconds * 1000 - 500, endSeconds * 1000, 0.9, null);
        return new Turn(
                id, speaker, first.startMillis(), last.endMillis(), List.of(first, last), false);
    }

    /** Asked 10 to 20, answered 22 to 60, asked 61 to 90, answered 95 to 120. */
    private static final List<Turn> TALK =
            List.of(
                    turn(1, ASSESSOR, 10, 20),
                    turn(2, LEARNER, 22, 60),
                    turn(3, ASSESSOR, 61, 90),
                    turn(4, LEARNER, 95, 120));

    private static Optional<Integer> knowing(double seconds) {
        return at(new SaidThen(TALK, LEARNER), seconds);
    }

    private static Optional<Integer> notKnowing(double seconds) {
        return at(new SaidThen(TALK, null), seconds);
    }

    private static Optional<Integer> at(SaidThen said, double seconds) {
        return said.at(Math.round(seconds * 1000)).map(Turn::id);
    }

    @Test
    void theLearnersTurnThatIsGoingOn() {
        assertEquals(Optional.of(2), knowing(22));
        assertEquals(Optional.of(2), knowing(41));
        assertEquals(Optional.of(2), knowing(60));
        assertEquals(Optional.of(2), notKnowing(41));
    }

    @Test
    void theLearnersTurnJustBeforeWhileTheNextQuestionIsAsked() {
        assertEquals(Optional.of(2), knowing(61));
        assertEquals(Optional.of(2), knowing(75));
        assertEquals(Optional.of(3), notKnowing(75), "nobody knows who the learner is");
    }

    @Test
    void whereTheLearnerSaidNothingForLongTheTurnThatIsGoingOn() {
        assertEquals(Optional.of(3), knowing(75.1));
        assertEquals(Optional.of(3), knowing(94), "in the pause before the answer");
        assertEquals(Optional.of(1), knowing(15), "before the learner's first word");
    }

    @Test
    void inAPauseTheTurnBefore() {
        assertEquals(Optional.of(2), knowing(60.5));
        assertEquals(Optional.of(2), notKnowing(60.5));
        assertEquals(Optional.of(3), notKnowing(93));
    }

    @Test
    void afterTheLastWordTheLastTurnHoweverLongAgo() {
        assertEquals(Optional.of(4), knowing(121));
        assertEquals(Optional.of(4), knowing(4_000));
        assertEquals(Optional.of(4), notKnowing(4_000));
    }

    @Test
    void beforeTheFirstWordTheFirstTurnWhereItIsNear() {
        assertEquals(Optional.of(1), notKnowing(3));
        assertEquals(Optional.of(2), knowing(8), "the learner's, which begins within 15 s");
        assertEquals(Optional.of(1), knowing(5));
        assertEquals(
                Optional.empty(), at(new SaidThen(List.of(turn(1, LEARNER, 40, 50)), LEARNER), 3));
    }

    @Test
    void ofTwoThatSpeakAtOnceTheOneBegunLater() {
        List<Turn> both = List.of(turn(1, LEARNER, 0, 100), turn(2, LEARNER, 30, 50));
        assertEquals(Optional.of(2), at(new SaidThen(both, LEARNER), 40));
        assertEquals(Optional.of(1), at(new SaidThen(both, LEARNER), 60));
        List<Turn> over = List.of(turn(1, LEARNER, 0, 100), turn(2, ASSESSOR, 30, 50));
        assertEquals(Optional.of(1), at(new SaidThen(over, LEARNER), 40), "the learner's");
    }

    @Test
    void nothingWhereNobodySaysAnything() {
        assertEquals(Optional.empty(), at(new SaidThen(List.of(), LEARNER), 10));
    }
}
