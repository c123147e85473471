package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.colloquy.Rows;
import org.colloquy.ServerProcess;
import org.colloquy.common.Hashes;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.people.SignIns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real server is killed while two recordings come in at once, and started again. */
class RecordingKillIT {
    private static final int PIECE = 700_001;
    private static final int PIECES = 24;
    private static final int BEFORE_THE_KILL = 6;

    @TempDir private Path data;
    private String token;
    private String session;

    /** One browser that sends a recording, and what the server promised it. */
    private final class Sender {
        private final byte[] whole = new byte[PIECE * PIECES];
        private final AtomicLong acknowledged = new AtomicLong();
        private final CountDownLatch enough = new CountDownLatch(BEFORE_THE_KILL);
        private final String path;

        Sender(String address, int seed) {
            new Random(seed).nextBytes(whole);
            TestServer.Answer begun =
                    client(address)
                            .post(
                                    "/api/sessions/" + session + "/recordings",
                                    Map.of(
                                            "fileName",
                                            "talk" + seed,
                                            "mediaType",
                                            "audio/webm",
                                            "source",
                                            "microphone"));
            assertEquals(201, begun.status(), begun.body());
            path = "/api/recordings/" + begun.json().get("id").asString();
        }

        void send(String address, int from) {
            for (int number = from; number < PIECES; number++) {
                ByteArrayOutputStream piece = new ByteArrayOutputStream();
                piece.write(whole, number * PIECE, PIECE);
                TestServer.Answer answer =
                        client(address)
                                .send(
                                        "PUT",
                                        path + "/chunks/" + number,
                                        BodyPublishers.ofByteArray(piece.toByteArray()),
                                        Map.of(
                                                "X-Content-SHA-256",
                                                Hashes.sha256(piece.toByteArray())));
                assertEquals(200, answer.status(), answer.body());
                acknowledged.set(answer.json().get("receivedBytes").asLong());
                enough.countDown();
            }
        }

        Path original() {
            return data.resolve("recordings").resolve(path.substring(16)).resolve("original");
        }
    }

    private TestServer.Client client(String address) {
        return new TestServer.Client(address, token);
    }

    @BeforeEach
    void prepareCentre() {
        try (TestServer server = TestServer.withPeople(data, Clock.systemUTC())) {
            Database database = Database.open(data);
            Rows rows = new Rows(database);
            String assessor = server.person(Role.ASSESSOR).id();
            String unit = rows.unit("Unit 23", List.of("1.1"));
            String learner = server.person(Role.LEARNER).id();
            session = rows.session(rows.enrolment(learner, unit, assessor, null), assessor);
            token = new SignIns(database, Clock.systemUTC()).open(server.person(Role.ASSESSOR));
        }
    }

    @Test
    void nothingThatWasAcknowledgedIsLostAndTheUploadGoesOn() throws Exception {
        List<Sender> senders;
        try (ServerProcess server = ServerProcess.start(data)) {
            String address = server.address();
            senders = List.of(new Sender(address, 1), new Sender(address, 2));
            List<Thread> threads =
                    senders.stream()
                            .map(sender -> Thread.ofPlatform().unstarted(until(sender, address)))
                            .toList();
            threads.forEach(Thread::start);
            for (Sender sender : senders) {
                sender.enough.await();
            }
            server.kill();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        for (Sender sender : senders) {
            assertTrue(Files.size(sender.original()) >= sender.acknowledged.get());
            // As if the power had gone while a piece was half written.
            Files.write(
                    sender.original(),
                    "half".getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.APPEND);
        }
        try (ServerProcess server = ServerProcess.start(data)) {
            for (Sender sender : senders) {
                JsonNode kept = client(server.address()).get(sender.path).json();
                assertEquals("receiving", kept.get("state").asString());
                long bytes = kept.get("lengthBytes").asLong();
                assertTrue(bytes >= sender.acknowledged.get(), "acknowledged and kept");
                assertEquals(bytes, Files.size(sender.original()), "the rest is dropped");
                int next = kept.get("receivedChunks").asInt();
                assertEquals(bytes, (long) next * PIECE);
                sender.send(server.address(), next);
                TestServer.Answer closed =
                        client(server.address())
                                .post(
                                        sender.path + "/complete",
                                        Map.of(
                                                "lengthBytes",
                                                sender.whole.length,
                                                "sha256",
                                                Hashes.sha256(sender.whole)));
                assertEquals(200, closed.status(), closed.body());
                assertEquals(Hashes.sha256(sender.whole), Hashes.sha256(sender.original()));
            }
        }
    }

    /** Sends until the server is gone. */
    private static Runnable until(Sender sender, String address) {
        return () -> {
            try {
                sender.send(address, 0);
            } catch (AssertionError gone) {
                assertTrue(gone.getMessage().contains("got no answer"), gone.getMessage());
            }
        };
    }
}
