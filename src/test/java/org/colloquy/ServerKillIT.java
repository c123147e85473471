package org.colloquy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Hashes;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real server that is killed, with no chance to tidy up, and a transcription that is. */
class ServerKillIT {
    private static final byte[] ORIGINAL = Wav.tone(16_000 * 20);

    @TempDir Path data;

    @Test
    void killedDuringUploadAndTranscriptionItLosesNothingAndFinishes() throws Exception {
        JsonNode sample;
        String sessionId;
        String upload;
        List<ProcessHandle> family;
        try (ServerProcess server = ServerProcess.start(data)) {
            sample = server.post("/api/setup/sample", Map.of("key", server.setupKey()));
            sessionId = sample.get("sessionId").asString();
            String recording = sample.get("recordingId").asString();

            upload =
                    server.post(
                                    "/api/sessions/" + sessionId + "/recordings",
                                    Map.of(
                                            "fileName", "tone.wav",
                                            "mediaType", "audio/wav",
                                            "source", "file"))
                            .get("id")
                            .asString();
            server.putBytes("/api/recordings/" + upload + "/chunks/0", piece(0));
            server.putBytes("/api/recordings/" + upload + "/chunks/1", piece(1));

            server.await("/api/recordings/" + recording, ServerKillIT::isListening);
            family = server.descendants();
            assertFalse(family.isEmpty(), "it listens in a process of its own");
            server.kill();
        }
        for (ProcessHandle orphan : family) {
            orphan.onExit().join();
        }

        try (ServerProcess server = ServerProcess.start(data)) {
            JsonNode account = sample.get("accounts").get(0);
            server.post(
                    "/api/sign-in",
                    Map.of(
                            "email", account.get("email").asString(),
                            "password", account.get("password").asString()));

            JsonNode found = server.get("/api/recordings/" + upload);
            assertEquals(2, found.get("receivedChunks").asInt(), found.toString());
            server.putBytes("/api/recordings/" + upload + "/chunks/2", piece(2));
            JsonNode closed =
                    server.post(
                            "/api/recordings/" + upload + "/complete",
                            Map.of(
                                    "lengthBytes",
                                    ORIGINAL.length,
                                    "sha256",
                                    Hashes.sha256(ORIGINAL)));
            assertEquals(Hashes.sha256(ORIGINAL), closed.get("sha256").asString());

            String recording = sample.get("recordingId").asString();
            JsonNode done =
                    server.await("/api/recordings/" + recording, ServerKillIT::isTranscribed);
            assertEquals("done", done.get("job").get("state").asString(), done.toString());
            JsonNode transcript = server.get("/api/recordings/" + recording + "/transcript");
            assertTrue(transcript.toString().contains("complaint"), "it heard what was said");
            server.await("/api/recordings/" + upload, ServerKillIT::isTranscribed);
        }
    }

    @Test
    void stoppedInAnOrderlyWayItLeavesTheTranscriptionForTheNextStart() throws Exception {
        JsonNode sample;
        try (ServerProcess server = ServerProcess.start(data)) {
            sample = server.post("/api/setup/sample", Map.of("key", server.setupKey()));
            server.await(
                    "/api/recordings/" + sample.get("recordingId").asString(),
                    ServerKillIT::isListening);
        }
        try (Handle handle = Jdbi.open("jdbc:sqlite:" + data.resolve("colloquy.db"))) {
            assertEquals(
                    "queued 0",
                    handle.createQuery(
                                    """
                                    SELECT state || ' ' || attempts FROM job
                                    WHERE kind = 'transcribe'
                                    """)
                            .mapTo(String.class)
                            .one());
        }
    }

    @Test
    void cancellingATranscriptionEndsItsProcess() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            JsonNode sample = server.post("/api/setup/sample", Map.of("key", server.setupKey()));
            String recording = "/api/recordings/" + sample.get("recordingId").asString();
            String job =
                    server.await(recording, ServerKillIT::isListening)
                            .get("job")
                            .get("id")
                            .asString();
            List<ProcessHandle> family = server.descendants();
            server.post("/api/jobs/" + job + "/cancel", Map.of());
            server.await(
                    "/api/jobs/" + job, now -> now.get("state").asString().equals("cancelled"));
            for (ProcessHandle worker : family) {
                worker.onExit().join();
            }
            assertEquals(List.of(), server.descendants());
            assertEquals("ready", server.get(recording).get("state").asString());
        }
    }

    private static boolean isListening(JsonNode recording) {
        JsonNode job = recording.get("job");
        assertFalse(isFailed(job), recording.toString());
        return job.isObject()
                && job.get("kind").asString().equals("transcribe")
                && job.get("state").asString().equals("running")
                && job.get("step").get("message").asString().startsWith("Listening");
    }

    private static boolean isTranscribed(JsonNode recording) {
        JsonNode job = recording.get("job");
        assertFalse(isFailed(job), recording.toString());
        return job.isObject()
                && job.get("kind").asString().equals("transcribe")
                && job.get("state").asString().equals("done");
    }

    private static boolean isFailed(JsonNode job) {
        return job.isObject() && job.get("state").asString().equals("failed");
    }

    private static byte[] piece(int number) {
        int third = ORIGINAL.length / 3;
        return Arrays.copyOfRange(
                ORIGINAL, number * third, number == 2 ? ORIGINAL.length : (number + 1) * third);
    }
}
