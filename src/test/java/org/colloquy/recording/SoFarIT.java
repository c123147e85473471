package org.colloquy.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.Wav;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.database.Database;
import org.colloquy.media.Media;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listening to a recording that is still received, with the real decoder. */
class SoFarIT {
    private static final int HEADER = 44;

    @TempDir private Path data;
    private Recordings recordings;
    private String id;

    @BeforeEach
    void begin() {
        Database database = Database.open(data);
        Rows rows = new Rows(database);
        String person = rows.person("Ann", "assessor");
        String learner = rows.person("Lee", "learner");
        String unit = rows.unit("Unit", List.of("1.1"));
        String session = rows.session(rows.enrolment(learner, unit, person, null), person);
        recordings =
                new Recordings(
                        database, data, new Media(Media.Limits.DEFAULT), SettableClock.atTen());
        id =
                recordings
                        .create(
                                new Viewer(person, "Ann", Set.of(Role.ASSESSOR)),
                                session,
                                RecordingRequest.of(
                                        "talk", "audio/wav", Recording.Source.MICROPHONE))
                        .id();
    }

    private double secondsSoFar() throws Exception {
        return (Files.size(recordings.soFar(id, true)) - HEADER) / 32_000.0;
    }

    private static Object sameFile(Path file) throws Exception {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    @Test
    void whatWasAcknowledgedIsHeardAndGrows() throws Exception {
        Problem.NotFound nothing =
                assertThrows(Problem.NotFound.class, () -> recordings.soFar(id, true));
        assertEquals("Nothing of “talk” can be heard yet.", nothing.getMessage());
        byte[] first = Wav.tone(48_000);
        recordings.append(id, 0, 0, Arrays.copyOf(first, HEADER + 32_000), null);
        assertEquals(1, secondsSoFar(), 0.001);
        recordings.append(id, 1, 0, Arrays.copyOfRange(first, HEADER + 32_000, first.length), null);
        recordings.append(id, 2, 1, Wav.tone(16_000), null);
        Path copy = recordings.soFar(id, true);
        assertEquals(4, secondsSoFar(), 0.001);
        Path folder = copy.getParent();
        Object decoded = sameFile(folder.resolve("0-" + first.length + ".wav"));
        recordings.append(id, 3, 2, Wav.tone(8_000), null);
        assertEquals(
                copy, recordings.soFar(id, false), "who listens already hears on in the same copy");
        assertEquals(4.5, secondsSoFar(), 0.001);
        assertTrue(Files.exists(copy), "nor is it taken away");
        assertEquals(
                decoded,
                sameFile(folder.resolve("0-" + first.length + ".wav")),
                "a part that is over is decoded once");
        byte[] heard = Files.readAllBytes(recordings.soFar(id, true));
        recordings.complete(id, null, null);
        assertEquals(4.5, secondsSoFar(), 0.001);
        recordings.prepare(id, Progress.NONE, Cancellation.NEVER);
        assertEquals(recordings.audio(id), recordings.soFar(id, true));
        assertArrayEquals(heard, Files.readAllBytes(recordings.audio(id)));
        assertFalse(Files.exists(folder), "nobody needs it any more");
    }

    @Test
    void manyWhoAskAtOnceGetOneCopy() throws Exception {
        recordings.append(id, 0, 0, Wav.tone(160_000), null);
        List<Callable<Object>> listeners = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            listeners.add(() -> sameFile(recordings.soFar(id, true)));
        }
        Set<Object> copies = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(listeners.size())) {
            for (Future<Object> copy : threads.invokeAll(listeners)) {
                copies.add(copy.get());
            }
        }
        assertEquals(1, copies.size(), "made once and not once for each");
    }

    @Test
    void aPartThatIsNoSoundIsPassedOverAndSoIsWhatIsNotAcknowledged() throws Exception {
        recordings.append(id, 0, 0, new byte[5000], null);
        assertThrows(Problem.NotFound.class, () -> recordings.soFar(id, true));
        recordings.append(id, 1, 1, Wav.tone(16_000), null);
        Files.write(
                recordings.original(id), new byte[64_000], java.nio.file.StandardOpenOption.APPEND);
        assertEquals(1, secondsSoFar(), 0.001);
    }
}
