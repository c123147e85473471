package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Hashes;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LiveRecordingRoutesTest {
    private final SettableClock clock = SettableClock.atTen();
    @TempDir Path data;
    private TestServer server;
    private Rows rows;
    private String enrolment;
    private String session;

    @BeforeEach
    void start() {
        server = TestServer.withPeople(data, clock);
        rows = new Rows(Database.open(data));
        String assessor = server.person(Role.ASSESSOR).id();
        enrolment =
                rows.enrolment(
                        server.person(Role.LEARNER).id(),
                        rows.unit("Unit 23", List.of("1.1")),
                        assessor,
                        null);
        session = rows.session(enrolment, assessor);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer key(Role role, String recordingId) {
        return server.as(role)
                .send(
                        "POST",
                        "/api/sessions/" + session + "/recording-key",
                        BodyPublishers.ofString(
                                "{\"recordingId\":"
                                        + (recordingId == null ? "null" : '"' + recordingId + '"')
                                        + "}"),
                        Map.of());
    }

    private Answer begin(String id) {
        return server.as(Role.ASSESSOR)
                .post(
                        "/api/sessions/" + session + "/recordings",
                        Map.of(
                                "id",
                                id,
                                "fileName",
                                "talk.webm",
                                "mediaType",
                                "audio/webm",
                                "source",
                                "microphone",
                                "microphones",
                                List.of(Map.of("label", "Desk", "speaker", "Ann"))));
    }

    private Answer put(String id, int number, String part, String text) {
        return server.as(Role.ASSESSOR)
                .send(
                        "PUT",
                        "/api/recordings/" + id + "/chunks/" + number,
                        BodyPublishers.ofString(text),
                        Map.of("X-Part", part));
    }

    @Test
    void aRecordingBeginsWithItsKeyAndIsBegunOnce() {
        Answer given = key(Role.ASSESSOR, null);
        assertEquals(200, given.status(), given.body());
        String id = given.json().get("recordingId").asString();
        assertEquals(given.body(), key(Role.ASSESSOR, id).body());
        assertEquals(403, key(Role.LEARNER, id).status());
        assertEquals(403, key(Role.IQA, id).status());
        assertEquals(400, key(Role.ASSESSOR, "nonsense").status());
        Answer begun = begin(id);
        assertEquals(201, begun.status(), begun.body());
        assertEquals(
                "[{\"label\":\"Desk\",\"speaker\":\"Ann\"}]",
                begun.json().get("microphones").toString());
        Answer again = begin(id);
        assertEquals(200, again.status());
        assertEquals(begun.body(), again.body());
        session = rows.session(enrolment, server.person(Role.ASSESSOR).id());
        Answer elsewhere = begin(id);
        assertEquals(409, elsewhere.status());
        assertEquals("other-session", elsewhere.json().get("reason").asString());
    }

    @Test
    void partsComeInAndAreListedAndARefusalCanBeActedOn() {
        String id = key(Role.ASSESSOR, null).json().get("recordingId").asString();
        begin(id);
        assertEquals(200, put(id, 0, "0", "abc").status());
        assertEquals(200, put(id, 1, "1", "de").status());
        Answer gap = put(id, 5, "1", "f");
        assertEquals(409, gap.status());
        assertEquals("conflict", gap.json().get("kind").asString());
        assertEquals("gap", gap.json().get("reason").asString());
        assertEquals(2, gap.json().get("wanted").asInt());
        assertEquals("part", put(id, 2, "0", "f").json().get("reason").asString());
        for (String nonsense : List.of("x", "-1", "1.5", "99999999999")) {
            assertEquals(400, put(id, 2, nonsense, "f").status(), nonsense);
        }
        Answer manifest = server.as(Role.LEARNER).get("/api/recordings/" + id + "/chunks");
        assertEquals(200, manifest.status());
        assertEquals(2, manifest.json().get("chunks").size());
        assertEquals(1, manifest.json().get("chunks").get(1).get("part").asInt());
        assertEquals(
                Hashes.sha256("de".getBytes(StandardCharsets.UTF_8)),
                manifest.json().get("chunks").get(1).get("sha256").asString());
        assertEquals(404, server.as(Role.IQA).get("/api/recordings/" + id + "/chunks").status());
        Answer verified =
                server.as(Role.LEARNER).post("/api/recordings/" + id + "/verify", Map.of());
        assertEquals("whole", verified.json().get("state").asString(), verified.body());
        Answer recording = server.as(Role.LEARNER).get("/api/recordings/" + id);
        assertEquals(2, recording.json().get("parts").size(), recording.body());
        assertEquals("2026-11-23T10:00:00Z", recording.json().get("lastReceivedAt").asString());
    }

    @Test
    void whatNobodyFinishedIsOfferedToItsAssessorUntilItIsSetAside() {
        String id = key(Role.ASSESSOR, null).json().get("recordingId").asString();
        begin(id);
        put(id, 0, "0", "abc");
        Answer offered = server.as(Role.ASSESSOR).get("/api/recordings/unfinished");
        assertEquals(200, offered.status(), offered.body());
        assertEquals(1, offered.json().size());
        assertEquals(id, offered.json().get(0).get("recording").get("id").asString());
        assertEquals("The learner", offered.json().get(0).get("learner").asString());
        assertTrue(
                offered.json().get(0).get("sessionTitle").asString().contains("23 Nov 2026"),
                offered.body());
        assertEquals(403, server.as(Role.LEARNER).get("/api/recordings/unfinished").status());
        String aside = "/api/recordings/" + id + "/set-aside";
        assertEquals(200, server.as(Role.ASSESSOR).post(aside, Map.of("setAside", true)).status());
        assertEquals(0, unfinished());
        server.as(Role.ASSESSOR).post(aside, Map.of("setAside", false));
        assertEquals(1, unfinished());
        assertEquals(200, put(id, 1, "1", "more").status(), "and goes on where it was");
    }

    /**
     * Sends a request of which only the beginning arrives, and gives the first line of the answer.
     */
    private String cutOff(String path, String announced, String body) throws Exception {
        String cookie =
                Doorkeeper.COOKIE
                        + "="
                        + server.application().signIns().open(server.person(Role.ASSESSOR));
        try (Socket socket = new Socket("localhost", server.webServer().port())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("PUT "
                                    + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: "
                                    + "close\r\nCookie: "
                                    + cookie
                                    + "\r\n"
                                    + announced
                                    + "\r\n\r\n"
                                    + body)
                            .getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.shutdownOutput();
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    @Test
    void ofAPieceThatBreaksOffOnItsWayNothingIsKept() throws Exception {
        String id = key(Role.ASSESSOR, null).json().get("recordingId").asString();
        begin(id);
        String path = "/api/recordings/" + id + "/chunks/0";
        for (String announced : List.of("Content-Length: 1000", "Transfer-Encoding: chunked")) {
            String body = announced.startsWith("T") ? "100\r\nonly this" : "only this";
            String answer = cutOff(path, announced, body);
            assertTrue(answer.isEmpty() || answer.contains(" 400"), announced + ": " + answer);
            Answer recording = server.as(Role.ASSESSOR).get("/api/recordings/" + id);
            assertEquals(0, recording.json().get("receivedChunks").asInt(), announced);
        }
        String large = cutOff(path, "Content-Length: 99999999999", "only this");
        assertTrue(large.contains(" 413"), large);
        assertEquals(200, put(id, 0, "0", "all of it").status());
    }

    private String closed(String text) {
        clock.advance(Duration.ofSeconds(1));
        String id = key(Role.ASSESSOR, null).json().get("recordingId").asString();
        begin(id);
        put(id, 0, "0", text);
        Answer done =
                server.as(Role.ASSESSOR).post("/api/recordings/" + id + "/complete", Map.of());
        assertEquals(200, done.status(), done.body());
        return id;
    }

    private JsonNode seenBy(Role role, String id) {
        return server.as(role).get("/api/recordings/" + id).json();
    }

    private String said(Role role, String id) {
        return seenBy(role, id).get("sameBytes").isEmpty()
                ? "nowhere: " + seenBy(role, id).get("problem").path("message").asString("")
                : seenBy(role, id).get("problem").path("message").asString("");
    }

    @Test
    void theSameBytesTwiceAreToldOfToWhoMayKnow() {
        String assessor = server.person(Role.ASSESSOR).id();
        String first = closed("the same bytes");
        String second = closed("the same bytes");
        assertTrue(
                said(Role.LEARNER, second)
                        .contains("This session has the same bytes twice: as “talk.webm” too."),
                said(Role.LEARNER, second));
        assertEquals(
                first,
                seenBy(Role.ASSESSOR, second)
                        .get("sameBytes")
                        .get(0)
                        .get("recordingId")
                        .asString());
        assertTrue(seenBy(Role.ASSESSOR, first).get("sameBytes").isEmpty(), "only the later one");

        String unit = rows.unit("Unit 24", List.of("1.1"));
        String other = rows.person("Other learner", "learner");
        session =
                rows.session(
                        rows.enrolment(other, unit, assessor, server.person(Role.IQA).id()),
                        assessor);
        String third = closed("the same bytes");
        assertTrue(
                said(Role.ASSESSOR, third)
                        .contains(
                                "in another session, as “talk.webm” (Professional "
                                        + "discussion, 23 Nov 2026)"),
                said(Role.ASSESSOR, third));
        assertEquals(2, seenBy(Role.ASSESSOR, third).get("sameBytes").size());
        assertTrue(
                said(Role.IQA, third)
                        .endsWith("The same bytes are in another session of this centre as well."),
                said(Role.IQA, third));
        assertTrue(said(Role.IQA, third).startsWith("nowhere: "), "and not where");
        for (String aside : List.of(first, second)) {
            server.as(Role.ASSESSOR)
                    .post("/api/recordings/" + aside + "/set-aside", Map.of("setAside", true));
        }
        assertTrue(!said(Role.ASSESSOR, third).contains("same bytes"), said(Role.ASSESSOR, third));
    }

    @Test
    void whereNothingCanBeHeardYetThatIsSaid() {
        String id = key(Role.ASSESSOR, null).json().get("recordingId").asString();
        begin(id);
        Answer nothing = server.as(Role.LEARNER).get("/api/recordings/" + id + "/so-far");
        assertEquals(404, nothing.status());
        assertEquals("Nothing of “talk.webm” can be heard yet.", nothing.message());
        assertEquals(404, server.as(Role.IQA).get("/api/recordings/" + id + "/so-far").status());
    }

    private int unfinished() {
        return server.as(Role.ASSESSOR).get("/api/recordings/unfinished").json().size();
    }
}
