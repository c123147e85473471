package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.transcript.Speech;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the server says can be said anew from its text and the values beside it. */
class SaidRoutesTest {
    @TempDir Path data;
    private TestServer server;

    @BeforeEach
    void open() {
        server = TestServer.withPeople(data, SettableClock.atTen());
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** As the page fills it in, with nothing but what was sent. */
    private static String filled(JsonNode said) {
        Map<String, Object> values = new HashMap<>();
        said.forEachEntry(
                (name, value) -> {
                    if (!List.of("kind", "message", "text").contains(name)) {
                        values.put(
                                name,
                                value.isObject()
                                        ? filled(value)
                                        : value.isNumber() ? value.numberValue() : value.asString());
                    }
                });
        return Text.of(said.get("text").asString(), values).message();
    }

    private static void assertCanBeSaidAnew(JsonNode said) {
        assertEquals(said.get("message").asString(), filled(said), said.toString());
    }

    @Test
    void ofARefusalTextAndFactsGiveTheMessage() {
        JsonNode refused =
                server.as(Role.ASSESSOR).get("/api/search?q=" + "a".repeat(2_000)).json();
        assertTrue(refused.get("text").asString().contains("{"), refused.toString());
        assertFalse(refused.get("message").asString().contains("{"), refused.toString());
        assertCanBeSaidAnew(refused);
    }

    @Test
    void bracesThatSomebodyTypedStayWhatTheyAre() {
        JsonNode refused =
                server.as(Role.ASSESSOR).get("/api/search?q=a&from=%7Bname%7D").json();
        assertEquals(
                "“{name}” is no date; write it as 2026-11-23.",
                refused.get("message").asString(),
                refused.toString());
        assertCanBeSaidAnew(refused);
    }

    @Test
    void aSentenceInsideASentenceIsSentAsATextToo() {
        Map<String, Object> unit =
                Map.of(
                        "title", "t".repeat(10_000), "outcomes", List.of(), "methods", List.of());
        JsonNode refused = server.as(Role.ADMINISTRATOR).post("/api/units", unit).json();
        assertEquals("The title", refused.get("what").get("text").asString(), refused.toString());
        assertCanBeSaidAnew(refused);
    }

    @Test
    void ofAStepInTheHistoryTextAndValuesGiveTheMessage() {
        Rows rows = new Rows(Database.open(data));
        String assessor = server.person(Role.ASSESSOR).id();
        String learner = server.person(Role.LEARNER).id();
        String enrolment =
                rows.enrolment(learner, rows.unit("Unit", List.of("1.1")), assessor, null);
        String recording =
                rows.recording(rows.session(enrolment, assessor), assessor, "ready", 9_000L);
        server.application()
                .hearings()
                .store(recording, null, null, Speech.of("we agreed a budget"));
        TestServer.Client client = server.as(Role.ASSESSOR);
        JsonNode transcript = client.get("/api/recordings/" + recording + "/transcript").json();
        JsonNode words = transcript.get("turns").get(0).get("words");
        TestServer.Answer checked =
                client.put(
                        "/api/transcripts/" + transcript.get("id").asString() + "/checks",
                        Map.of(
                                "firstWord",
                                words.get(0).get("id").asInt(),
                                "lastWord",
                                words.get(2).get("id").asInt(),
                                "state",
                                "checked",
                                "version",
                                transcript.get("version").asInt()));
        assertEquals(200, checked.status(), checked.body());
        JsonNode step =
                client.get("/api/recordings/" + recording + "/history")
                        .json()
                        .get("changes")
                        .get(0)
                        .get("text");
        assertEquals("Checked {count} words at {position}.", step.get("text").asString());
        assertEquals(3, step.get("count").asInt());
        assertCanBeSaidAnew(step);
    }
}
