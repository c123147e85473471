package org.colloquy.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.audit.Audit;
import org.colloquy.database.Database;
import org.colloquy.history.History;
import org.colloquy.recording.Mark;
import org.colloquy.recording.MarkRequest;
import org.colloquy.recording.Marks;
import org.colloquy.speech.Word;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.SpeakerChanges;
import org.colloquy.transcript.Speech;
import org.colloquy.transcript.Transcripts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asked from 0 to 1.5 s, answered from 2.6 to 4.9 s, asked from 6 to 7.1 s. */
class SnappingTest {
    private static final String[] TALK = {
        "How did you start?", "I made a list of agencies.", "What came next?"
    };

    @TempDir Path folder;
    private final SettableClock clock = SettableClock.atTen();
    private final List<String> changes = new ArrayList<>();
    private Database database;
    private Rows rows;
    private Transcripts transcripts;
    private Hearings hearings;
    private Marks marks;
    private Snapping snapping;
    private Tags tags;
    private String assessor;
    private String unit;
    private String recording;
    private int made;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        rows = new Rows(database);
        transcripts = new Transcripts(database);
        hearings =
                new Hearings(
                        database,
                        clock,
                        transcripts,
                        new Reanchoring(database, transcripts),
                        id -> {});
        marks = new Marks(database, clock);
        snapping = new Snapping(database, clock, transcripts, marks, changes::add);
        Audit audit = new Audit(database, clock);
        History history = new History(database, clock, audit, id -> {});
        tags =
                new Tags(
                        database,
                        clock,
                        transcripts,
                        new TagSteps(clock, transcripts, history),
                        audit,
                        id -> {});
        assessor = rows.person("Ann Asher", "assessor");
        unit = rows.unit("Unit 23", List.of("1.1", "1.2"), List.of("2.1"));
        String enrolment = rows.enrolment(rows.person("Lee Low", "learner"), unit, assessor, null);
        recording = rows.recording(rows.session(enrolment, assessor), assessor, "ready", 600_000L);
    }

    private static MarkRequest request(String criterion, double seconds, String note) {
        return new MarkRequest(
                Mark.Kind.CRITERION,
                0,
                seconds,
                null,
                note,
                null,
                criterion,
                "2026-11-23T10:00:00Z");
    }

    private String mark(String number, double seconds) {
        return mark(number, seconds, "");
    }

    private String mark(String number, double seconds, String note) {
        String id = "mark_number_%05d".formatted(made++);
        snapping.put(
                assessor,
                recording,
                id,
                request(rows.criterion(unit, number), seconds, note),
                null);
        return id;
    }

    private void heard(String... lines) {
        hearings.store(recording, null, null, Speech.of(lines));
        snapping.snap(recording);
    }

    private List<String> quotes() {
        return tags.list(recording).stream()
                .map(tag -> tag.criterion().number() + " " + tag.quote())
                .toList();
    }

    private String tagOf(String mark) {
        return marks.find(recording, mark).orElseThrow().tagId();
    }

    @Test
    void aMarkedCriterionBecomesATagOnWhatWasBeingSaid() {
        String mark = mark("2.1", 4.5, "Names three of them");
        assertEquals(List.of(), tags.list(recording));
        heard(TALK);
        assertEquals(List.of("2.1 I made a list of agencies."), quotes());
        Tag tag = tags.list(recording).getFirst();
        assertEquals("Marked while recording at 0:04: Names three of them", tag.reason());
        assertEquals("Ann Asher", tag.by().name());
        assertEquals(Tag.State.ACTIVE, tag.state());
        assertEquals(tag.id(), tagOf(mark));
        assertEquals(List.of(recording, recording), changes);
    }

    @Test
    void whereSpeakersHaveNamesItIsWhatTheLearnerSaid() {
        mark("1.1", 6.5);
        hearings.store(recording, null, null, Speech.of(TALK));
        new SpeakerChanges(database, clock, transcripts, Rows.history(database, clock), id -> {})
                .name(assessor, transcripts.findPresentId(recording).orElseThrow(), 2, "Lee Low");
        snapping.snap(recording);
        assertEquals(List.of("1.1 I made a list of agencies."), quotes());
    }

    @Test
    void withoutNamesItIsTheTurnThatIsGoingOnOrTheLastOne() {
        mark("1.1", 6.5);
        mark("1.2", 5.5);
        mark("2.1", 300);
        heard(TALK);
        assertEquals(
                List.of(
                        "1.2 I made a list of agencies.",
                        "1.1 What came next?",
                        "2.1 What came next?"),
                quotes());
    }

    @Test
    void withoutSpeakersToo() {
        mark("1.1", 1);
        List<Word> words =
                List.of(new Word("One", 0, 0.5, 0.9, null), new Word("two.", 1, 1.5, 0.9, null));
        hearings.store(recording, null, null, Speech.heard(words, 2));
        snapping.snap(recording);
        assertEquals(List.of("1.1 One two."), quotes());
    }

    @Test
    void twoMarksOfOneCriterionInOneTurnAreOneTag() {
        String first = mark("2.1", 3);
        String second = mark("2.1", 4);
        heard(TALK);
        assertEquals(1, tags.list(recording).size());
        assertEquals(tagOf(first), tagOf(second));
        snapping.withdraw(assessor, recording, first);
        assertEquals(Tag.State.ACTIVE, tags.list(recording).getFirst().state());
        snapping.withdraw(assessor, recording, second);
        snapping.withdraw(assessor, recording, second);
        assertEquals(Tag.State.WITHDRAWN, tags.list(recording).getFirst().state());
    }

    @Test
    void aTagThatAPersonWorkedOnStaysWhenItsMarkIsTakenBack() {
        String mark = mark("2.1", 3);
        heard(TALK);
        Tag tag = tags.list(recording).getFirst();
        tags.change(
                assessor, tag.id(), TagEdit.of(tag.firstWord(), tag.lastWord(), "Because", false));
        snapping.withdraw(assessor, recording, mark);
        assertEquals(Tag.State.ACTIVE, tags.list(recording).getFirst().state());
    }

    @Test
    void whatWasTakenBackIsNoTag() {
        snapping.withdraw(assessor, recording, mark("2.1", 3));
        heard(TALK);
        assertEquals(List.of(), tags.list(recording));
    }

    @Test
    void aLaterHearingMakesNoSecondTag() {
        mark("2.1", 3);
        heard(TALK);
        Speech.replace(hearings, recording, Speech.of("How did you start?", "I made lists."));
        snapping.snap(recording);
        assertEquals(1, tags.list(recording).size());
    }

    @Test
    void aTagThatWasWithdrawnStaysSo() {
        String mark = mark("2.1", 3);
        heard(TALK);
        tags.withdraw(assessor, tagOf(mark));
        snapping.snap(recording);
        assertEquals(1, tags.list(recording).size());
        assertEquals(Tag.State.WITHDRAWN, tags.list(recording).getFirst().state());
    }

    @Test
    void aMarkThatComesAfterTheTranscriptIsATagAtOnce() {
        heard(TALK);
        String mark = mark("2.1", 3);
        assertEquals(List.of("2.1 I made a list of agencies."), quotes());
        assertNotNull(tagOf(mark));
    }

    @Test
    void theReasonFollowsTheNoteUntilAPersonWroteAnother() {
        String mark = mark("2.1", 3);
        heard(TALK);
        String criterion = rows.criterion(unit, "2.1");
        snapping.put(assessor, recording, mark, request(criterion, 3, "Good"), null);
        Tag tag = tags.list(recording).getFirst();
        assertEquals("Marked while recording at 0:03: Good", tag.reason());
        tags.change(
                assessor, tag.id(), TagEdit.of(tag.firstWord(), tag.lastWord(), "Because", false));
        snapping.put(assessor, recording, mark, request(criterion, 3, "Better"), null);
        assertEquals("Because", tags.list(recording).getFirst().reason());
    }

    @Test
    void whereNothingWasSaidTheMarkWaitsForWords() {
        String mark = mark("2.1", 3);
        hearings.store(recording, null, null, Speech.heard(List.of(), 600));
        snapping.snap(recording);
        assertNull(tagOf(mark));
        assertEquals(1, marks.list(recording).size());
        Speech.replace(hearings, recording, Speech.of(TALK));
        snapping.snap(recording);
        assertEquals(List.of("2.1 I made a list of agencies."), quotes());
    }

    @Test
    void itCountsByPartsOnceTheyAreDecoded() {
        database.jdbi()
                .useHandle(
                        handle -> {
                            for (int part = 0; part < 3; part++) {
                                handle.execute(
                                        """
                                        INSERT INTO recording_part (recording_id, number, start_ms,
                                            duration_ms) VALUES (?, ?, ?, 2000)
                                        """,
                                        recording,
                                        part,
                                        part * 2000);
                            }
                        });
        snapping.put(
                assessor,
                recording,
                "mark_in_the_third_part",
                new MarkRequest(
                        Mark.Kind.CRITERION,
                        2,
                        0.5,
                        null,
                        "",
                        null,
                        rows.criterion(unit, "1.1"),
                        "2026-11-23T10:00:00Z"),
                null);
        heard(TALK);
        assertEquals(List.of("1.1 I made a list of agencies."), quotes());
        assertEquals("Marked while recording at 0:04", tags.list(recording).getFirst().reason());
    }
}
