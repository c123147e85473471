package org.colloquy.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.assessment.SessionRequest.PersonThere;
import org.colloquy.assessment.SessionRequest.QuestionRequest;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsTest {
    @TempDir Path folder;
    private final List<String> changed = new ArrayList<>();
    private Rows rows;
    private Sessions sessions;
    private Viewer assessor;
    private String unit;
    private String enrolment;
    private String criterion;

    @BeforeEach
    void open() {
        Database database = Database.open(folder);
        rows = new Rows(database);
        rows.centre();
        assessor = new Viewer(rows.person("Amara", "assessor"), "Amara", Set.of(Role.ASSESSOR));
        unit = rows.unit("Unit 23", List.of("1.1", "1.2"));
        criterion = rows.criterion(unit, "1.2");
        enrolment = rows.enrolment(rows.person("Bo", "learner"), unit, assessor.personId(), null);
        sessions =
                new Sessions(database, new Access(database), SettableClock.atTen(), changed::add);
    }

    private SessionRequest request(String method, String date, String time, String language) {
        return new SessionRequest(
                enrolment,
                method,
                date,
                time,
                "  The library ",
                "face-to-face",
                language,
                "Bring the log book",
                List.of(new PersonThere("Bo", "learner"), new PersonThere("Amara", "assessor")),
                List.of(
                        new QuestionRequest(null, "Whom did you ask?", List.of(criterion)),
                        new QuestionRequest(null, "And then?", List.of())));
    }

    private SessionRequest withQuestions(List<QuestionRequest> questions) {
        return new SessionRequest(
                enrolment,
                "oral-questioning",
                "2026-11-24",
                null,
                null,
                "remote",
                "ko",
                "",
                List.of(),
                questions);
    }

    private Session create() {
        return sessions.create(
                assessor, request("professional-discussion", "2026-11-23", "10:30", "en"));
    }

    @Test
    void keepsWhatIsPlanned() {
        Session made = create();
        assertEquals("Professional discussion, 23 Nov 2026", made.title());
        assertEquals("The library", made.place());
        assertEquals("10:30", String.valueOf(made.startTime()));
        assertEquals(
                List.of(new Participant("Bo", "learner"), new Participant("Amara", "assessor")),
                made.people());
        assertEquals(
                List.of("Whom did you ask?", "And then?"),
                made.questions().stream().map(PlannedQuestion::text).toList());
        assertEquals(List.of(criterion), made.questions().getFirst().criterionIds());
        assertEquals(made, sessions.get(assessor, made.id()));
        assertEquals(List.of(made.id()), changed);
    }

    @Test
    void questionsKeepTheirIdsOverAChange() {
        Session made = create();
        String second = made.questions().get(1).id();
        Session updated =
                sessions.update(
                        assessor,
                        made.id(),
                        withQuestions(
                                List.of(
                                        new QuestionRequest(null, "New first", List.of()),
                                        new QuestionRequest(
                                                second, "And what then?", List.of(criterion)))));
        assertEquals("Oral questioning, 24 Nov 2026", updated.title());
        assertNull(updated.startTime());
        assertEquals(second, updated.questions().get(1).id());
        assertEquals("And what then?", updated.questions().get(1).text());
        assertNotEquals(made.questions().getFirst().id(), updated.questions().getFirst().id());
        assertEquals(List.of(), updated.people());
        assertEquals(2, changed.size());
    }

    @Test
    void refusesQuestionsOfAnotherSessionAndCriteriaOfAnotherUnit() {
        Session made = create();
        assertThrows(
                Problem.BadInput.class,
                () ->
                        sessions.update(
                                assessor,
                                made.id(),
                                withQuestions(
                                        List.of(new QuestionRequest("xyz", "?", List.of())))));
        String foreign = rows.criterion(rows.unit("Other", List.of("9.9")), "9.9");
        Problem.BadInput problem =
                assertThrows(
                        Problem.BadInput.class,
                        () ->
                                sessions.create(
                                        assessor,
                                        withQuestions(
                                                List.of(
                                                        new QuestionRequest(
                                                                null, "Why?", List.of(foreign))))));
        assertTrue(problem.getMessage().contains("Why?"), problem.getMessage());
        assertEquals(made, sessions.get(made.id()), "nothing was changed");
    }

    @ParameterizedTest
    @CsvSource({
        "direct-observation, 2026-11-23, 10:30, en, method",
        "oral-questioning, 23/11/2026, 10:30, en, 23/11/2026",
        "oral-questioning, 2026-02-30, 10:30, en, 2026-02-30",
        "oral-questioning, 0026-11-23, 10:30, en, year",
        "oral-questioning, 2026-11-23, half ten, en, half ten",
        "oral-questioning, 2026-11-23, 10:30, english, english",
    })
    void saysWhatIsWrong(String method, String date, String time, String language, String named) {
        Problem.BadInput problem =
                assertThrows(
                        Problem.BadInput.class,
                        () -> sessions.create(assessor, request(method, date, time, language)));
        assertTrue(problem.getMessage().contains(named), problem.getMessage());
    }

    @Test
    void onlyTheEnrolmentsAssessorMakesAndChangesSessions() {
        Session made = create();
        SessionRequest request = request("oral-questioning", "2026-11-23", "10:30", "en");
        Viewer other = new Viewer(rows.person("Ciara", "assessor"), "", Set.of(Role.ASSESSOR));
        Viewer administrator =
                new Viewer(rows.person("Dana", "administrator"), "", Set.of(Role.ADMINISTRATOR));
        assertThrows(Problem.NotFound.class, () -> sessions.create(other, request));
        assertThrows(Problem.NotFound.class, () -> sessions.get(other, made.id()));
        assertEquals(made, sessions.get(administrator, made.id()));
        assertThrows(Problem.Forbidden.class, () -> sessions.create(administrator, request));
        assertThrows(
                Problem.Forbidden.class, () -> sessions.update(administrator, made.id(), request));
    }
}
