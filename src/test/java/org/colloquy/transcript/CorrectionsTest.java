package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTest {
    @TempDir Path folder;
    private final List<TurnChange> changes = new ArrayList<>();
    private final List<String> indexed = new ArrayList<>();
    private Transcripts transcripts;
    private Hearings hearings;
    private Corrections corrections;
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
                        (made, holds) -> {
                            changes.addAll(made);
                            return new TurnChange.Outcome(List.of("a-tag"), List.of());
                        },
                        indexed::add);
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

    @Test
    void aCorrectedTurnKeepsWhatItCanAndIsLogged() {
        TurnSaved saved = correct(2, "I wrote a long list.", 1);
        assertEquals(2, saved.version());
        assertEquals(List.of("a-tag"), saved.tagsToReview());
        assertEquals("I wrote a long list.", saved.turn().text());
        assertTrue(saved.turn().corrected());
        assertEquals(List.of(5, 6, 7, 11, 8), saved.turn().words().stream().map(Word::id).toList());
        Transcript read = transcripts.get(recording);
        assertEquals(saved.turn(), read.turns().get(1));
        assertEquals(stored.turns().get(0), read.turns().get(0));
        assertEquals(stored.turns().get(2), read.turns().get(2));
        Correction logged = transcripts.corrections(stored.id()).getFirst();
        assertEquals("i rote a list", logged.before());
        assertEquals("I wrote a long list.", logged.after());
        assertEquals("Ann", logged.by().name());
        assertEquals(10, transcripts.machineWords(stored.id()).size());
        assertEquals(4, changes.getFirst().wordBefore());
        assertEquals(9, changes.getFirst().wordAfter());
    }

    /** One word for another, two for one, one for two, and words taken out. */
    @Test
    void aCorrectionTakenBackGivesTimesAndConfidenceBack() {
        List<Word> was = stored.turns().get(1).words();
        int version = 1;
        for (String text :
                List.of("i wrote a list", "i ro te a list", "irote a list", "i rote a", "a list")) {
            correct(2, text, version++);
            List<Word> back = correct(2, "i rote a list", version++).turn().words();
            for (int i = 0; i < was.size(); i++) {
                String what = text + ": " + was.get(i).text();
                assertEquals(was.get(i).startMillis(), back.get(i).startMillis(), what);
                assertEquals(was.get(i).endMillis(), back.get(i).endMillis(), what);
                assertEquals(was.get(i).confidence(), back.get(i).confidence(), what);
            }
        }
    }

    @Test
    void theSameTextIsNoCorrection() {
        TurnSaved saved = correct(2, " i  rote\na list ", 1);
        assertEquals(1, saved.version());
        assertFalse(saved.turn().corrected());
        assertEquals(List.of(), transcripts.corrections(stored.id()));
        assertEquals(List.of(), changes);
    }

    @Test
    void theSecondOfTwoChangesToOneTurnIsRefused() {
        correct(2, "I wrote a list", 1);
        Problem.Conflict conflict =
                assertThrows(Problem.Conflict.class, () -> correct(2, "something else", 1));
        assertTrue(conflict.getMessage().contains("changed meanwhile"), conflict.getMessage());
        assertEquals("I wrote a list", transcripts.get(recording).turns().get(1).text());
        assertEquals(3, correct(1, "How did you start?", 1).version());
        assertEquals(4, correct(2, "I wrote the list", 3).version());
    }

    @Test
    void anEmptiedTurnIsGoneAndComesBackWithItsTimes() {
        TurnSaved emptied = correct(2, " \u200b ", 1);
        assertEquals(List.of(), emptied.turn().words());
        assertEquals(2, transcripts.get(recording).turns().size());
        TurnSaved back = correct(2, "i rote a list", emptied.version());
        assertEquals(3, transcripts.get(recording).turns().size());
        List<Word> was = stored.turns().get(1).words();
        for (int i = 0; i < was.size(); i++) {
            Word word = back.turn().words().get(i);
            assertEquals(11 + i, word.id());
            assertEquals(was.get(i).startMillis(), word.startMillis());
            assertEquals(was.get(i).endMillis(), word.endMillis());
            assertEquals(was.get(i).machineId(), word.machineId());
        }
    }

    @Test
    void everyTurnCanBeEmptied() {
        for (int turn = 1; turn <= 3; turn++) {
            correct(turn, "", turn);
        }
        assertEquals(List.of(), transcripts.get(recording).turns());
        assertNull(changes.getLast().wordBefore());
        assertEquals("so it was", correct(2, "so it was", 4).turn().text());
    }

    @Test
    void anIdIsNeverUsedAgainAndTimesNeverGoBackwards() {
        Random random = new Random(3);
        Set<Integer> gone = new HashSet<>();
        Set<Integer> present = ids();
        String[] words = {"i", "wrote", "rote", "a", "list", "and", "then", "how"};
        for (int version = 1; version < 120; ) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(7); i > 0; i--) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            version = correct(1 + random.nextInt(3), text.toString(), version).version();
            Set<Integer> now = ids();
            for (int id : now) {
                assertFalse(gone.contains(id), "Word " + id + " came back from the dead");
            }
            present.removeAll(now);
            gone.addAll(present);
            present = now;
            long latest = 0;
            for (Word word : transcripts.get(recording).words()) {
                assertTrue(word.startMillis() >= latest, "Back in time at " + word);
                latest = word.endMillis();
            }
        }
    }

    @Test
    void twoPeopleCorrectDifferentTurnsAtOnce() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(3)) {
            List<Callable<TurnSaved>> work =
                    List.of(
                            () -> correct(1, "How did you start?", 1),
                            () -> correct(2, "I wrote a list.", 1),
                            () -> correct(3, "And then?", 1));
            Set<Integer> versions = new HashSet<>();
            for (Future<TurnSaved> saved : people.invokeAll(work)) {
                versions.add(saved.get().version());
            }
            assertEquals(Set.of(2, 3, 4), versions);
        }
        assertEquals(
                "How did you start? I wrote a list. And then?",
                String.join(
                        " ", transcripts.get(recording).turns().stream().map(Turn::text).toList()));
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThrows(Problem.NotFound.class, () -> correct(4, "x", 1));
        assertThrows(Problem.NotFound.class, () -> correct(-1, "x", 1));
        assertThrows(Problem.BadInput.class, () -> correct(1, "x", 2));
        assertThrows(Problem.BadInput.class, () -> correct(1, "x", -5));
        assertThrows(
                Problem.NotFound.class, () -> corrections.correct(assessor, "nothing", 1, "x", 1));
        assertThrows(Problem.TooLarge.class, () -> correct(1, "x ".repeat(500_000), 1));
    }

    @Test
    void anOldTranscriptIsNotChangedAnyMore() {
        Speech.replace(hearings, recording, Speech.of("again"));
        assertThrows(Problem.Conflict.class, () -> correct(1, "x", 1));
    }

    private TurnSaved correct(int turn, String text, int version) {
        return corrections.correct(assessor, stored.id(), turn, text, version);
    }

    private Set<Integer> ids() {
        Set<Integer> ids = new HashSet<>();
        transcripts.get(recording).words().forEach(word -> ids.add(word.id()));
        return ids;
    }
}
