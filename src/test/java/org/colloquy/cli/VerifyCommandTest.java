package org.colloquy.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.audit.Audit;
import org.colloquy.common.Json;
import org.colloquy.database.Database;
import org.colloquy.database.FolderLock;
import org.colloquy.media.Media;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.colloquy.recording.Recording;
import org.colloquy.recording.RecordingRequest;
import org.colloquy.recording.Recordings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command, and what it finds, on a data folder that somebody spoils. */
class VerifyCommandTest {
    private record Ran(int code, String out, String err) {}

    @TempDir private Path data;
    private Database database;
    private Recordings recordings;
    private Viewer assessor;
    private String session;

    @BeforeEach
    void open() {
        database = Database.open(data);
        Rows rows = new Rows(database);
        String person = rows.person("Ann", "assessor");
        String unit = rows.unit("Unit", List.of("1.1"));
        session =
                rows.session(
                        rows.enrolment(rows.person("Lee", "learner"), unit, person, null), person);
        assessor = new Viewer(person, "Ann", Set.of(Role.ASSESSOR));
        recordings =
                new Recordings(
                        database, data, new Media(Media.Limits.DEFAULT), SettableClock.atTen());
    }

    private Ran run(String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = new String[3 + more.length];
        all[0] = "verify";
        all[1] = "--data";
        all[2] = data.toString();
        System.arraycopy(more, 0, all, 3, more.length);
        int code = ColloquyCommand.run(all, new PrintStream(out), new PrintStream(err));
        return new Ran(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Ten pieces of a thousand bytes. */
    private String recording(String name, boolean closed) {
        String id =
                recordings
                        .create(
                                assessor,
                                session,
                                RecordingRequest.of(name, "audio/webm", Recording.Source.FILE))
                        .id();
        for (int number = 0; number < 10; number++) {
            byte[] piece = new byte[1000];
            piece[0] = (byte) number;
            recordings.append(id, number, piece, null);
        }
        if (closed) {
            recordings.complete(id, null, null);
            recordings.original(id).toFile().setWritable(true);
        }
        return id;
    }

    private JsonNode found(String id) {
        Ran ran = run("--format", "json");
        JsonNode output = Json.mapper().readTree(ran.out());
        for (JsonNode one : output.get("recordings")) {
            if (one.get("recordingId").asString().equals(id)) {
                boolean whole = one.get("state").asString().equals("whole");
                assertEquals(whole ? 0 : 3, ran.code());
                return one;
            }
        }
        throw new AssertionError(id + " is not told of: " + ran);
    }

    private void write(String id, long at, byte[] bytes) throws Exception {
        try (FileChannel file =
                FileChannel.open(recordings.original(id), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(bytes), at);
        }
    }

    private void rows(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }

    @Test
    void whatIsWholeIsSaidToBeSoWhileAServerHasTheFolder() throws Exception {
        String closed = recording("closed.webm", true);
        String open = recording("open.webm", false);
        // Written, and not acknowledged yet.
        write(open, 10_000, new byte[77]);
        byte[] before = Files.readAllBytes(recordings.original(open));
        try (FolderLock server = FolderLock.take(data)) {
            Ran ran = run();
            assertEquals(0, ran.code(), ran.toString());
            assertEquals(
                    List.of(
                            "The audit trail has no entry yet.",
                            "whole · closed.webm · "
                                    + closed
                                    + " · All 10 pieces and the whole are as received: 10,000"
                                    + " bytes.",
                            "whole · open.webm · "
                                    + open
                                    + " · All 10 pieces that have come are as received: 10,000"
                                    + " bytes.",
                            "All 2 recordings are whole."),
                    ran.out()
                            .lines()
                            .sorted((a, b) -> a.compareTo(b))
                            .sorted(
                                    (a, b) ->
                                            Boolean.compare(
                                                    a.startsWith("All"), b.startsWith("All")))
                            .toList());
            assertTrue(ran.err().contains("Reading the recordings 100 %"), ran.err());
        }
        assertArrayEquals(before, Files.readAllBytes(recordings.original(open)), "only read");
    }

    @Test
    void anAuditTrailThatWasChangedIsFound() {
        recording("talk.webm", true);
        Audit audit = new Audit(database, SettableClock.atTen());
        for (int i = 0; i < 3; i++) {
            database.jdbi()
                    .useTransaction(
                            handle ->
                                    audit.append(handle, null, "correct", "recording", "r", "{}"));
        }
        Ran whole = run();
        assertEquals(0, whole.code(), whole.toString());
        assertTrue(whole.out().contains("The audit trail is whole: 3 entries"), whole.out());
        rows("UPDATE audit SET action = 'tag' WHERE number = 2");
        Ran broken = run();
        assertEquals(3, broken.code(), broken.toString());
        assertTrue(broken.out().contains("its entry 2 was changed"), broken.out());
        JsonNode json = Json.mapper().readTree(run("--format", "json").out());
        assertEquals(2, json.get("audit").get("brokenAt").asInt());
    }

    @Test
    void oneByteThatWasTurnedIsFoundInItsPiece() throws Exception {
        String id = recording("talk.webm", true);
        recording("other.webm", true);
        write(id, 3500, new byte[] {1});
        JsonNode found = found(id);
        assertEquals("damaged", found.get("state").asString());
        assertEquals("[3]", found.get("damaged").toString());
        assertEquals(
                "This recording is damaged. Piece 3 of 10 is not as received. The hash of the whole"
                        + " is another than when it was closed.",
                found.get("message").asString());
        assertTrue(run().out().endsWith("1 whole, 1 damaged, 0 missing." + System.lineSeparator()));
    }

    @Test
    void whatIsCutOffOrAddedIsFound() throws Exception {
        String cut = recording("cut.webm", true);
        try (FileChannel file =
                FileChannel.open(recordings.original(cut), StandardOpenOption.WRITE)) {
            file.truncate(7200);
        }
        JsonNode found = found(cut);
        assertEquals("[7,8,9]", found.get("damaged").toString());
        assertTrue(
                found.get("message")
                        .asString()
                        .contains(
                                "Only the first 7,200 of its 10,000 bytes are there. "
                                        + "Pieces 7 to 9 of 10 are not as received."),
                found.toString());
        String longer = recording("longer.webm", true);
        write(longer, 10_000, new byte[5]);
        assertTrue(
                found(longer).get("message").asString().contains("5 bytes more are there"),
                found(longer).toString());
    }

    @Test
    void whatIsGoneIsMissing() throws Exception {
        String id = recording("gone.webm", true);
        Files.delete(recordings.original(id));
        JsonNode found = found(id);
        assertEquals("missing", found.get("state").asString());
        assertEquals(10, found.get("damaged").size());
    }

    @Test
    void rowsThatAreMissingAreFoundToo() {
        String id = recording("talk.webm", true);
        rows("DELETE FROM chunk WHERE number IN (2, 9)");
        JsonNode found = found(id);
        assertEquals("damaged", found.get("state").asString());
        assertEquals("[]", found.get("damaged").toString(), "the bytes themselves are right");
        assertEquals(
                "This recording is damaged. The list of its pieces is not complete: rows are"
                        + " missing in the database.",
                found.get("message").asString());
    }

    @Test
    void aFolderOfSomethingElseIsBadInput() throws Exception {
        data = Files.createDirectory(data.resolve("empty"));
        Ran ran = run();
        assertEquals(3, ran.code());
        assertTrue(ran.err().contains("holds nothing of Colloquy"), ran.err());
        assertEquals(List.of(), List.of(data.toFile().list()), "and nothing is made in it");
    }
}
