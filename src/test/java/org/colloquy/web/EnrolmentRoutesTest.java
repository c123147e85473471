package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentRoutesTest {
    @TempDir Path data;
    private TestServer server;
    private Rows rows;
    private String unit;

    @BeforeEach
    void start() {
        server = TestServer.withPeople(data, SettableClock.atTen());
        rows = new Rows(Database.open(data));
        unit = rows.unit("Unit 23", List.of("1.1", "1.2"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("learnerId", server.person(Role.LEARNER).id());
        request.put("unitId", unit);
        request.put("assessorId", server.person(Role.ASSESSOR).id());
        request.put("iqaId", server.person(Role.IQA).id());
        return request;
    }

    @Test
    void anAssessorEnrolsALearnerAndEachPersonSeesIt() {
        Answer made = server.as(Role.ASSESSOR).post("/api/enrolments", request());
        assertEquals(201, made.status(), made.body());
        String id = made.json().get("id").asString();
        assertEquals("The learner", made.json().get("learner").get("name").asString());
        assertEquals("1.2", made.json().get("criteria").get(1).get("number").asString());
        assertEquals("2026-11-23T10:00:00Z", made.json().get("createdAt").asString());
        assertTrue(made.json().get("lastSessionAt").isNull());
        for (Role role : Role.values()) {
            Answer seen = server.as(role).get("/api/enrolments/" + id);
            assertEquals(200, seen.status(), role + " " + seen.body());
            assertEquals(0, seen.json().get("sessions").size());
            assertEquals(1, server.as(role).get("/api/enrolments").json().size(), role.toString());
        }
    }

    @Test
    void othersNeitherMakeNorChangeEnrolments() {
        for (Role role : List.of(Role.LEARNER, Role.IQA, Role.EQA)) {
            assertEquals(403, server.as(role).post("/api/enrolments", request()).status());
        }
        Answer incomplete = server.as(Role.ADMINISTRATOR).post("/api/enrolments", Map.of());
        assertEquals(400, incomplete.status());
        assertTrue(incomplete.message().contains("learnerId"), incomplete.message());
        String id =
                server.as(Role.ADMINISTRATOR)
                        .post("/api/enrolments", request())
                        .json()
                        .get("id")
                        .asString();
        Map<String, Object> withoutIqa = request();
        withoutIqa.put("iqaId", null);
        assertEquals(403, server.as(Role.IQA).put("/api/enrolments/" + id, withoutIqa).status());
        assertTrue(
                server.as(Role.ASSESSOR)
                        .put("/api/enrolments/" + id, withoutIqa)
                        .json()
                        .get("iqa")
                        .isNull());
        assertEquals(404, server.as(Role.IQA).get("/api/enrolments/" + id).status());
    }

    @Test
    void whoeverSeesTheRecordingSeesItsJobAndOnlyTheAssessorStopsIt() {
        String assessor = server.person(Role.ASSESSOR).id();
        String enrolment = rows.enrolment(server.person(Role.LEARNER).id(), unit, assessor, null);
        String recording =
                rows.recording(rows.session(enrolment, assessor), assessor, "ready", 1_000L);
        String job = rows.job(recording, "transcribe", "failed");
        Answer seen = server.as(Role.LEARNER).get("/api/jobs/" + job);
        assertEquals(200, seen.status(), seen.body());
        assertEquals("failed", seen.json().get("state").asString());
        assertEquals("transcribe", seen.json().get("kind").asString());
        assertEquals(404, server.as(Role.IQA).get("/api/jobs/" + job).status());
        assertEquals(403, server.as(Role.LEARNER).post("/api/jobs/" + job + "/retry", "").status());
        assertEquals(
                403,
                server.as(Role.ADMINISTRATOR).post("/api/jobs/" + job + "/cancel", "").status());
        assertEquals(
                "failed",
                server.as(Role.ASSESSOR)
                        .post("/api/jobs/" + job + "/cancel", "")
                        .json()
                        .get("state")
                        .asString(),
                "what is over stays as it is");
    }
}
