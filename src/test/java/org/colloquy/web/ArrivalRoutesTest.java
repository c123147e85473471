package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.Wav;
import org.colloquy.common.Hashes;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.colloquy.recording.Recording;
import org.colloquy.recording.RecordingRequest;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ArrivalRoutesTest {
    private static final int PIECE = 8 << 20;

    @TempDir Path data;
    @TempDir Path watch;
    private final SettableClock clock = SettableClock.atTen();
    private TestServer server;
    private Client assessor;
    private Path folder;
    private String session;

    @BeforeEach
    void start() {
        server = TestServer.watching(data, watch, clock);
        assessor = server.as(Role.ASSESSOR);
        folder = Path.of(assessor.get("/api/arrivals").json().get("folder").asString());
        Rows rows = new Rows(Database.open(data));
        String unit = rows.unit("Unit", List.of("1.1"));
        String person = server.person(Role.ASSESSOR).id();
        session =
                rows.session(
                        rows.enrolment(server.person(Role.LEARNER).id(), unit, person, null),
                        person);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path arrive(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        Files.setLastModifiedTime(
                file, FileTime.from(clock.instant().minus(Duration.ofMinutes(5))));
        return file;
    }

    private Answer take(String name) {
        return assessor.post("/api/sessions/" + session + "/arrivals", Map.of("name", name));
    }

    private List<String> names() {
        return assessor.get("/api/arrivals")
                .json()
                .get("files")
                .valueStream()
                .map(file -> file.get("name").asString())
                .toList();
    }

    private int recordings() {
        return assessor.get("/api/sessions/" + session).json().get("recordings").size();
    }

    @Test
    void aFileIsTakenInWholeAndMovedAway() throws IOException {
        assertEquals(watch.resolve("assessor@test.example"), folder);
        byte[] bytes = Wav.tone(16_000);
        Path file = arrive("talk.wav", bytes);
        JsonNode listed = assessor.get("/api/arrivals").json().get("files").get(0);
        assertEquals("talk.wav", listed.get("name").asString());
        assertEquals(bytes.length, listed.get("lengthBytes").asLong());
        assertEquals("2026-11-23T09:55:00Z", listed.get("changedAt").asString());
        Answer taken = take("talk.wav");
        assertEquals(200, taken.status(), taken.body());
        JsonNode recording = taken.json();
        assertEquals(Hashes.sha256(bytes), recording.get("sha256").asString());
        assertEquals("talk.wav", recording.get("fileName").asString());
        assertEquals("file", recording.get("source").asString());
        assertEquals("The assessor", recording.get("createdBy").get("name").asString());
        assertFalse(recording.get("job").isNull(), "its work is queued");
        assertFalse(Files.exists(file));
        assertEquals(-1, Files.mismatch(folder.resolve("taken/talk.wav"), original(recording)));
        assertEquals(List.of(), names());
        assertEquals(
                recording.get("id"), take("talk.wav").json().get("id"), "asked again: the same");
        assertEquals(1, recordings());
    }

    @Test
    void aFileThatComesBackIsKnownByItsBytes() throws IOException {
        byte[] bytes = Wav.tone(16_000);
        arrive("talk.wav", bytes);
        String first = take("talk.wav").json().get("id").asString();
        arrive("talk.wav", bytes);
        assertEquals(first, take("talk.wav").json().get("id").asString());
        assertEquals(1, recordings());
        bytes[bytes.length - 1] ^= 1;
        arrive("talk.wav", bytes);
        assertNotEquals(first, take("talk.wav").json().get("id").asString());
        assertEquals(2, recordings());
        assertEquals(List.of(), names());
    }

    private Path original(JsonNode recording) {
        return server.application().recordings().original(recording.get("id").asString());
    }

    @Test
    void whatWasHalfTakenInGoesOnWhereItStopped() throws IOException {
        byte[] bytes = new byte[2 * PIECE + 1000];
        new Random(5).nextBytes(bytes);
        Path file = arrive("long.bin", bytes);
        String half = halfTaken(file, java.util.Arrays.copyOf(bytes, PIECE));
        Answer taken = take("long.bin");
        assertEquals(200, taken.status(), taken.body());
        assertEquals(half, taken.json().get("id").asString());
        assertEquals(3, taken.json().get("receivedChunks").asInt());
        assertEquals(Hashes.sha256(bytes), taken.json().get("sha256").asString());
        assertEquals(1, recordings());
    }

    @Test
    void anotherFileUnderTheSameNameSizeAndTimeIsNoticedAndNothingIsMixed() throws IOException {
        byte[] bytes = new byte[PIECE + 1000];
        new Random(5).nextBytes(bytes);
        Path file = arrive("long.bin", bytes);
        String half = halfTaken(file, new byte[PIECE]);
        Answer refused = take("long.bin");
        assertEquals(409, refused.status(), refused.body());
        assertTrue(refused.message().contains("“long.bin” was changed"), refused.message());
        assertTrue(server.application().recordings().get(half).setAside());
        Answer taken = take("long.bin");
        assertEquals(200, taken.status(), taken.body());
        assertEquals(Hashes.sha256(bytes), taken.json().get("sha256").asString());
    }

    /** As after a death in the middle. */
    private String halfTaken(Path file, byte[] first) throws IOException {
        Viewer viewer =
                new Viewer(
                        server.person(Role.ASSESSOR).id(),
                        "The assessor",
                        java.util.Set.of(Role.ASSESSOR));
        String name = file.getFileName().toString();
        String id =
                server.application()
                        .recordings()
                        .create(
                                viewer,
                                session,
                                RecordingRequest.of(
                                        name, "application/octet-stream", Recording.Source.FILE))
                        .id();
        server.application().recordings().append(id, 0, first, null);
        Database.open(data)
                .jdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        "INSERT INTO arrival VALUES (?, ?, ?, ?, ?, ?)",
                                        id,
                                        session,
                                        folder.getFileName().toString(),
                                        name,
                                        Files.size(file),
                                        Files.getLastModifiedTime(file).toInstant()));
        return id;
    }

    @Test
    void twoAtOnceTakeItOnce() throws IOException {
        arrive("talk.wav", Wav.tone(16_000));
        List<CompletableFuture<String>> asked =
                IntStream.range(0, 4)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () -> take("talk.wav").json().get("id").asString()))
                        .toList();
        assertEquals(1, asked.stream().map(CompletableFuture::join).distinct().count());
        assertEquals(1, recordings());
    }

    @Test
    void onlyTheirOwnFilesIntoTheirOwnSessions() throws IOException {
        arrive("talk.wav", Wav.tone(16_000));
        Files.write(
                Files.createDirectories(watch.resolve("other@test.example")).resolve("b.wav"),
                Wav.tone(800));
        for (String name :
                List.of("../other@test.example/b.wav", "b.wav", "", "..", "taken", "/etc/passwd")) {
            assertEquals(404, take(name).status(), name);
        }
        assertEquals(0, recordings());
        for (Role role : List.of(Role.ADMINISTRATOR, Role.LEARNER, Role.IQA, Role.EQA)) {
            assertEquals(403, server.as(role).get("/api/arrivals").status(), role.toString());
        }
        assertEquals(
                404,
                assessor.post("/api/sessions/nothing/arrivals", Map.of("name", "talk.wav"))
                        .status());
        assertEquals(List.of("talk.wav"), names());
    }

    @Test
    void aFileThatIsStillCopiedIsRefusedInASentence() throws IOException {
        Path file = arrive("talk.wav", Wav.tone(16_000));
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minusSeconds(2)));
        Answer refused = take("talk.wav");
        assertEquals(409, refused.status());
        assertTrue(refused.message().contains("ten seconds"), refused.message());
        assertEquals(0, recordings());
    }

    @Test
    void withoutAWatchFolderNothingArrives(@TempDir Path other) {
        try (TestServer plain = TestServer.withPeople(other, clock)) {
            JsonNode arrivals = plain.as(Role.ASSESSOR).get("/api/arrivals").json();
            assertTrue(arrivals.get("folder").isNull());
            assertEquals(0, arrivals.get("files").size());
        }
    }
}
