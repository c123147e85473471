package org.colloquy.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.audit.Audit;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.history.Change;
import org.colloquy.history.History;
import org.colloquy.transcript.Corrections;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.Speech;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.TurnSaved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words 1 to 4 are the first turn, 5 to 10 the second, 11 to 13 the third. */
class TagsTest {
    @TempDir Path folder;
    private final SettableClock clock = SettableClock.atTen();
    private final List<String> changes = new ArrayList<>();
    private Database database;
    private Rows rows;
    private Transcripts transcripts;
    private Hearings hearings;
    private Corrections corrections;
    private Tags tags;
    private History history;
    private Coverages coverages;
    private String assessor;
    private String unit;
    private String enrolment;
    private String session;
    private String recording;
    private Transcript transcript;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        rows = new Rows(database);
        transcripts = new Transcripts(database);
        Reanchoring reanchoring = new Reanchoring(database, transcripts);
        hearings = new Hearings(database, clock, transcripts, reanchoring, id -> {});
        Audit audit = new Audit(database, clock);
        history = new History(database, clock, audit, id -> {});
        tags =
                new Tags(
                        database,
                        clock,
                        transcripts,
                        new TagSteps(clock, transcripts, history),
                        audit,
                        changes::add);
        corrections = new Corrections(database, clock, history, reanchoring, changes::add);
        coverages = new Coverages(database);
        assessor = rows.person("Ann", "assessor");
        unit = rows.unit("Unit 23", List.of("1.1", "1.2"), List.of("2.1"));
        enrolment = rows.enrolment(rows.person("Lee", "learner"), unit, assessor, null);
        session = rows.session(enrolment, assessor);
        recording = rows.recording(session, assessor, "ready", 60_000L);
        transcript =
                Speech.store(
                        hearings,
                        transcripts,
                        recording,
                        Speech.of(
                                "How did you start?",
                                "I made a list of agencies.",
                                "What came next?"));
    }

    @Test
    void aPassageIsTaggedToEachCriterion() {
        List<Tag> made = tag(5, 7, "1.1", "2.1");
        assertEquals(2, made.size());
        Tag tag = made.getFirst();
        assertEquals("I made a", tag.quote());
        assertEquals(2600, tag.startMillis());
        assertEquals(3700, tag.endMillis());
        assertEquals(new Tag.Criterion(criterion("1.1"), "1.1", "Criterion 1.1"), tag.criterion());
        assertEquals("Ann", tag.by().name());
        assertEquals(Tag.State.ACTIVE, tag.state());
        assertEquals(recording, tag.recordingId());
        assertEquals(session, tag.sessionId());
        assertEquals(made, tags.list(recording));
        assertEquals(List.of(recording), changes);
    }

    @Test
    void aPassageMayGoOverTurns() {
        assertEquals("start? I made", tag(4, 6, "1.1").getFirst().quote());
    }

    @Test
    void refusesWordsThatAreNotThereOrBackwards() {
        assertThrows(Problem.BadInput.class, () -> tag(7, 5, "1.1"));
        assertThrows(Problem.BadInput.class, () -> tag(-1, 5, "1.1"));
        assertThrows(Problem.BadInput.class, () -> tag(1, 99, "1.1"));
        assertThrows(Problem.BadInput.class, () -> tag(Integer.MIN_VALUE, 0, "1.1"));
        assertEquals(List.of(), tags.list(recording));
    }

    @Test
    void refusesCriteriaOfOtherUnitsAndMakesNone() {
        String other = rows.unit("Other", List.of("1.1"));
        Problem.BadInput problem =
                assertThrows(
                        Problem.BadInput.class,
                        () ->
                                tags.create(
                                        assessor,
                                        transcript.id(),
                                        1,
                                        2,
                                        List.of(criterion("1.1"), rows.criterion(other, "1.1")),
                                        ""));
        assertTrue(problem.getMessage().contains("unit"), problem.getMessage());
        assertThrows(Problem.BadInput.class, () -> tag(1, 2));
        assertEquals(List.of(), tags.list(recording));
    }

    @Test
    void theSamePassageIsTaggedToACriterionOnce() {
        tag(5, 7, "1.1");
        Problem.Conflict conflict =
                assertThrows(Problem.Conflict.class, () -> tag(5, 7, "1.2", "1.1"));
        assertTrue(conflict.getMessage().contains("1.1"), conflict.getMessage());
        assertEquals(1, tags.list(recording).size());
        assertEquals(1, tag(5, 8, "1.1", "1.1").size());
    }

    @Test
    void aTagSaysHowFarItMeetsItsCriterionAndWhoseIdeaItWas() {
        Tag own = tag(5, 7, "1.1").getFirst();
        assertEquals(Strength.FULLY, own.strength());
        assertFalse(own.suggested());
        Tag suggested =
                tags.create(
                                assessor,
                                transcript.id(),
                                5,
                                10,
                                List.of(criterion("1.2")),
                                "",
                                Strength.PARTLY,
                                new TagSource("p1", 0.8, "a model"))
                        .getFirst();
        assertEquals(Strength.PARTLY, suggested.strength());
        assertTrue(suggested.suggested());
        assertEquals(List.of(own, suggested), tags.list(recording));
    }

    @Test
    void makingATagIsUndoneAndDoneAgain() {
        List<Tag> made = tag(5, 7, "1.1", "2.1");
        Change step = history.list(recording, assessor, null, 9).changes().getFirst();
        assertEquals("Tagged 1.1, 2.1 at 00:02", step.text().message());
        assertEquals(List.of(2), step.turnIds());
        assertEquals(
                "1.1, fully: I made a (because)\n2.1, fully: I made a (because)", step.after());
        history.undo(assessor, recording, null);
        assertEquals(
                List.of(Tag.State.WITHDRAWN, Tag.State.WITHDRAWN),
                tags.list(recording).stream().map(Tag::state).toList());
        history.redo(assessor, recording, null);
        assertEquals(made, tags.list(recording));
    }

    @Test
    void everythingDoneToATagIsUndoneStepByStep() {
        Tag first = tag(5, 7, "1.1").getFirst();
        Tag second =
                tags.change(
                        assessor,
                        first.id(),
                        new TagEdit(5, 10, "Why", false, Strength.PARTLY, criterion("1.2"), null));
        tags.withdraw(assessor, first.id());
        tags.restore(assessor, first.id());
        tags.restore(assessor, first.id());
        history.undo(assessor, recording, null);
        assertEquals(Tag.State.WITHDRAWN, tags.get(first.id()).state());
        history.undo(assessor, recording, null);
        assertEquals(second, tags.get(first.id()));
        history.undo(assessor, recording, null);
        assertEquals(first, tags.get(first.id()));
        history.redo(assessor, recording, null);
        assertEquals(second, tags.get(first.id()));
    }

    @Test
    void aCorrectionDoesNotStandInTheWayOfUndoAndALaterStepDoes() {
        Tag tag = tag(5, 7, "1.1").getFirst();
        tags.change(assessor, tag.id(), TagEdit.of(5, 10, "", false));
        correct(2, "I made one list of agencies.", 1);
        history.undo(assessor, recording, idOf("Changed the tag for 1.1 at 00:02"));
        Tag back = tags.get(tag.id());
        assertEquals("I made a", back.quote());
        assertEquals(Tag.State.REVIEW, back.state());
        assertEquals(5, back.firstWord());
        Tag other = tag(1, 2, "1.2").getFirst();
        tags.change(assessor, other.id(), TagEdit.of(1, 2, "Because", false));
        assertThrows(
                Problem.Conflict.class,
                () -> history.undo(assessor, recording, idOf("Tagged 1.2 at 00:00")));
        assertEquals("Because", tags.get(other.id()).reason());
    }

    @Test
    void whatBroughtATagBackIsRefusedWhereItsWordsWereTaggedAgain() {
        Tag tag = tag(5, 7, "1.1").getFirst();
        tags.withdraw(assessor, tag.id());
        tag(5, 7, "1.1");
        assertThrows(
                Problem.Conflict.class,
                () -> history.undo(assessor, recording, idOf("Withdrew the tag for 1.1 at 00:02")));
        assertEquals(Tag.State.WITHDRAWN, tags.get(tag.id()).state());
    }

    private String idOf(String text) {
        return history.list(recording, assessor, null, 99).changes().stream()
                .filter(change -> change.text().message().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void aTagGetsAnotherCriterionAndStrengthAndKeepsTheRest() {
        Tag tag = tag(5, 7, "1.1").getFirst();
        Tag weaker =
                tags.change(
                        assessor,
                        tag.id(),
                        new TagEdit(
                                5, 7, "Because", false, Strength.CONTEXT, criterion("2.1"), null));
        assertEquals("2.1", weaker.criterion().number());
        assertEquals(Strength.CONTEXT, weaker.strength());
        assertEquals(tag.quote(), weaker.quote());
        assertEquals(weaker, tags.change(assessor, tag.id(), TagEdit.of(5, 7, "Because", false)));
        tag(5, 7, "1.1");
        assertThrows(
                Problem.Conflict.class,
                () ->
                        tags.change(
                                assessor,
                                tag.id(),
                                new TagEdit(5, 7, "", false, null, criterion("1.1"), null)));
        String other = rows.criterion(rows.unit("Other", List.of("1.1")), "1.1");
        assertThrows(
                Problem.BadInput.class,
                () ->
                        tags.change(
                                assessor,
                                tag.id(),
                                new TagEdit(5, 7, "", false, null, other, null)));
        assertEquals(weaker, tags.get(tag.id()));
    }

    @Test
    void whatTwoPeopleChangeOfOneTagIsJoined() {
        Tag tag = tag(5, 7, "1.1").getFirst();
        TagEdit.Seen seen = TagEdit.Seen.of(tag);
        tags.change(
                assessor,
                tag.id(),
                new TagEdit(5, 7, "Because", true, Strength.PARTLY, null, seen));
        tags.change(assessor, tag.id(), new TagEdit(5, 7, "because", true, null, null, seen));
        Tag both =
                tags.change(
                        assessor,
                        tag.id(),
                        new TagEdit(5, 10, "because", true, null, criterion("1.2"), seen));
        assertEquals("Because", both.reason());
        assertEquals(Strength.PARTLY, both.strength());
        assertEquals("1.2", both.criterion().number());
        assertEquals("I made a list of agencies.", both.quote());
    }

    @Test
    void whatTwoPeopleChangeDifferentlyIsRefusedToTheLaterOne() {
        Tag tag = tag(5, 7, "1.1").getFirst();
        TagEdit.Seen seen = TagEdit.Seen.of(tag);
        Tag theirs =
                tags.change(
                        assessor,
                        tag.id(),
                        new TagEdit(
                                5, 10, "Theirs", true, Strength.PARTLY, criterion("1.2"), seen));
        for (TagEdit mine :
                List.of(
                        new TagEdit(5, 7, "Mine", true, null, null, seen),
                        new TagEdit(5, 7, "because", true, Strength.CONTEXT, null, seen),
                        new TagEdit(5, 7, "because", true, null, criterion("2.1"), seen),
                        new TagEdit(6, 7, "because", true, null, null, seen))) {
            Problem refused =
                    assertThrows(
                            Problem.Conflict.class, () -> tags.change(assessor, tag.id(), mine));
            assertTrue(refused.getMessage().contains("by somebody else meanwhile"));
        }
        assertEquals(theirs, tags.get(tag.id()));
        Tag again =
                tags.change(
                        assessor,
                        tag.id(),
                        new TagEdit(5, 10, "Mine", true, null, null, TagEdit.Seen.of(theirs)));
        assertEquals("Mine", again.reason());
        assertEquals("1.2", again.criterion().number());
    }

    @Test
    void wordsCorrectedSinceATagWasSeenAreNotTakenAsLookedAt() {
        Tag tag = tag(5, 7, "1.1").getFirst();
        correct(2, "I made one list of agencies.", 1);
        Tag changed =
                tags.change(
                        assessor,
                        tag.id(),
                        new TagEdit(5, 7, "Because", true, null, null, TagEdit.Seen.of(tag)));
        assertEquals("Because", changed.reason());
        assertEquals(Tag.State.REVIEW, changed.state());
        Tag looked =
                tags.change(
                        assessor,
                        tag.id(),
                        new TagEdit(
                                changed.firstWord(),
                                changed.lastWord(),
                                "Because",
                                true,
                                null,
                                null,
                                TagEdit.Seen.of(changed)));
        assertEquals(Tag.State.ACTIVE, looked.state());
    }

    @Test
    void aTagGetsAnotherPassageAndReason() {
        Tag tag = tag(5, 7, "1.1").getFirst();
        Tag changed =
                tags.change(assessor, tag.id(), TagEdit.of(5, 10, " She says\u0000 how ", false));
        assertEquals("I made a list of agencies.", changed.quote());
        assertEquals("She says how", changed.reason());
        assertThrows(
                Problem.TooLarge.class,
                () -> tags.change(assessor, tag.id(), TagEdit.of(5, 10, "x".repeat(2_001), false)));
        tag(1, 2, "1.1");
        assertThrows(
                Problem.Conflict.class,
                () -> tags.change(assessor, tag.id(), TagEdit.of(1, 2, "", false)));
    }

    @Test
    void aWithdrawnTagIsKeptWithWhoAndWhen() {
        Tag tag = tag(5, 7, "1.1").getFirst();
        clock.advance(Duration.ofHours(1));
        Tag withdrawn = tags.withdraw(assessor, tag.id());
        assertEquals(Tag.State.WITHDRAWN, withdrawn.state());
        assertNotNull(withdrawn.withdrawn());
        assertEquals(clock.instant(), withdrawn.withdrawn().at());
        assertEquals("Ann", withdrawn.withdrawn().by().name());
        clock.advance(Duration.ofHours(1));
        assertEquals(withdrawn, tags.withdraw(assessor, tag.id()));
        assertThrows(
                Problem.Conflict.class,
                () -> tags.change(assessor, tag.id(), TagEdit.of(5, 7, "", true)));
        assertEquals(tag, tags.restore(assessor, tag.id()));
    }

    @Test
    void aTagIsNotRestoredBesideItsTwin() {
        Tag tag = tag(5, 7, "1.1").getFirst();
        tags.withdraw(assessor, tag.id());
        tag(5, 7, "1.1");
        assertThrows(Problem.Conflict.class, () -> tags.restore(assessor, tag.id()));
    }

    @Test
    void aCorrectionInsideAPassageAsksForReviewAndKeepsTheQuote() {
        Tag inside = tag(5, 8, "1.1").getFirst();
        Tag beside = tag(9, 10, "1.1").getFirst();
        Tag elsewhere = tag(1, 2, "1.2").getFirst();
        TurnSaved saved = correct(2, "I made the list of agencies.", 1);
        assertEquals(List.of(inside.id()), saved.tagsToReview());
        Tag now = tags.get(inside.id());
        assertEquals(Tag.State.REVIEW, now.state());
        assertEquals("I made a list", now.quote());
        assertEquals(beside, tags.get(beside.id()));
        assertEquals(elsewhere, tags.get(elsewhere.id()));

        Tag reason = tags.change(assessor, inside.id(), TagEdit.of(5, 8, "Still", false));
        assertEquals(Tag.State.REVIEW, reason.state());
        Tag reviewed = tags.change(assessor, inside.id(), TagEdit.of(5, 8, "Still", true));
        assertEquals(Tag.State.ACTIVE, reviewed.state());
        assertEquals("I made the list", reviewed.quote());
    }

    @Test
    void aCorrectionTakenBackMakesTheTagActiveAgain() {
        Tag tag = tag(5, 8, "1.1").getFirst();
        correct(2, "I made the list of agencies.", 1);
        TurnSaved back = correct(2, "I made a list of agencies.", 2);
        assertEquals(List.of(), back.tagsToReview());
        assertEquals(tag, tags.get(tag.id()));
    }

    @Test
    void aTagComesBackWithTheWordsThatWereTakenOut() {
        Tag edge = tag(5, 8, "1.1").getFirst();
        Tag whole = tag(5, 10, "1.2").getFirst();
        int version = 1;
        for (String text : List.of("I made of agencies.", "made a list of agencies.", "")) {
            correct(2, text, version++);
            assertEquals(Tag.State.REVIEW, tags.get(edge.id()).state(), text);
            TurnSaved back = correct(2, "I made a list of agencies.", version++);
            assertEquals(List.of(), back.tagsToReview());
            for (Tag was : List.of(edge, whole)) {
                Tag now = tags.get(was.id());
                assertEquals(Tag.State.ACTIVE, now.state(), text);
                assertEquals(was.quote(), now.quote());
                assertEquals(was.startMillis(), now.startMillis(), text);
                assertEquals(was.endMillis(), now.endMillis(), text);
            }
        }
    }

    @Test
    void whereItsWordsStandTwiceATagWaitsForReview() {
        Tag tag = tag(5, 8, "1.1").getFirst();
        correct(2, "of agencies.", 1);
        correct(2, "I made a list of agencies. I made a list of agencies.", 2);
        assertEquals(Tag.State.REVIEW, tags.get(tag.id()).state());
    }

    @Test
    void whereTheLastWordIsGoneThePassageEndsAtWhatIsLeft() {
        Tag tag = tag(5, 8, "1.1").getFirst();
        correct(2, "I made of agencies.", 1);
        Tag now = tags.get(tag.id());
        assertEquals(5, now.firstWord());
        assertEquals(6, now.lastWord());
        assertEquals(3300, now.endMillis());
        assertEquals(Tag.State.REVIEW, now.state());
    }

    @Test
    void anEmptiedTurnMovesItsTagsToTheNearestWord() {
        Tag own = tag(5, 10, "1.1").getFirst();
        Tag over = tag(3, 12, "1.2").getFirst();
        TurnSaved saved = correct(2, "", 1);
        assertEquals(2, saved.tagsToReview().size());
        assertEquals(11, tags.get(own.id()).firstWord());
        assertEquals(
                "you start? I made a list of agencies. What came", tags.get(over.id()).quote());
        assertEquals(3, tags.get(over.id()).firstWord());
        correct(1, "", 2);
        correct(3, "", 3);
        assertEquals(Tag.State.REVIEW, tags.get(own.id()).state());
        assertEquals("I made a list of agencies.", tags.get(own.id()).quote());
    }

    @Test
    void aTagRestoredAfterACorrectionIsForReview() {
        Tag tag = tag(5, 8, "1.1").getFirst();
        tags.withdraw(assessor, tag.id());
        assertEquals(List.of(), correct(2, "We made a list", 1).tagsToReview());
        assertEquals(Tag.State.WITHDRAWN, tags.get(tag.id()).state());
        Tag restored = tags.restore(assessor, tag.id());
        assertEquals(Tag.State.REVIEW, restored.state());
        assertNull(restored.withdrawn());
    }

    @Test
    void wordsOfAnotherTranscriptAreNotTaken() {
        String other = rows.recording(session, assessor, "ready", 1_000L);
        Transcript small = Speech.store(hearings, transcripts, other, Speech.of("Yes."));
        assertThrows(
                Problem.BadInput.class,
                () -> tags.create(assessor, small.id(), 5, 7, List.of(criterion("1.1")), ""));
    }

    @Test
    void anOldTranscriptTakesNoTags() {
        Speech.replace(hearings, recording, Speech.of("Again, from the start."));
        assertThrows(Problem.Conflict.class, () -> tag(1, 2, "1.1"));
    }

    @Test
    void heardAgainInOtherCapitalsATagStaysAndInOtherWordsItAsks() {
        Tag written = tag(5, 7, "1.1").getFirst();
        Tag said = tag(11, 13, "1.2").getFirst();
        Speech.replace(
                hearings,
                recording,
                Speech.of("how did you start", "i made, a list of agencies", "what comes next"));
        Tag kept = tags.get(written.id());
        assertEquals(Tag.State.ACTIVE, kept.state());
        assertEquals("i made, a", kept.quote());
        Tag asks = tags.get(said.id());
        assertEquals(Tag.State.REVIEW, asks.state());
        assertEquals("What came next?", asks.quote());
    }

    @Test
    void coverageListsEveryCriterionWithItsPassagesInOrderOfTime() {
        Tag later = tag(11, 13, "1.1").getFirst();
        Tag earlier = tag(1, 2, "1.1").getFirst();
        tags.withdraw(assessor, tag(3, 4, "1.1").getFirst().id());
        Coverage coverage = coverages.get(enrolment);
        assertEquals("Unit 23", coverage.unitTitle());
        assertEquals(
                List.of("1.1", "1.2", "2.1"),
                coverage.outcomes().stream()
                        .flatMap(outcome -> outcome.criteria().stream())
                        .map(covered -> covered.criterion().number())
                        .toList());
        List<Coverage.Found> found =
                coverage.outcomes().getFirst().criteria().getFirst().passages();
        assertEquals(List.of(earlier, later), found.stream().map(Coverage.Found::tag).toList());
        assertEquals("Professional discussion, 23 Nov 2026", found.getFirst().sessionTitle());
        assertEquals("2026-11-23", found.getFirst().sessionDate());
    }

    @Test
    void aRecordingSetAsideIsNoEvidenceButKeepsItsTags() {
        tag(1, 2, "1.1");
        database.jdbi()
                .useHandle(handle -> handle.execute("UPDATE recording SET set_aside = TRUE"));
        assertEquals(
                List.of(),
                coverages.get(enrolment).outcomes().getFirst().criteria().getFirst().passages());
        assertEquals(1, tags.list(recording).size());
        assertThrows(Problem.NotFound.class, () -> coverages.get("nothing"));
    }

    private List<Tag> tag(int first, int last, String... numbers) {
        return tags.create(
                assessor,
                transcript.id(),
                first,
                last,
                Stream.of(numbers).map(this::criterion).toList(),
                "because");
    }

    private String criterion(String number) {
        return rows.criterion(unit, number);
    }

    private TurnSaved correct(int turn, String text, int version) {
        return corrections.correct(assessor, transcript.id(), turn, text, version);
    }
}
