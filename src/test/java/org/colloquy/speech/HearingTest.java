package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.speech.SpeechMessage.Earlier;
import org.colloquy.speech.SpeechMessage.Heard;
import org.junit.jupiter.api.Test;

class HearingTest {
    private static final List<Word> YES = List.of(new Word("Yes.", 1, 1.4, 0.9, null));
    private static final Throwable CRASH = new RuntimeException("signal 11");

    private final Hearing hearing = new Hearing();

    private void dies() {
        hearing.died(Text.of("It crashed."), CRASH);
    }

    @Test
    void whatWasBeingHeardBecomesSuspect() {
        hearing.spoken("en");
        hearing.begins(List.of(0, 1));
        hearing.heard(0, YES);
        hearing.heard(1, List.of());
        hearing.begins(List.of(2, 3));
        hearing.heard(3, YES);
        dies();
        assertEquals(new Earlier("en", 3, List.of(2), List.of()), hearing.earlier());
        assertEquals(
                List.of(new Heard(0, YES), new Heard(1, List.of()), new Heard(3, YES)),
                hearing.all());
    }

    @Test
    void whatFailsAfterSpeakersAreGivenUpFailsForGood() {
        hearing.begins(List.of(0));
        hearing.heard(0, YES);
        for (int death = 1; death <= 2; death++) {
            hearing.tellsSpeakersApart();
            dies();
        }
        assertTrue(hearing.withoutSpeakers());
        hearing.tellsSpeakersApart();
        assertThrows(Problem.Unavailable.class, this::dies);
    }

    @Test
    void aSuspectThatFailsAgainIsGivenUpAndTheOthersAreNot() {
        hearing.begins(List.of(0, 1, 2));
        dies();
        hearing.begins(List.of(0));
        hearing.heard(0, YES);
        hearing.begins(List.of(1));
        dies();
        assertEquals(new Earlier(null, 1, List.of(2), List.of(1)), hearing.earlier());
        hearing.check();
    }

    @Test
    void anEngineThatFailsOnEverythingIsNotTriedForEver() {
        hearing.begins(List.of(0, 1, 2, 3));
        dies();
        for (int window = 0; window < 2; window++) {
            hearing.begins(List.of(window));
            dies();
        }
        hearing.begins(List.of(2));
        Problem.Unavailable refused = assertThrows(Problem.Unavailable.class, this::dies);
        assertTrue(refused.getMessage().contains("It crashed."), refused.getMessage());
    }

    @Test
    void aRecordingOfWhichNothingCouldBeHeardIsNoTranscript() {
        hearing.begins(List.of(0));
        dies();
        hearing.begins(List.of(0));
        dies();
        assertThrows(Problem.Unavailable.class, hearing::check);
    }

    @Test
    void aWorkerThatCannotEvenBeginIsTriedTwice() {
        dies();
        assertThrows(Problem.Unavailable.class, this::dies);
    }

    @Test
    void speakersAreGivenUpAfterTwoTries() {
        hearing.begins(List.of(0));
        hearing.heard(0, YES);
        hearing.tellsSpeakersApart();
        dies();
        assertFalse(hearing.withoutSpeakers());
        hearing.tellsSpeakersApart();
        dies();
        assertTrue(hearing.withoutSpeakers());
    }
}
