package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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

class RecordingRoutesTest {
    @TempDir Path data;
    private TestServer server;
    private String session;

    @BeforeEach
    void start() {
        server = TestServer.withPeople(data, SettableClock.atTen());
        Rows rows = new Rows(Database.open(data));
        String assessor = server.person(Role.ASSESSOR).id();
        String unit = rows.unit("Unit 23", List.of("1.1"));
        session =
                rows.session(
                        rows.enrolment(server.person(Role.LEARNER).id(), unit, assessor, null),
                        assessor);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String begin() {
        Answer begun =
                server.as(Role.ASSESSOR)
                        .post(
                                "/api/sessions/" + session + "/recordings",
                                Map.of(
                                        "fileName",
                                        "a \"talk\"\n.wav",
                                        "mediaType",
                                        "audio/wav",
                                        "source",
                                        "file"));
        assertEquals(201, begun.status(), begun.body());
        assertEquals("receiving", begun.json().get("state").asString());
        assertEquals("a \"talk\" .wav", begun.json().get("fileName").asString());
        assertEquals("file", begun.json().get("source").asString());
        assertTrue(begun.json().get("job").isNull());
        return "/api/recordings/" + begun.json().get("id").asString();
    }

    private Answer put(Role role, String recording, int number, byte[] bytes, String hash) {
        return send(
                role,
                "PUT",
                recording + "/chunks/" + number,
                BodyPublishers.ofByteArray(bytes),
                hash == null ? Map.of() : Map.of("X-Content-SHA-256", hash));
    }

    private Answer send(
            Role role, String method, String path, BodyPublisher body, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.putIfAbsent("Content-Type", "application/octet-stream");
        return server.as(role).send(method, path, body, headers);
    }

    @Test
    void piecesComeInAreClosedAndAreHandedOutAgain() throws Exception {
        String recording = begin();
        byte[] large = new byte[16 << 20];
        large[5] = 7;
        Answer first = put(Role.ASSESSOR, recording, 0, large, Hashes.sha256(large));
        assertEquals(200, first.status(), first.body());
        assertEquals(large.length, first.json().get("receivedBytes").asLong());
        assertEquals(409, put(Role.ASSESSOR, recording, 2, new byte[1], null).status(), "a gap");
        assertEquals(
                400,
                put(Role.ASSESSOR, recording, 1, new byte[1], "0".repeat(64)).status(),
                "another hash");
        assertEquals(
                413, put(Role.ASSESSOR, recording, 1, new byte[(16 << 20) + 1], null).status());
        assertEquals(200, put(Role.ASSESSOR, recording, 1, new byte[] {1, 2, 3}, null).status());
        Answer closed =
                server.as(Role.ASSESSOR)
                        .post(recording + "/complete", Map.of("lengthBytes", large.length + 3));
        assertEquals(200, closed.status(), closed.body());
        assertEquals("prepare", closed.json().get("job").get("kind").asString());
        assertEquals(64, closed.json().get("sha256").asString().length());
        Answer end =
                send(
                        Role.LEARNER,
                        "GET",
                        recording + "/original",
                        BodyPublishers.noBody(),
                        Map.of("Range", "bytes=-3"));
        assertEquals(206, end.status());
        assertEquals("\u0001\u0002\u0003", end.body());
        assertEquals(
                "bytes 16777216-16777218/16777219", end.headers().get("content-range").getFirst());
        assertTrue(
                end.headers()
                        .get("content-disposition")
                        .getFirst()
                        .startsWith("attachment; filename=\"a _talk_ .wav\""));
        Answer listed = server.as(Role.ASSESSOR).get("/api/sessions/" + session);
        assertEquals(1, listed.json().get("recordings").size(), listed.body());
    }

    @Test
    void whatIsRefusedBeforeItWasReadIsAnsweredEveryTime() {
        String recording = begin();
        byte[] tooLong = new byte[(16 << 20) + 1];
        for (int round = 0; round < 10; round++) {
            assertEquals(413, put(Role.ASSESSOR, recording, 0, tooLong, null).status());
            assertEquals(403, put(Role.LEARNER, recording, 0, tooLong, null).status());
        }
    }

    @Test
    void theListeningCopyIsRanged() throws Exception {
        String recording = begin();
        put(Role.ASSESSOR, recording, 0, new byte[] {1}, null);
        Path folder = data.resolve("recordings").resolve(recording.substring(16));
        assertEquals(404, server.as(Role.LEARNER).get(recording + "/audio").status());
        Files.writeString(folder.resolve("audio.wav"), "0123456789");
        Answer whole = audio("GET", Map.of(), recording);
        assertEquals(200, whole.status());
        assertEquals("0123456789", whole.body());
        String tag = whole.headers().get("etag").getFirst();
        assertEquals("bytes", whole.headers().get("accept-ranges").getFirst());
        assertEquals("audio/wav", whole.headers().get("content-type").getFirst());
        Answer part = audio("GET", Map.of("Range", "bytes=2-4", "If-Range", tag), recording);
        assertEquals(206, part.status());
        assertEquals("234", part.body());
        Answer other = audio("GET", Map.of("Range", "bytes=2-4", "If-Range", "\"old\""), recording);
        assertEquals(200, other.status());
        Answer beyond = audio("GET", Map.of("Range", "bytes=10-"), recording);
        assertEquals(416, beyond.status());
        assertEquals("bytes */10", beyond.headers().get("content-range").getFirst());
        assertEquals(304, audio("GET", Map.of("If-None-Match", tag), recording).status());
        Answer several = audio("GET", Map.of("Range", "bytes=0-1,4-5"), recording);
        assertEquals("0123456789", several.body());
        Answer head = audio("HEAD", Map.of(), recording);
        assertEquals(200, head.status());
        assertEquals("", head.body());
        assertEquals("10", head.headers().get("content-length").getFirst());
    }

    private Answer audio(String method, Map<String, String> headers, String recording) {
        return send(Role.LEARNER, method, recording + "/audio", BodyPublishers.noBody(), headers);
    }

    @Test
    void onlyItsAssessorSendsAndOnlyItsPeopleListen() {
        String recording = begin();
        assertEquals(403, put(Role.LEARNER, recording, 0, new byte[] {1}, null).status());
        assertEquals(403, put(Role.ADMINISTRATOR, recording, 0, new byte[] {1}, null).status());
        for (Role role : List.of(Role.LEARNER, Role.EQA, Role.ADMINISTRATOR, Role.ASSESSOR)) {
            assertEquals(200, server.as(role).get(recording).status(), role.toString());
        }
        assertEquals(404, server.as(Role.IQA).get(recording).status());
        assertEquals(404, server.as(Role.IQA).get(recording + "/original").status());
        assertEquals(404, server.as(Role.ASSESSOR).get("/api/recordings/../original").status());
        Answer aside =
                server.as(Role.ASSESSOR).post(recording + "/set-aside", Map.of("setAside", true));
        assertTrue(aside.json().get("setAside").asBoolean(), aside.body());
        Answer early =
                server.as(Role.ASSESSOR).post(recording + "/transcribe", Map.of("engine", "auto"));
        assertEquals(409, early.status(), early.body());
        Answer empty = server.as(Role.ASSESSOR).post(recording + "/complete", Map.of());
        assertEquals(400, empty.status());
        assertTrue(empty.message().contains("is empty"), empty.message());
    }

    @Test
    void itsAssessorNamesItWhileItComesInAndAfterwards() {
        String recording = begin();
        Answer named = name(Role.ASSESSOR, recording, "  Visit 1/2\n\u202eof March ");
        assertEquals(200, named.status(), named.body());
        assertEquals("Visit 1/2 of March", named.json().get("fileName").asString());
        assertEquals("receiving", named.json().get("state").asString());
        put(Role.ASSESSOR, recording, 0, new byte[] {1, 2, 3}, null);
        server.as(Role.ASSESSOR).post(recording + "/complete", Map.of());
        assertEquals(200, name(Role.ASSESSOR, recording, "x".repeat(200)).status());
        assertEquals(400, name(Role.ASSESSOR, recording, "x".repeat(201)).status());
        assertTrue(name(Role.ASSESSOR, recording, " \t\n").message().contains("needs a name"));
        assertEquals(403, name(Role.LEARNER, recording, "Mine").status());
        assertEquals(403, name(Role.ADMINISTRATOR, recording, "Mine").status());
        assertEquals(
                "x".repeat(200),
                server.as(Role.ASSESSOR).get(recording).json().get("fileName").asString());
        Answer saved =
                send(
                        Role.ASSESSOR,
                        "GET",
                        recording + "/original",
                        BodyPublishers.noBody(),
                        Map.of());
        assertEquals(200, saved.status());
    }

    @Test
    void whatHasAPersonsNameIsSavedWithAnEndingThatPlayersKnow() {
        assertEquals(
                "Visit 10.15.webm",
                RecordingRoutes.savedName("Visit 10.15", "audio/webm;codecs=opus"));
        assertEquals("talk.m4a", RecordingRoutes.savedName("talk.m4a", "audio/mp4"));
        assertEquals("talk.3gp", RecordingRoutes.savedName("talk.3gp", "video/3gpp"));
        assertEquals("talk", RecordingRoutes.savedName("talk", "application/octet-stream"));
    }

    private Answer name(Role role, String recording, String name) {
        return server.as(role).put(recording + "/name", Map.of("name", name));
    }
}
