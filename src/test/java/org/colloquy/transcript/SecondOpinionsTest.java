package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opinions that end after the transcript that they were asked about was replaced. */
class SecondOpinionsTest {
    @TempDir Path folder;
    private Hearings hearings;
    private SecondOpinions opinions;
    private String recording;
    private Transcript first;

    @BeforeEach
    void open() {
        Database database = Database.open(folder);
        SettableClock clock = SettableClock.atTen();
        Rows rows = new Rows(database);
        Transcripts transcripts = new Transcripts(database);
        hearings = new Hearings(database, clock, transcripts, (old, now, carried) -> {}, id -> {});
        Corrections corrections =
                new Corrections(
                        database,
                        clock,
                        Rows.history(database, clock),
                        (changes, holds) -> TurnChange.Outcome.NOTHING,
                        changed -> {});
        opinions = new SecondOpinions(database, clock, transcripts, corrections);
        String assessor = rows.person("Ann", "assessor");
        String enrolment =
                rows.enrolment(
                        rows.person("Lee", "learner"),
                        rows.unit("Unit 23", List.of("1.1")),
                        assessor,
                        null);
        recording = rows.recording(rows.session(enrolment, assessor), assessor, "ready", 10_000L);
        first =
                Speech.store(
                        hearings,
                        transcripts,
                        recording,
                        Speech.of("how did you start", "i rote a list"));
    }

    private Transcript heardAnew(Stretch part, String... lines) {
        hearings.store(recording, null, part, Speech.of(lines));
        Proposal proposal = hearings.proposal(recording);
        return hearings.accept(proposal.id(), proposal.present().version());
    }

    @Test
    void afterPartsWereHeardAnewItIsAboutThePresentTranscript() {
        heardAnew(new Stretch(0, 2_000), "how did we start");
        Transcript present = heardAnew(new Stretch(0, 2_000), "how did they start");
        opinions.store(first.id(), null, Speech.of("how did they start", "i wrote a list"));
        assertTrue(
                opinions.get(present.id()).differences().stream()
                        .anyMatch(difference -> difference.heard().equals("wrote")));
        assertThrows(Problem.NotFound.class, () -> opinions.get(first.id()));
    }

    @Test
    void afterTheWholeWasHeardAnewItIsNotKept() {
        Transcript present = heardAnew(null, "how did we start", "i wrote a list");
        Problem.Conflict conflict =
                assertThrows(
                        Problem.Conflict.class,
                        () -> opinions.store(first.id(), null, Speech.of("how did you start")));
        assertEquals("The transcript was replaced meanwhile: ask again.", conflict.getMessage());
        assertThrows(Problem.NotFound.class, () -> opinions.get(present.id()));
    }
}
