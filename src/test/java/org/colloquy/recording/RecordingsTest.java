package org.colloquy.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Hashes;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.media.Media;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
    @TempDir private Path data;
    private Recordings recordings;
    private Viewer assessor;
    private String session;
    private String enrolment;
    private Rows rows;

    @BeforeEach
    void open() {
        Database database = Database.open(data);
        rows = new Rows(database);
        String person = rows.person("Ann Assessor", "assessor");
        String learner = rows.person("Lee Learner", "learner");
        String unit = rows.unit("Unit", List.of("1.1"));
        enrolment = rows.enrolment(learner, unit, person, null);
        session = rows.session(enrolment, person);
        assessor = new Viewer(person, "Ann Assessor", Set.of(Role.ASSESSOR));
        recordings = opened();
    }

    private Recordings opened() {
        return new Recordings(
                Database.open(data), data, new Media(Media.Limits.DEFAULT), SettableClock.atTen());
    }

    private String begin(String fileName) {
        return recordings
                .create(
                        assessor,
                        session,
                        RecordingRequest.of(fileName, "audio/webm", Recording.Source.FILE))
                .id();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void piecesBecomeTheOriginalAndItsHash() throws Exception {
        String id = begin("talk.webm");
        assertEquals(new ChunkReceipt(0, 1, 3), recordings.append(id, 0, bytes("abc"), null));
        assertEquals(
                new ChunkReceipt(1, 2, 5),
                recordings.append(id, 1, bytes("de"), Hashes.sha256(bytes("de"))));
        Recording receiving = recordings.get(id);
        assertEquals(Recording.State.RECEIVING, receiving.state());
        assertEquals(2, receiving.receivedChunks());
        assertEquals(5, receiving.lengthBytes());
        String whole = Hashes.sha256(bytes("abcde"));
        Recording closed = recordings.complete(id, 5L, whole);
        assertEquals(Recording.State.PREPARING, closed.state());
        assertEquals(whole, closed.sha256());
        assertArrayEquals(bytes("abcde"), Files.readAllBytes(recordings.original(id)));
        assertEquals(closed, recordings.complete(id, 5L, whole), "closing twice is harmless");
        assertEquals(List.of(id), recordings.preparing().stream().map(Recording::id).toList());
        assertThrows(Problem.Conflict.class, () -> recordings.append(id, 2, bytes("more"), null));
        assertArrayEquals(bytes("abcde"), Files.readAllBytes(recordings.original(id)));
    }

    @Test
    void aRepeatIsHarmlessAndOtherBytesOrAGapAreRefused() {
        String id = begin("talk.webm");
        ChunkReceipt first = recordings.append(id, 0, bytes("abc"), null);
        recordings.append(id, 1, bytes("de"), null);
        assertEquals(first, recordings.append(id, 0, bytes("abc"), null));
        assertEquals(5, recordings.get(id).lengthBytes());
        assertThrows(Problem.Conflict.class, () -> recordings.append(id, 0, bytes("xyz"), null));
        Problem.Conflict gap =
                assertThrows(
                        Problem.Conflict.class, () -> recordings.append(id, 4, bytes("f"), null));
        assertEquals("Piece 2 is wanted next, not piece 4.", gap.getMessage());
    }

    @Test
    void aRefusalSaysWhatAProgramNeedsToGoOn() {
        String id = begin("talk.webm");
        recordings.append(id, 0, bytes("abc"), null);
        assertEquals(
                Map.of(
                        "reason",
                        "gap",
                        "piece",
                        3,
                        "wanted",
                        1,
                        "part",
                        0,
                        "receivedBytes",
                        3L,
                        "state",
                        "receiving"),
                refusal(() -> recordings.append(id, 3, bytes("x"), null)).facts());
        assertEquals("other-bytes", reason(() -> recordings.append(id, 0, bytes("x"), null)));
        assertEquals(
                Map.of("reason", "damaged", "wanted", 1),
                refusal(() -> recordings.append(id, 1, bytes("x"), "00")).facts());
        assertEquals("gap", reason(() -> recordings.complete(id, 9L, null)));
        recordings.complete(id, null, null);
        assertEquals("closed", reason(() -> recordings.append(id, 1, bytes("x"), null)));
    }

    private static Problem refusal(Executable request) {
        return assertThrows(Problem.class, request);
    }

    private static Object reason(Executable request) {
        return refusal(request).facts().get("reason");
    }

    @Test
    void partsFollowOneAnother() {
        String id = begin("talk.webm");
        assertEquals("part", reason(() -> recordings.append(id, 0, 1, bytes("x"), null)));
        recordings.append(id, 0, 0, bytes("abc"), null);
        recordings.append(id, 1, 0, bytes("de"), null);
        recordings.append(id, 2, 1, bytes("fghi"), null);
        assertEquals("part", reason(() -> recordings.append(id, 3, 0, bytes("x"), null)));
        assertEquals("part", reason(() -> recordings.append(id, 3, 3, bytes("x"), null)));
        recordings.append(id, 3, 1, bytes("j"), null);
        recordings.append(id, 4, 2, bytes("k"), null);
        assertEquals(
                List.of(
                        new RecordingPart(0, 0, 5, null, null),
                        new RecordingPart(1, 2, 5, null, null),
                        new RecordingPart(2, 4, 1, null, null)),
                recordings.get(id).parts());
        Manifest manifest = recordings.manifest(id);
        assertEquals(11, manifest.lengthBytes());
        assertEquals(
                List.of("0 0 0 3", "1 0 3 2", "2 1 5 4", "3 1 9 1", "4 2 10 1"),
                manifest.chunks().stream()
                        .map(
                                chunk ->
                                        chunk.number()
                                                + " "
                                                + chunk.part()
                                                + " "
                                                + chunk.offsetBytes()
                                                + " "
                                                + chunk.lengthBytes())
                        .toList());
        assertEquals(Hashes.sha256(bytes("fghi")), manifest.chunks().get(2).sha256());
        assertEquals(SettableClock.atTen().instant(), recordings.get(id).lastReceivedAt());
    }

    @Test
    void aRecordingIsBegunOnceWithTheIdThatWasGivenOut() {
        RecordingKey key = recordings.key(session, null);
        assertEquals(32, Base64.getDecoder().decode(key.key()).length);
        RecordingRequest request =
                new RecordingRequest(
                        key.recordingId(),
                        "talk.webm",
                        "audio/webm;codecs=opus",
                        Recording.Source.MICROPHONE,
                        List.of(
                                new Microphone("Desk\n microphone", "Ann"),
                                new Microphone("", " ")));
        Recording begun = recordings.create(assessor, session, request);
        assertEquals(key.recordingId(), begun.id());
        assertEquals(
                List.of(
                        new Microphone("Desk microphone", "Ann"),
                        new Microphone("Microphone", null)),
                begun.microphones());
        recordings.append(begun.id(), 0, bytes("abc"), null);
        assertEquals(recordings.get(begun.id()), recordings.create(assessor, session, request));
        assertEquals(key, opened().key(session, key.recordingId()), "also after a start");
        assertNotEquals(key.key(), recordings.key(session, null).key());
        String other = rows.session(enrolment, assessor.personId());
        assertThrows(Problem.Conflict.class, () -> recordings.create(assessor, other, request));
        assertThrows(Problem.Conflict.class, () -> recordings.key(other, key.recordingId()));
        assertThrows(Problem.BadInput.class, () -> recordings.key(session, "../../etc/passwd"));
    }

    @Test
    void whatCannotBeginARecordingIsRefused() {
        Microphone one = new Microphone("One", null);
        for (RecordingRequest request :
                List.of(
                        new RecordingRequest("x", "a", "b", Recording.Source.FILE, null),
                        new RecordingRequest(null, "a", "b", Recording.Source.JOINED, null),
                        new RecordingRequest(
                                null, "a", "b", Recording.Source.FILE, List.of(one, one, one)))) {
            assertThrows(
                    Problem.BadInput.class, () -> recordings.create(assessor, session, request));
        }
        assertEquals(List.of(), recordings.ofSession(session));
    }

    @Test
    void aPieceThatWasDamagedOnItsWayIsNotKept() throws Exception {
        String id = begin("talk.webm");
        assertThrows(
                Problem.BadInput.class,
                () -> recordings.append(id, 0, bytes("abc"), Hashes.sha256(bytes("abd"))));
        assertEquals(0, Files.size(recordings.original(id)));
        assertEquals(0, recordings.get(id).receivedChunks());
        assertThrows(
                Problem.TooLarge.class,
                () -> recordings.append(id, 0, new byte[Recordings.MOST_CHUNK_BYTES + 1], null));
    }

    @Test
    void whatWasNotAcknowledgedIsDroppedAfterAStartAndTheRestGoesOn() throws Exception {
        String id = begin("talk.webm");
        recordings.append(id, 0, bytes("abc"), null);
        Files.write(recordings.original(id), bytes("half a pie"), StandardOpenOption.APPEND);
        recordings = opened();
        recordings.recover();
        assertArrayEquals(bytes("abc"), Files.readAllBytes(recordings.original(id)));
        Files.write(recordings.original(id), bytes("again"), StandardOpenOption.APPEND);
        recordings.append(id, 1, bytes("de"), null);
        assertArrayEquals(bytes("abcde"), Files.readAllBytes(recordings.original(id)));
    }

    @Test
    void aFullDiskLosesNothingThatWasAcknowledged() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "Skipped: this system has no /dev/full");
        String id = begin("talk.webm");
        Path original = recordings.original(id);
        Files.delete(original);
        Files.createSymbolicLink(original, full);
        Problem.Unavailable problem =
                assertThrows(
                        Problem.Unavailable.class,
                        () -> recordings.append(id, 0, bytes("abc"), null));
        assertTrue(problem.getMessage().contains("the disk is full"), problem.getMessage());
        assertEquals(0, recordings.get(id).receivedChunks());
        Files.delete(original);
        Files.createFile(original);
        assertEquals(new ChunkReceipt(0, 1, 3), recordings.append(id, 0, bytes("abc"), null));
    }

    @Test
    void whatIsMissingOrEmptyOrOtherIsNotClosed() {
        String id = begin("talk.webm");
        recordings.append(id, 0, bytes("abc"), null);
        Problem.Conflict missing =
                assertThrows(Problem.Conflict.class, () -> recordings.complete(id, 9L, null));
        assertTrue(missing.getMessage().contains("Piece 1 is wanted next"));
        assertThrows(
                Problem.BadInput.class,
                () -> recordings.complete(id, 3L, Hashes.sha256(bytes("xyz"))));
        assertEquals(Recording.State.RECEIVING, recordings.get(id).state());
        String empty = begin("empty.wav");
        Problem.BadInput nothing =
                assertThrows(Problem.BadInput.class, () -> recordings.complete(empty, 0L, null));
        assertTrue(nothing.getMessage().startsWith("“empty.wav” is empty"));
    }

    private void truncate(String id, long bytes) throws Exception {
        try (FileChannel file =
                FileChannel.open(recordings.original(id), StandardOpenOption.WRITE)) {
            file.truncate(bytes);
        }
    }

    @Test
    void oneThatIsDamagedSaysSoAndKeepsNobodyFromTheOthers() throws Exception {
        String damaged = begin("damaged.webm");
        String missing = begin("missing.webm");
        String whole = begin("whole.webm");
        for (String id : List.of(damaged, missing, whole)) {
            recordings.append(id, 0, bytes("abcdef"), null);
        }
        truncate(damaged, 4);
        Files.delete(recordings.original(missing));
        recordings = opened();
        recordings.recover();
        assertEquals(
                "This recording is damaged: of 6 bytes in the data folder only the first 4 are"
                        + " left. They are kept as they are and can be heard.",
                recordings.get(damaged).problem().message());
        assertTrue(
                recordings
                        .get(missing)
                        .problem()
                        .message()
                        .startsWith("This recording is missing:"));
        assertNull(recordings.get(whole).problem());
        assertEquals(2, recordings.append(whole, 1, bytes("gh"), null).receivedChunks());
        assertEquals("lost", reason(() -> recordings.append(damaged, 1, bytes("gh"), null)));
        assertEquals("lost", reason(() -> recordings.append(missing, 1, bytes("gh"), null)));
        assertArrayEquals(bytes("abcd"), Files.readAllBytes(recordings.original(damaged)));
        Recording closed = recordings.complete(damaged, 6L, Hashes.sha256(bytes("abcdef")));
        assertEquals(Recording.State.PREPARING, closed.state());
        assertEquals(Hashes.sha256(bytes("abcd")), closed.sha256());
        assertEquals("lost", reason(() -> recordings.complete(missing, 6L, null)));
    }

    @Test
    void whatIsBroughtBackIsNoLongerCalledDamaged() throws Exception {
        String id = begin("talk.webm");
        recordings.append(id, 0, bytes("abcdef"), null);
        truncate(id, 0);
        recordings.recover();
        assertTrue(recordings.get(id).problem().message().contains("missing"));
        Files.write(recordings.original(id), bytes("abcdefgh"));
        recordings.recover();
        assertNull(recordings.get(id).problem());
        assertArrayEquals(bytes("abcdef"), Files.readAllBytes(recordings.original(id)));
    }

    @Test
    void aFolderThatIsGoneBeforeAnythingCameIsMadeAgain() throws Exception {
        String id = begin("talk.webm");
        Path original = recordings.original(id);
        Files.delete(original);
        Files.delete(original.getParent());
        recordings.recover();
        assertEquals(new ChunkReceipt(0, 1, 3), recordings.append(id, 0, bytes("abc"), null));
        assertArrayEquals(bytes("abc"), Files.readAllBytes(original));
    }

    @Test
    void namesAreForReadingOnly() {
        Recording recording = recordings.get(begin("../../x\n\"quoted\" <b>.wav\u0000"));
        assertEquals("x \"quoted\" <b>.wav", recording.fileName());
        assertEquals(
                data.resolve("recordings").resolve(recording.id()).resolve("original"),
                recordings.original(recording.id()));
        assertThrows(Problem.NotFound.class, () -> recordings.original("../../secret"));
        assertThrows(Problem.NotFound.class, () -> recordings.audio(recording.id()));
    }

    @Test
    void aRecordingIsSetAsideAndTakenBack() {
        String id = begin("talk.webm");
        assertTrue(recordings.setAside(id, true).setAside());
        assertFalse(recordings.setAside(id, false).setAside());
        assertEquals(
                List.of(id), recordings.ofSession(session).stream().map(Recording::id).toList());
    }

    @Test
    void uploadsAtOnceDoNotMix() throws Exception {
        List<String> ids = List.of(begin("a"), begin("b"), begin("c"));
        List<Callable<Void>> senders = new ArrayList<>();
        for (String id : ids) {
            // Two senders of the same recording: each piece arrives twice, in any order.
            for (int twice = 0; twice < 2; twice++) {
                senders.add(
                        () -> {
                            for (int number = 0; number < 20; number++) {
                                recordings.append(id, number, bytes(id + number), null);
                            }
                            return null;
                        });
            }
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(senders.size())) {
            for (Future<Void> sender : threads.invokeAll(senders)) {
                sender.get();
            }
        }
        for (String id : ids) {
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            for (int number = 0; number < 20; number++) {
                expected.writeBytes(bytes(id + number));
            }
            assertEquals(
                    Hashes.sha256(expected.toByteArray()),
                    recordings.complete(id, (long) expected.size(), null).sha256());
        }
    }
}
