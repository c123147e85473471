package org.colloquy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.SettableClock;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.EnrolmentSummary;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.PlannedQuestion;
import org.colloquy.assessment.Session;
import org.colloquy.assessment.Sessions;
import org.colloquy.common.Problem;
import org.colloquy.criteria.Unit;
import org.colloquy.criteria.Units;
import org.colloquy.database.Database;
import org.colloquy.people.Centre;
import org.colloquy.people.People;
import org.colloquy.people.Role;
import org.colloquy.people.SignIns;
import org.colloquy.people.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCentreTest {
    @TempDir Path folder;
    private final SettableClock clock = SettableClock.atTen();
    private final List<String> taken = new ArrayList<>();
    private Database database;
    private People people;
    private Units units;
    private Enrolments enrolments;
    private Sessions sessions;
    private SampleCentre sample;

    @BeforeEach
    void build() {
        database = Database.open(folder);
        people = new People(database, clock);
        units = new Units(database, clock, unit -> {});
        Access access = new Access(database);
        enrolments = new Enrolments(database, people, access, clock);
        sessions = new Sessions(database, access, clock, session -> {});
        sample =
                new SampleCentre(
                        people,
                        units,
                        enrolments,
                        sessions,
                        (assessor, session, fileName, mediaType, bytes) -> {
                            taken.add(fileName + " " + mediaType + " " + (bytes.length > 100_000));
                            return "the recording";
                        },
                        clock);
    }

    @Test
    void opensACentreWithARealUnitAPlannedSessionAndASound() {
        SampleCentre.Opened opened = sample.open();

        assertEquals(
                List.of(Role.ASSESSOR, Role.LEARNER, Role.LEARNER, Role.IQA, Role.ADMINISTRATOR),
                opened.accounts().stream().map(SampleCentre.Account::role).toList());
        assertTrue(people.findCentre().map(Centre::sample).orElse(false));
        SampleCentre.Account assessor = opened.accounts().getFirst();
        SignIns signIns = new SignIns(database, clock);
        Viewer viewer =
                signIns.find(signIns.signIn(assessor.email(), assessor.password(), "127.0.0.1"))
                        .orElseThrow();

        List<EnrolmentSummary> enrolled = enrolments.list(viewer);
        assertEquals(2, enrolled.size());
        assertEquals(10, enrolled.getFirst().criteria().size());
        Unit unit = units.get(enrolled.getFirst().unit().id());
        assertEquals("Respond to complaints and learn from them", unit.title());
        assertEquals(false, unit.simulationAllowed());
        assertFalse(unit.methods().isEmpty());

        Session session = sessions.get(viewer, opened.sessionId());
        assertEquals("Professional discussion, 23 Nov 2026", session.title());
        Set<String> aimedAt =
                session.questions().stream()
                        .map(PlannedQuestion::criterionIds)
                        .flatMap(List::stream)
                        .collect(Collectors.toSet());
        assertEquals(10, aimedAt.size(), "every criterion has a question");
        assertEquals(List.of("discussion.opus audio/ogg true"), taken);
        assertEquals("the recording", opened.recordingId());
    }

    @Test
    void opensNoCentreBesideAnother() {
        sample.open();
        assertThrows(Problem.Conflict.class, () -> sample.open());
        assertEquals(1, units.list().size(), "nothing was added");
        assertEquals(1, taken.size());
    }
}
