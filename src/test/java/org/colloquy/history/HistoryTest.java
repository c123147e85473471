package org.colloquy.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.audit.Audit;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps over a room whose whole state is a letter for each turn. */
class HistoryTest {
    @TempDir Path folder;
    private final Map<Integer, String> letters = new HashMap<>();
    private final List<String> changed = new ArrayList<>();
    private Database database;
    private Audit audit;
    private History history;
    private String ann;
    private String lee;
    private String recording;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        SettableClock clock = SettableClock.atTen();
        audit = new Audit(database, clock);
        history = new History(database, clock, audit, changed::add);
        history.register(
                new Reverser() {
                    @Override
                    public Set<ChangeKind> kinds() {
                        return Set.of(ChangeKind.CORRECT);
                    }

                    @Override
                    public Touched restore(Handle handle, Change change, String from, String to) {
                        int turn = change.turnIds().getFirst();
                        if (!from.equals(letters.get(turn))) {
                            throw new Problem.Conflict("Somebody was there.");
                        }
                        letters.put(turn, to);
                        return Touched.nothing();
                    }
                });
        Rows rows = new Rows(database);
        ann = rows.person("Ann", "assessor");
        lee = rows.person("Lee", "learner");
        String enrolment = rows.enrolment(lee, rows.unit("Unit", List.of("1.1")), ann, null);
        recording = rows.recording(rows.session(enrolment, ann), ann, "ready", 1_000L);
        letters.put(1, "a");
        letters.put(2, "a");
    }

    private NewChange change(String person, int turn, String to) {
        return new NewChange(
                recording,
                person,
                ChangeKind.CORRECT,
                Text.of("Wrote {turn}", Map.of("turn", turn)),
                List.of(turn),
                List.of(),
                500L,
                "",
                to,
                letters.get(turn),
                to);
    }

    private Change write(String person, int turn, String to) {
        Change noted =
                database.jdbi()
                        .inTransaction(handle -> history.note(handle, change(person, turn, to)));
        letters.put(turn, to);
        return noted;
    }

    private Change goOn(String person, int turn, String to) {
        Change noted =
                database.jdbi()
                        .inTransaction(
                                handle ->
                                        history.goOn(
                                                handle,
                                                change(person, turn, to),
                                                (before, after) ->
                                                        after.equals(letters.get(turn))
                                                                ? to
                                                                : null));
        letters.put(turn, to);
        return noted;
    }

    private Steps steps(String person) {
        return history.list(recording, person, null, History.NEWEST);
    }

    @Test
    void everyStepIsTakenBackInTurnAndDoneAgainInTurn() {
        for (String letter : List.of("b", "c", "d", "e")) {
            write(ann, 1, letter);
        }
        for (String letter : List.of("d", "c", "b", "a")) {
            history.undo(ann, recording, null);
            assertEquals(letter, letters.get(1));
        }
        assertThrows(Problem.Conflict.class, () -> history.undo(ann, recording, null));
        for (String letter : List.of("b", "c", "d", "e")) {
            history.redo(ann, recording, null);
            assertEquals(letter, letters.get(1));
        }
        assertThrows(Problem.Conflict.class, () -> history.redo(ann, recording, null));
        assertEquals(8, changed.size());
        assertEquals(12, audit.list("recording", recording).size());
        assertTrue(audit.check().isWhole());
    }

    @Test
    void aNewStepLeavesWhatWasUndoneUndoneAndReadable() {
        write(ann, 1, "b");
        history.undo(ann, recording, null);
        write(ann, 1, "c");
        Steps steps = steps(ann);
        assertNull(steps.redo());
        assertEquals(List.of(true, false), steps.changes().stream().map(Change::undone).toList());
        assertThrows(Problem.Conflict.class, () -> history.redo(ann, recording, null));
    }

    @Test
    void eachPersonHasARowOfStepsOfTheirOwn() {
        Change first = write(ann, 1, "b");
        write(lee, 2, "x");
        history.undo(ann, recording, null);
        assertEquals("a", letters.get(1));
        assertEquals("x", letters.get(2));
        assertEquals(first.id(), steps(ann).redo().id());
        assertNull(steps(lee).redo());
        assertThrows(
                Problem.Forbidden.class,
                () -> history.undo(ann, recording, steps(lee).undo().id()));
        assertEquals("x", letters.get(2));
    }

    @Test
    void whereSomebodyWroteSinceNothingIsUndoneAndTheNextUndoGoesPastIt() {
        write(ann, 2, "p");
        Change blocked = write(ann, 1, "b");
        write(lee, 1, "z");
        assertThrows(Problem.Conflict.class, () -> history.undo(ann, recording, null));
        assertEquals("z", letters.get(1));
        assertFalse(steps(ann).changes().get(1).undone());
        history.undo(ann, recording, null);
        assertEquals("a", letters.get(2));
        history.undo(lee, recording, null);
        history.undo(ann, recording, blocked.id());
        assertEquals("a", letters.get(1));
    }

    @Test
    void oneStepUndoneTwiceByItsIdIsUndoneOnce() {
        write(ann, 1, "b");
        Change second = write(ann, 1, "c");
        history.undo(ann, recording, second.id());
        assertTrue(history.undo(ann, recording, second.id()).change().undone());
        assertEquals("b", letters.get(1));
        assertThrows(
                Problem.NotFound.class, () -> history.undo(ann, recording, "0000000000000000"));
    }

    @Test
    void typingThatGoesOnIsOneStepUntilSomethingComesBetween() {
        Change one = goOn(ann, 1, "b");
        assertEquals(one.id(), goOn(ann, 1, "bc").id());
        assertEquals(one.id(), goOn(ann, 1, "bcd").id());
        Change other = goOn(ann, 2, "q");
        Change again = goOn(ann, 1, "bcde");
        assertEquals(3, Set.of(one.id(), other.id(), again.id()).size());
        history.undo(ann, recording, null);
        assertEquals("bcd", letters.get(1));
        history.undo(ann, recording, null);
        history.undo(ann, recording, null);
        assertEquals("a", letters.get(1));
        history.redo(ann, recording, null);
        assertEquals("bcd", letters.get(1));
    }

    @Test
    void whatCameAfterACountIsGivenOnceAndWhatWasUndoneAgain() {
        Change first = write(ann, 1, "b");
        Change second = write(lee, 2, "x");
        int known = steps(ann).latest();
        assertEquals(List.of(), history.list(recording, ann, known, History.NEWEST).changes());
        history.undo(ann, recording, first.id());
        Steps news = history.list(recording, lee, known, History.NEWEST);
        assertEquals(List.of(first.id()), news.changes().stream().map(Change::id).toList());
        assertTrue(news.changes().getFirst().undone());
        assertTrue(news.latest() > known);
        assertEquals(second.id(), news.undo().id());
    }

    @Test
    void aLongHistoryIsReadInPieces() {
        for (int i = 0; i < 30; i++) {
            write(ann, 1, "v" + i);
        }
        List<Integer> numbers = new ArrayList<>();
        int known = 0;
        for (int i = 0; i < 5; i++) {
            Steps piece = history.list(recording, ann, known, 7);
            piece.changes().forEach(change -> numbers.add(change.number()));
            known = piece.latest();
        }
        assertEquals(30, numbers.size());
        assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
        assertEquals(30, known);
    }

    @Test
    void closedStepsAreReadAndNotUndone() {
        write(ann, 1, "b");
        database.jdbi()
                .useTransaction(
                        handle -> history.close(handle, recording, Set.of(ChangeKind.CORRECT)));
        assertNull(steps(ann).undo());
        assertEquals(1, steps(ann).changes().size());
        assertThrows(Problem.Conflict.class, () -> history.undo(ann, recording, null));
    }
}
