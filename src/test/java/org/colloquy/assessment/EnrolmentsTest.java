package org.colloquy.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.people.People;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentsTest {
    @TempDir Path folder;
    private Rows rows;
    private Enrolments enrolments;
    private String assessor;
    private String otherAssessor;
    private String learner;
    private String iqa;
    private String unit;
    private Viewer administrator;

    @BeforeEach
    void open() {
        SettableClock clock = SettableClock.atTen();
        Database database = Database.open(folder);
        rows = new Rows(database);
        rows.centre();
        assessor = rows.person("Amara", "assessor");
        otherAssessor = rows.person("Chidi", "assessor");
        learner = rows.person("Bogdan", "learner");
        iqa = rows.person("Ines", "iqa");
        unit = rows.unit("Unit 23", List.of("1.1", "1.2"), List.of("2.1"));
        administrator =
                new Viewer(rows.person("Dana", "administrator"), "", Set.of(Role.ADMINISTRATOR));
        enrolments =
                new Enrolments(database, new People(database, clock), new Access(database), clock);
    }

    private static Viewer viewer(String id, Role role) {
        return new Viewer(id, "", Set.of(role));
    }

    private EnrolmentSummary enrol() {
        return enrolments.create(
                viewer(assessor, Role.ASSESSOR),
                new EnrolmentRequest(learner, unit, assessor, iqa));
    }

    @Test
    void enrolsALearnerOnceOnAUnit() {
        EnrolmentSummary made = enrol();
        assertEquals("Bogdan", made.learner().name());
        assertEquals("Unit 23", made.unit().title());
        assertEquals(
                List.of("1.1", "1.2", "2.1"),
                made.criteria().stream().map(EnrolmentSummary.CriterionCount::number).toList());
        assertEquals(0, made.sessionCount());
        assertNull(made.lastSessionAt());
        Problem.Conflict again = assertThrows(Problem.Conflict.class, this::enrol);
        assertTrue(again.getMessage().contains("Bogdan"), again.getMessage());
    }

    @Test
    void refusesPeopleWithoutTheRoleAndWorkOfOnesOwn() {
        String both = rows.person("Bea", "assessor", "learner", "iqa");
        List<EnrolmentRequest> wrong =
                List.of(
                        new EnrolmentRequest(assessor, unit, assessor, iqa),
                        new EnrolmentRequest(learner, unit, iqa, null),
                        new EnrolmentRequest(learner, unit, assessor, assessor),
                        new EnrolmentRequest(learner, unit, "nobody", null),
                        new EnrolmentRequest(learner, "no unit", assessor, null),
                        new EnrolmentRequest(both, unit, both, null),
                        new EnrolmentRequest(learner, unit, both, both),
                        new EnrolmentRequest(both, unit, assessor, both));
        for (EnrolmentRequest request : wrong) {
            assertThrows(
                    Problem.BadInput.class,
                    () -> enrolments.create(administrator, request),
                    request.toString());
        }
        assertEquals(List.of(), enrolments.list(administrator));
    }

    @Test
    void anAssessorEnrolsOnlyForThemselvesAndHandsNothingOver() {
        Viewer amara = viewer(assessor, Role.ASSESSOR);
        assertThrows(
                Problem.Forbidden.class,
                () ->
                        enrolments.create(
                                amara, new EnrolmentRequest(learner, unit, otherAssessor, null)));
        String id = enrol().id();
        assertNull(
                enrolments
                        .update(amara, id, new EnrolmentRequest(learner, unit, assessor, null))
                        .iqa());
        EnrolmentRequest handOver = new EnrolmentRequest(learner, unit, otherAssessor, iqa);
        assertThrows(Problem.Forbidden.class, () -> enrolments.update(amara, id, handOver));
        assertEquals("Chidi", enrolments.update(administrator, id, handOver).assessor().name());
        assertThrows(Problem.NotFound.class, () -> enrolments.get(amara, id));
        String another = rows.person("Bo", "learner");
        assertThrows(
                Problem.Conflict.class,
                () ->
                        enrolments.update(
                                administrator,
                                id,
                                new EnrolmentRequest(another, unit, assessor, null)));
    }

    @Test
    void countsPassagesOfThisLearnerThatAreNotWithdrawn() {
        String id = enrol().id();
        String session = rows.session(id, assessor);
        String recording = rows.recording(session, assessor, "ready", 90_500L);
        String transcript = rows.transcript(recording);
        rows.tag(transcript, rows.criterion(unit, "1.2"), assessor, "active");
        rows.tag(transcript, rows.criterion(unit, "1.2"), assessor, "review");
        rows.tag(transcript, rows.criterion(unit, "2.1"), assessor, "withdrawn");
        String neighbour = rows.person("Bo", "learner");
        rows.enrolment(neighbour, unit, assessor, null);

        EnrolmentSummary counted = enrolments.get(administrator, id);
        assertEquals(
                List.of(0, 2, 0),
                counted.criteria().stream()
                        .map(EnrolmentSummary.CriterionCount::passages)
                        .toList());
        assertEquals(1, counted.sessionCount());
        assertEquals(Instant.parse("2026-11-23T10:30:00Z"), counted.lastSessionAt());
        assertEquals(
                0,
                enrolments.list(administrator).stream()
                        .filter(enrolment -> enrolment.learner().id().equals(neighbour))
                        .flatMap(enrolment -> enrolment.criteria().stream())
                        .mapToInt(EnrolmentSummary.CriterionCount::passages)
                        .sum());

        SessionSummary summary = enrolments.sessions(administrator, id).getFirst();
        assertEquals("Professional discussion, 23 Nov 2026", summary.title());
        assertEquals(90.5, summary.durationSeconds());
        assertEquals(2, summary.tags());
        assertEquals(SessionSummary.State.READY, summary.state());
    }

    @Test
    void aSessionIsAsFarAsItsMostUrgentRecording() {
        String id = enrol().id();
        String session = rows.session(id, assessor);
        assertEquals(SessionSummary.State.NONE, stateOf(id));
        rows.recording(session, assessor, "ready", 1_000L);
        assertEquals(SessionSummary.State.READY, stateOf(id));
        String broken = rows.recording(session, assessor, "unreadable", null);
        assertEquals(SessionSummary.State.FAILED, stateOf(id));
        rows.job(broken, "prepare", "running");
        assertEquals(SessionSummary.State.WORKING, stateOf(id));
        rows.recording(session, assessor, "receiving", null);
        assertEquals(SessionSummary.State.RECEIVING, stateOf(id));
    }

    @Test
    void hearingAgainLeavesATranscribedSessionReady() {
        String id = enrol().id();
        String session = rows.session(id, assessor);
        String recording = rows.recording(session, assessor, "ready", 1_000L);
        String job = rows.job(recording, "transcribe", "cancelled");
        assertEquals(SessionSummary.State.STOPPED, stateOf(id));
        rows.jobIs(job, "failed");
        assertEquals(SessionSummary.State.FAILED, stateOf(id));
        rows.transcript(recording);
        assertEquals(SessionSummary.State.READY, stateOf(id));
        rows.jobIs(job, "cancelled");
        assertEquals(SessionSummary.State.READY, stateOf(id));
        rows.jobIs(job, "running");
        assertEquals(SessionSummary.State.WORKING, stateOf(id));
    }

    private SessionSummary.State stateOf(String enrolment) {
        return enrolments.sessions(administrator, enrolment).getFirst().state();
    }

    /** Who sees an enrolment and who may change it, for each kind of person. */
    @Test
    void showsEachPersonOnlyWhatIsTheirs() {
        String mine = enrol().id();
        String otherLearner = rows.person("Bo", "learner");
        String otherIqa = rows.person("Ida", "iqa");
        String others = rows.enrolment(otherLearner, unit, otherAssessor, otherIqa);
        String eqa = rows.person("Esi", "eqa");

        assertEquals(List.of(mine), ids(viewer(assessor, Role.ASSESSOR)));
        assertEquals(List.of(others), ids(viewer(otherAssessor, Role.ASSESSOR)));
        assertEquals(List.of(mine), ids(viewer(learner, Role.LEARNER)));
        assertEquals(List.of(others), ids(viewer(otherLearner, Role.LEARNER)));
        assertEquals(List.of(mine), ids(viewer(iqa, Role.IQA)));
        assertEquals(List.of(others), ids(viewer(otherIqa, Role.IQA)));
        assertEquals(2, ids(viewer(eqa, Role.EQA)).size());
        assertEquals(2, ids(administrator).size());
        assertEquals(List.of(), ids(viewer(assessor, Role.LEARNER)), "the role counts");
    }

    private List<String> ids(Viewer viewer) {
        return enrolments.list(viewer).stream().map(EnrolmentSummary::id).toList();
    }
}
