package org.colloquy.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.Speech;
import org.colloquy.transcript.Transcripts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two recordings of ten seconds, and the one that they were joined into. */
class RedactionsTest {
    private static final long LENGTH = 10_000;

    @TempDir Path folder;
    private final SettableClock clock = SettableClock.atTen();
    private final List<String> changed = new ArrayList<>();
    private Database database;
    private Rows rows;
    private Masks masks;
    private Redactions redactions;
    private TurnsHeld turnsHeld;
    private String assessor;
    private String first;
    private String second;
    private String whole;
    private String transcriptOfSecond;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        rows = new Rows(database);
        masks = new Masks(database);
        turnsHeld = new TurnsHeld(database);
        Transcripts transcripts = new Transcripts(database);
        redactions =
                new Redactions(
                        database,
                        clock,
                        transcripts,
                        Rows.history(database, clock),
                        masks,
                        changed::add);
        assessor = rows.person("Ann", "assessor");
        String session =
                rows.session(
                        rows.enrolment(
                                rows.person("Lee", "learner"),
                                rows.unit("Unit", List.of("1.1")),
                                assessor,
                                null),
                        assessor);
        first = rows.recording(session, assessor, "ready", LENGTH);
        second = rows.recording(session, assessor, "ready", LENGTH);
        whole = rows.recording(session, assessor, "ready", 2 * LENGTH);
        rows.joined(whole, 0, first, 0);
        rows.joined(whole, 1, second, LENGTH);
        Hearings hearings =
                new Hearings(
                        database,
                        clock,
                        transcripts,
                        (before, after, carried) -> {},
                        recording -> {});
        Speech.store(hearings, transcripts, first, Speech.of("one two three", "four five"));
        transcriptOfSecond =
                Speech.store(
                                hearings,
                                transcripts,
                                second,
                                Speech.of("six seven", "eight nine", "ten", "eleven", "twelve"))
                        .id();
    }

    private static Hidden of(long... times) {
        List<Hidden.Span> spans = new ArrayList<>();
        for (int i = 0; i < times.length; i += 2) {
            spans.add(new Hidden.Span(times[i], times[i + 1]));
        }
        return new Hidden(spans);
    }

    @Test
    void reachesOverItsWordsAndNotToTheMiddleOfTheNext() {
        redactions.create(assessor, first, null, 2, 2, "");
        assertEquals(of(280, 820), masks.hidden(first));
        redactions.create(assessor, first, null, 1, 1, "");
        assertEquals(of(0, 820), masks.hidden(first));
        assertFalse(masks.hidden(first).hides(800, 1100));
    }

    @Test
    void whatIsHiddenInAPartIsHiddenInTheWholeAndTheOtherWayRound() {
        redactions.create(assessor, second, null, 1, 1, "");
        assertEquals(of(0, 420), masks.hidden(second));
        assertEquals(of(10_000, 10_420), masks.hidden(whole));
        assertEquals(Hidden.NONE, masks.hidden(first));
        assertEquals(Set.of(second, whole), Set.copyOf(changed), "the first holds none of it");
        String id = redactions.list(whole).getFirst().id();
        assertEquals(second, redactions.recordingOf(id));
        redactions.lift(assessor, id);
        assertEquals(Hidden.NONE, masks.hidden(second));
        assertEquals(Hidden.NONE, masks.hidden(whole));
        assertEquals(Set.of(), masks.redacted(Set.of(first, second, whole)));
    }

    @Test
    void isHiddenFromAllButTheAssessorAndWhoHasTheRight() {
        redactions.create(assessor, second, null, 1, 1, "");
        assertTrue(
                masks.hiddenFrom(new Viewer(assessor, "Ann", Set.of(Role.ASSESSOR)), whole)
                        .isEmpty());
        // Who was the assessor and is none any more has no part in it.
        assertFalse(
                masks.hiddenFrom(new Viewer(assessor, "Ann", Set.of(Role.IQA)), whole).isEmpty());
        String other = rows.person("Olga", "assessor");
        assertFalse(
                masks.hiddenFrom(new Viewer(other, "Olga", Set.of(Role.ASSESSOR)), whole)
                        .isEmpty());
    }

    @Test
    void turnsInOrBesideAHiddenStretchMayHaveHeldItsWords() {
        redactions.create(assessor, second, null, 1, 1, "");
        assertEquals(Set.of(1, 2), turnsHeld.of(second, masks.hidden(second)));
        database.jdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        "UPDATE turn SET split_from = 5 WHERE id = 2 AND"
                                                + " transcript_id = ?",
                                        transcriptOfSecond));
        assertEquals(Set.of(1, 2, 5), turnsHeld.of(second, masks.hidden(second)));
        assertEquals(Set.of(), turnsHeld.of(second, Hidden.NONE));
    }
}
