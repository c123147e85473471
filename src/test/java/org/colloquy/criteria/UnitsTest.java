package org.colloquy.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Problem;
import org.colloquy.criteria.UnitDraft.CriterionDraft;
import org.colloquy.criteria.UnitDraft.OutcomeDraft;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitsTest {
    private final List<String> changed = new ArrayList<>();
    @TempDir Path data;
    private Database database;
    private Rows rows;
    private Units units;

    @BeforeEach
    void open() {
        database = Database.open(data);
        rows = new Rows(database);
        units = new Units(database, SettableClock.atTen(), changed::add);
    }

    private static UnitDraft draft(String title, CriterionDraft... criteria) {
        return new UnitDraft(
                title,
                "7",
                null,
                "3",
                4,
                null,
                "  ",
                false,
                "A log.",
                List.of(new OutcomeDraft("1", "Be able to wait", List.of(criteria))),
                List.of(new UnitDraft.MethodDraft("Questioning", "Asked by the assessor.")));
    }

    private static CriterionDraft criterion(String number) {
        return new CriterionDraft(number, "Wait for " + number);
    }

    @Test
    void keepsAUnitAsItWasRead() {
        Unit kept = units.create(null, draft(" Waiting ", criterion("1.1"), criterion("1.2")));
        assertEquals(kept, units.get(kept.id()));
        assertEquals("Waiting", kept.title());
        assertEquals(null, kept.purpose());
        assertEquals(Boolean.FALSE, kept.simulationAllowed());
        assertEquals("Wait for 1.2", kept.criteria().get(1).text());
        assertEquals(1, kept.methods().size());
        assertFalse(kept.inUse());
        assertEquals(List.of(kept.id()), changed);
        UnitSummary summary = units.list().getFirst();
        assertEquals(2, summary.criterionCount());
        assertEquals(1, summary.outcomeCount());
        assertEquals(0, summary.enrolmentCount());
    }

    @Test
    void keepsAWholeTextThatWasRead() {
        Unit kept = units.create(null, UnitTexts.preview("handbook.txt").draft());
        assertEquals(8, kept.criteria().size());
    }

    @Test
    void refusesWhatIsNoUnit() {
        for (UnitDraft bad :
                List.of(
                        draft("", criterion("1.1")),
                        draft("No criteria"),
                        draft("Twice", criterion("1.1"), criterion("1.1")),
                        draft("No number", criterion("")),
                        draft("Long number", criterion("1.1".repeat(9))),
                        draft("No wording", new CriterionDraft("1.1", " ")),
                        draft("x".repeat(301), criterion("1.1")))) {
            Problem problem =
                    assertThrows(
                            Problem.BadInput.class, () -> units.create(null, bad), bad.title());
            assertTrue(String.valueOf(problem.getMessage()).endsWith("."));
        }
        assertEquals(List.of(), units.list());
        assertEquals(List.of(), changed);
    }

    @Test
    void replacesAUnitUntilASessionWasHeldForIt() {
        Unit kept = units.create(null, draft("Waiting", criterion("1.1")));
        Unit replaced =
                units.replace(kept.id(), draft("Waiting well", criterion("1.1"), criterion("1.2")));
        assertEquals("Waiting well", replaced.title());
        assertEquals(2, replaced.criteria().size());

        String assessor = rows.person("Ann", "assessor");
        String learner = rows.person("Lee", "learner");
        String enrolment = rows.enrolment(learner, kept.id(), assessor, null);
        assertFalse(units.get(kept.id()).inUse());
        rows.session(enrolment, assessor);
        assertTrue(units.get(kept.id()).inUse());
        assertThrows(
                Problem.Conflict.class,
                () -> units.replace(kept.id(), draft("Changed", criterion("1.1"))));
        assertEquals("Waiting well", units.get(kept.id()).title());
    }

    @Test
    void showsALearnerOnlyUnitsTheyAreEnrolledOn() {
        Unit mine = units.create(null, draft("Mine", criterion("1.1")));
        Unit other = units.create(null, draft("Other", criterion("1.1")));
        String learner = rows.person("Lee", "learner");
        rows.enrolment(learner, mine.id(), rows.person("Ann", "assessor"), null);
        Viewer viewer = new Viewer(learner, "Lee", Set.of(Role.LEARNER));
        assertEquals(List.of(mine.id()), units.list(viewer).stream().map(UnitSummary::id).toList());
        assertEquals("Mine", units.get(viewer, mine.id()).title());
        assertThrows(Problem.NotFound.class, () -> units.get(viewer, other.id()));
        Viewer iqa = new Viewer("x", "Ida", Set.of(Role.IQA));
        assertEquals(2, units.list(iqa).size());
    }
}
