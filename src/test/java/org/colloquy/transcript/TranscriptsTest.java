package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptsTest {
    @TempDir Path folder;
    private final List<String> changes = new ArrayList<>();
    private Database database;
    private Rows rows;
    private Transcripts transcripts;
    private Hearings hearings;
    private String assessor;
    private String recording;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        rows = new Rows(database);
        transcripts = new Transcripts(database);
        hearings =
                new Hearings(
                        database,
                        SettableClock.atTen(),
                        transcripts,
                        (old, now, carried) -> {},
                        changes::add);
        assessor = rows.person("Ann", "assessor");
        String learner = rows.person("Lee", "learner");
        String session =
                rows.session(
                        rows.enrolment(learner, rows.unit("Unit", List.of("1.1")), assessor, null),
                        assessor);
        recording = rows.recording(session, assessor, "ready", 10_000L);
    }

    @Test
    void aStoredTranscriptIsReadAsItWasStored() {
        Transcript stored =
                Speech.store(
                        hearings, transcripts, recording, Speech.of("How did you?", "I wrote."));
        Transcript read = transcripts.get(recording);
        assertEquals(stored, read);
        assertEquals(List.of("How did you?", "I wrote."), texts(read));
        assertEquals(
                List.of(new Speaker(1, "Speaker 1"), new Speaker(2, "Speaker 2")), read.speakers());
        assertEquals(new Word(4, "I", 2200, 2500, 0.9, 4), read.turns().get(1).words().getFirst());
        assertEquals(List.of(recording), changes);
        assertEquals(read, transcripts.getById(read.id()));
        assertEquals(Optional.of(read.id()), transcripts.findPresentId(recording));
    }

    @Test
    void theMachinesWordsAreKeptAsTheyWere() {
        Transcript stored = Speech.store(hearings, transcripts, recording, Speech.of("a\u00a0b c"));
        List<MachineWord> machine = transcripts.machineWords(stored.id());
        assertEquals("a\u00a0b", machine.getFirst().text());
        assertEquals(List.of(1, 1, 2), stored.words().stream().map(Word::machineId).toList());
        assertEquals("a b c", stored.turns().getFirst().text());
    }

    @Test
    void timesNeverGoBackwardsWhateverTheEngineGives() {
        Transcript stored =
                Speech.store(
                        hearings,
                        transcripts,
                        recording,
                        Speech.heard(
                                List.of(
                                        word("one", 0.1004, 0.9, 1),
                                        word("two", 0.5, 0.7, 2),
                                        word("three", 0.3, 0.35, 1)),
                                0.9));
        long now = 0;
        for (Word word : transcripts.get(recording).words()) {
            assertTrue(word.startMillis() >= now, word.toString());
            now = word.endMillis();
        }
        assertEquals(900, transcripts.machineWords(stored.id()).getFirst().endMillis());
        assertEquals(900, stored.durationMillis());
    }

    @Test
    void silenceIsATranscriptWithoutTurns() {
        Speech.store(hearings, transcripts, recording, Speech.heard(List.of(), 60));
        assertEquals(List.of(), transcripts.get(recording).turns());
        assertEquals(60_000, transcripts.get(recording).durationMillis());
    }

    @Test
    void thirtyThousandWordsAreStoredAndRead() {
        Speech.store(hearings, transcripts, recording, Speech.ofLength(30_000, null));
        Transcript read = transcripts.get(recording);
        assertEquals(30_000, read.words().size());
        assertNull(read.turns().getFirst().speaker());
        assertEquals(List.of(), read.speakers());
    }

    @Test
    void saysWhenThereIsNone() {
        assertThrows(Problem.NotFound.class, () -> transcripts.get(recording));
        assertThrows(Problem.NotFound.class, () -> transcripts.getById("nothing"));
        assertThrows(Problem.NotFound.class, () -> transcripts.machineWords("nothing"));
        assertEquals(Optional.empty(), transcripts.find(recording));
    }

    private static org.colloquy.speech.Word word(
            String text, double start, double end, int speaker) {
        return new org.colloquy.speech.Word(text, start, end, 0.5, speaker);
    }

    private static List<String> texts(Transcript transcript) {
        return transcript.turns().stream().map(Turn::text).toList();
    }
}
