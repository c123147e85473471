package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Json;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class SessionRoutesTest {
    @TempDir Path data;
    private TestServer server;
    private Rows rows;
    private String unit;
    private String enrolment;

    @BeforeEach
    void start() {
        server = TestServer.withPeople(data, SettableClock.atTen());
        rows = new Rows(Database.open(data));
        unit = rows.unit("Unit 23", List.of("1.1", "1.2"));
        enrolment =
                rows.enrolment(
                        server.person(Role.LEARNER).id(),
                        unit,
                        server.person(Role.ASSESSOR).id(),
                        server.person(Role.IQA).id());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ObjectNode request() {
        ObjectNode request = Json.mapper().createObjectNode();
        request.put("enrolmentId", enrolment)
                .put("method", "professional-discussion")
                .put("date", "2026-11-23")
                .put("startTime", "10:30")
                .put("place", "The library")
                .put("mode", "remote")
                .put("language", "en")
                .put("notes", "");
        request.putArray("people").addObject().put("name", "Bo").put("role", "learner");
        request.putArray("questions")
                .addObject()
                .put("text", "Whom did you ask?")
                .putNull("id")
                .putArray("criterionIds")
                .add(rows.criterion(unit, "1.2"));
        return request;
    }

    @Test
    void anAssessorMakesASessionAndTheOthersOnlySeeIt() {
        Client assessor = server.as(Role.ASSESSOR);
        Answer made = assessor.post("/api/sessions", request());
        assertEquals(201, made.status(), made.body());
        assertEquals("Professional discussion, 23 Nov 2026", made.json().get("title").asString());
        assertEquals("10:30", made.json().get("startTime").asString());
        assertEquals("Unit 23", made.json().get("unit").get("title").asString());
        assertEquals("The learner", made.json().at("/enrolment/learner/name").asString());
        assertTrue(made.json().get("mayEdit").asBoolean());

        String path = "/api/sessions/" + made.json().get("id").asString();
        for (Role role : List.of(Role.LEARNER, Role.IQA, Role.EQA, Role.ADMINISTRATOR)) {
            Client client = server.as(role);
            Answer seen = client.get(path);
            assertEquals(200, seen.status(), role + " " + seen.body());
            assertFalse(seen.json().get("mayEdit").asBoolean(), role.toString());
            assertEquals(403, client.put(path, request()).status(), role.toString());
            assertEquals(403, client.post("/api/sessions", request()).status(), role.toString());
        }
        ObjectNode change = request().put("place", "By telephone");
        change.set("questions", made.json().get("questions"));
        Answer changed = assessor.put(path, change);
        assertEquals("By telephone", changed.json().get("place").asString(), changed.body());
        assertEquals(made.json().get("questions"), changed.json().get("questions"));
        assertEquals(
                "none",
                assessor.get("/api/enrolments/" + enrolment)
                        .json()
                        .at("/sessions/0/state")
                        .asString());
    }

    @Test
    void anotherAssessorsSessionDoesNotExist() {
        String other = rows.person("Chidi", "assessor");
        String others = rows.enrolment(rows.person("Bo", "learner"), unit, other, null);
        String session = rows.session(others, other);
        for (Role role : List.of(Role.ASSESSOR, Role.LEARNER, Role.IQA)) {
            assertEquals(404, server.as(role).get("/api/sessions/" + session).status());
        }
        assertEquals(
                404,
                server.as(Role.ASSESSOR)
                        .post("/api/sessions", request().put("enrolmentId", others))
                        .status());
        assertEquals(400, server.as(Role.ASSESSOR).post("/api/sessions", Map.of()).status());
    }
}
