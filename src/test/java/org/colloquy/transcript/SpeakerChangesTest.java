package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeakerChangesTest {
    @TempDir Path folder;
    private final List<String> indexed = new ArrayList<>();
    private Transcripts transcripts;
    private Hearings hearings;
    private Corrections corrections;
    private SpeakerChanges speakers;
    private String assessor;
    private String recording;
    private Transcript stored;

    @BeforeEach
    void open() {
        Database database = Database.open(folder);
        Rows rows = new Rows(database);
        SettableClock clock = SettableClock.atTen();
        transcripts = new Transcripts(database);
        hearings =
                new Hearings(database, clock, transcripts, (old, now, carried) -> {}, indexed::add);
        corrections =
                new Corrections(
                        database,
                        clock,
                        Rows.history(database, clock),
                        (changes, holds) -> TurnChange.Outcome.NOTHING,
                        indexed::add);
        speakers =
                new SpeakerChanges(
                        database, clock, transcripts, Rows.history(database, clock), indexed::add);
        assessor = rows.person("Ann", "assessor");
        String enrolment =
                rows.enrolment(
                        rows.person("Lee", "learner"),
                        rows.unit("Unit", List.of("1.1")),
                        assessor,
                        null);
        recording = rows.recording(rows.session(enrolment, assessor), assessor, "ready", 10_000L);
        stored =
                Speech.store(
                        hearings,
                        transcripts,
                        recording,
                        Speech.of("how did you start", "i rote a list", "and then"));
    }

    private Transcript words(int first, int last, Integer speaker, int version) {
        return speakers.setWords(assessor, stored.id(), first, last, speaker, version);
    }

    private TurnSaved turn(int turn, Integer speaker, int version) {
        return speakers.setTurn(assessor, stored.id(), turn, speaker, version);
    }

    private static List<String> lines(Transcript transcript) {
        return transcript.turns().stream()
                .map(turn -> turn.id() + " " + turn.speaker() + ": " + turn.text())
                .toList();
    }

    @Test
    void wordsInTheMiddleOfATurnGetAnotherSpeaker() {
        Transcript now = words(2, 3, 3, 1);
        assertEquals(
                List.of(
                        "1 1: how",
                        "4 3: did you",
                        "5 1: start",
                        "2 2: i rote a list",
                        "3 1: and then"),
                lines(now));
        assertEquals(2, now.version());
        assertEquals(new Speaker(3, "Speaker 3"), now.speakers().getLast());
        assertEquals(now, transcripts.get(recording));
        assertEquals(stored.words().size(), now.words().size());
        assertEquals(List.of(recording, recording), indexed);
        Transcript back = words(2, 3, 1, 2);
        assertEquals(stored.turns(), back.turns());
    }

    @Test
    void whatIsSoAlreadyMakesNoVersion() {
        words(2, 3, 2, 1);
        assertEquals(2, words(2, 3, 2, 1).version());
        assertEquals(2, turn(1, 1, 1).version());
        speakers.name(assessor, stored.id(), 1, "Speaker 1");
        assertEquals(2, transcripts.get(recording).version());
        assertEquals(1, speakers.list(stored.id()).size());
    }

    @Test
    void whatSomebodyChangedSinceIsNotOverwritten() {
        corrections.correct(assessor, stored.id(), 1, "how did we start", 1);
        assertThrows(Problem.Conflict.class, () -> words(2, 3, 2, 1));
        assertThrows(Problem.Conflict.class, () -> turn(1, 2, 1));
        assertThrows(
                Problem.Conflict.class, () -> speakers.swap(assessor, stored.id(), 1, 2, null, 1));
        assertEquals(3, words(5, 6, 1, 1).version());
        assertThrows(Problem.BadInput.class, () -> words(1, 2, 2, 9));
        assertThrows(Problem.BadInput.class, () -> words(1, 2, 51, 3));
        assertThrows(Problem.BadInput.class, () -> words(1, 99, 2, 3));
        assertEquals(3, transcripts.get(recording).version());
    }

    @Test
    void aTurnGivenBackIsAsTheMachineHadIt() {
        TurnSaved saved = turn(2, 3, 1);
        assertEquals(3, saved.turn().speaker());
        assertTrue(saved.turn().speakerSet());
        assertFalse(saved.turn().corrected());
        assertEquals(3, transcripts.get(recording).speakers().size());
        assertThrows(Problem.Conflict.class, () -> turn(2, 1, 1));
        assertNull(turn(2, null, 2).turn().speaker());
        assertTrue(transcripts.get(recording).turns().get(1).speakerSet());
        TurnSaved back = turn(2, 2, 3);
        assertFalse(back.turn().speakerSet());
        assertEquals(stored.turns(), transcripts.get(recording).turns());
    }

    @Test
    void aTurnThatWasEmptiedKeepsWhoSpeaks() {
        turn(2, 3, 1);
        corrections.correct(assessor, stored.id(), 2, "", 2);
        corrections.correct(assessor, stored.id(), 2, "i wrote it", 3);
        Turn again = transcripts.get(recording).turns().get(1);
        assertEquals("i wrote it", again.text());
        assertEquals(3, again.speaker());
        assertTrue(again.speakerSet());
    }

    @Test
    void wordsPutIntoATurnBelongToWhomTheWordsBesideThemDo() {
        words(2, 3, 3, 1);
        corrections.correct(assessor, stored.id(), 4, "did all of you", 2);
        assertTrue(
                transcripts.get(recording).turns().get(1).words().stream()
                        .allMatch(word -> new Word.Given(1).equals(word.given())));
    }

    @Test
    void twoSpeakersAreSwapped() {
        Transcript swapped = speakers.swap(assessor, stored.id(), 1, 2, null, 1);
        assertEquals(
                List.of("1 2: how did you start", "2 1: i rote a list", "3 2: and then"),
                lines(swapped));
        Transcript half = speakers.swap(assessor, stored.id(), 1, 2, 3, 2);
        assertEquals("3 1: and then", lines(half).getLast());
        assertEquals("2 1: i rote a list", lines(half).get(1));
        assertThrows(
                Problem.Conflict.class, () -> speakers.swap(assessor, stored.id(), 1, 2, 3, 2));
        speakers.swap(assessor, stored.id(), 1, 2, 3, 3);
        assertEquals(stored.turns(), speakers.swap(assessor, stored.id(), 2, 1, null, 4).turns());
        assertThrows(
                Problem.BadInput.class, () -> speakers.swap(assessor, stored.id(), 1, 1, null, 5));
        assertThrows(
                Problem.BadInput.class, () -> speakers.swap(assessor, stored.id(), 1, 7, null, 5));
        assertThrows(
                Problem.NotFound.class, () -> speakers.swap(assessor, stored.id(), 1, 2, 77, 5));
    }

    @Test
    void whoSaidSoIsLogged() {
        words(2, 3, 3, 1);
        turn(2, 1, 2);
        speakers.name(assessor, stored.id(), 3, " Ann\nLee ");
        speakers.swap(assessor, stored.id(), 1, 3, null, 4);
        List<SpeakerChange> log = speakers.list(stored.id());
        assertEquals(
                List.of(
                        "words 2-3 Speaker 1 > Speaker 3",
                        "turn 5-8 Speaker 2 > Speaker 1",
                        "name null-null Speaker 3 > Ann Lee",
                        "swap null-null Speaker 1 > Ann Lee"),
                log.stream()
                        .map(
                                line ->
                                        line.kind()
                                                + " "
                                                + line.firstWord()
                                                + "-"
                                                + line.lastWord()
                                                + " "
                                                + line.before()
                                                + " > "
                                                + line.after())
                        .toList());
        assertEquals("Ann", log.getFirst().by().name());
    }

    @Test
    void aSpeakerIsNamedOnceForTheWholeTranscript() {
        assertEquals(
                List.of(new Speaker(1, "Ann Lee"), new Speaker(2, "Speaker 2")),
                speakers.name(assessor, stored.id(), 1, " Ann\nLee "));
        assertEquals("Speaker 1", speakers.name(assessor, stored.id(), 1, " ").getFirst().name());
        assertThrows(Problem.BadInput.class, () -> speakers.name(assessor, stored.id(), 0, "x"));
        assertThrows(
                Problem.TooLarge.class,
                () -> speakers.name(assessor, stored.id(), 1, "x".repeat(101)));
    }

    @Test
    void hearingAgainKeepsTheWordsThatPeopleGave() {
        words(3, 4, 2, 1);
        Transcript again =
                Speech.replace(
                        hearings,
                        recording,
                        Speech.of("how did you start", "i wrote a list", "and then"));
        assertEquals(
                List.of("1: how did", "2: you start i wrote a list", "1: and then"),
                again.turns().stream().map(turn -> turn.speaker() + ": " + turn.text()).toList());
        assertEquals(1, speakers.list(again.id()).size());
        assertThrows(Problem.Conflict.class, () -> words(3, 4, 1, 2));
        assertThrows(Problem.Conflict.class, () -> speakers.name(assessor, stored.id(), 1, "Ann"));
    }
}
