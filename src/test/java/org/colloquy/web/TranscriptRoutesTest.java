package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colloquy.people.Role;
import org.colloquy.transcript.Speech;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TranscriptRoutesTest {
    @TempDir Path data;
    private Talk talk;
    private Client assessor;

    @BeforeEach
    void start() {
        talk = new Talk(data);
        assessor = talk.server.as(Role.ASSESSOR);
    }

    @AfterEach
    void stop() {
        talk.close();
    }

    @Test
    void aTranscriptHasTheFormOfTheContract() {
        JsonNode read = transcript();
        assertEquals(
                "{\"id\":5,\"text\":\"I\",\"start\":2.6,\"end\":2.9,\"confidence\":0.9,\"machine\":5}",
                read.get("turns").get(1).get("words").get(0).toString());
        assertEquals("Speaker 2", read.get("speakers").get(1).get("name").asString());
        assertEquals("whisper-base", read.get("model").get("name").asString());
        assertEquals("2026-11-23T10:00:00Z", read.get("createdAt").asString());
        assertEquals(1, read.get("version").asInt());
        assertEquals(2, read.get("turns").get(1).get("speaker").asInt());
        assertFalse(read.get("turns").get(1).get("corrected").asBoolean());
        assertEquals(2.6, read.get("turns").get(1).get("start").asDouble());
        JsonNode machine = assessor.get("/api/transcripts/" + talk.transcript + "/machine").json();
        assertEquals(11, machine.size());
        assertEquals(read.get("turns").get(1).get("words").get(0), machine.get(4));
    }

    @Test
    void nobodyIsAskedAboutATranscriptThatWasReplaced() {
        Speech.replace(
                talk.server.application().hearings(), talk.recording, Speech.of("Once more."));
        Answer refused =
                assessor.post("/api/transcripts/" + talk.transcript + "/second-opinion", Map.of());
        assertEquals(409, refused.status(), refused.body());
        assertTrue(refused.message().contains("newer transcript"), refused.message());
    }

    @Test
    void everyoneOfTheEnrolmentReadsAndOnlyItsAssessorChanges() {
        for (Role role : Role.values()) {
            Client client = talk.server.as(role);
            assertEquals(
                    200, client.get("/api/recordings/" + talk.recording + "/transcript").status());
            for (String list : List.of("/machine", "/corrections")) {
                assertEquals(
                        200, client.get("/api/transcripts/" + talk.transcript + list).status());
            }
            if (role != Role.ASSESSOR) {
                assertEquals(403, correct(client, 1, "x", 1).status(), role.toString());
                assertEquals(403, name(client, 1, "x").status(), role.toString());
                assertEquals(403, speaker(client, 1, 2, 1).status(), role.toString());
            }
        }
        assertEquals(
                401,
                talk.server
                        .anyone()
                        .get("/api/recordings/" + talk.recording + "/transcript")
                        .status());
    }

    @Test
    void forAStrangerItDoesNotExist() {
        Client stranger = talk.stranger();
        assertEquals(
                404, stranger.get("/api/recordings/" + talk.recording + "/transcript").status());
        assertEquals(
                404, stranger.get("/api/transcripts/" + talk.transcript + "/machine").status());
        assertEquals(404, correct(stranger, 1, "x", 1).status());
        assertEquals(
                404,
                assessor.get("/api/recordings/" + talk.otherRecording + "/transcript").status());
        assertEquals(
                404,
                assessor.get("/api/transcripts/" + talk.otherTranscript + "/corrections").status());
        assertEquals(
                404,
                assessor.put(
                                "/api/transcripts/" + talk.otherTranscript + "/turns/1",
                                Map.of("text", "x", "version", 1))
                        .status());
    }

    @Test
    void aCorrectionIsSavedAndLogged() {
        JsonNode saved = correct(assessor, 2, "I made the list.", 1).json();
        assertEquals(2, saved.get("version").asInt());
        assertEquals(0, saved.get("tagsToReview").size());
        assertEquals("the", saved.get("turn").get("words").get(2).get("text").asString());
        assertTrue(saved.get("turn").get("words").get(2).get("confidence").isNull());
        JsonNode logged =
                assessor.get("/api/transcripts/" + talk.transcript + "/corrections").json().get(0);
        assertEquals("I made a list.", logged.get("before").asString());
        assertEquals("I made the list.", logged.get("after").asString());
        assertEquals("The assessor", logged.get("by").get("name").asString());
        assertEquals(2, logged.get("turnId").asInt());
        Answer late = correct(assessor, 2, "I made that list.", 1);
        assertEquals(409, late.status());
        assertTrue(late.message().contains("changed meanwhile"), late.message());
    }

    @Test
    void twoCorrectionsAtOnceOfDifferentTurnsAreBothKept() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<Callable<Answer>> work = new ArrayList<>();
            for (int turn = 1; turn <= 3; turn++) {
                int number = turn;
                work.add(() -> correct(assessor, number, "Turn " + number, 1));
            }
            work.add(() -> correct(assessor, 2, "Turn two", 1));
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : people.invokeAll(work)) {
                statuses.add(answer.get().status());
            }
            assertEquals(200, statuses.get(0));
            assertEquals(200, statuses.get(2));
            assertEquals(609, statuses.get(1) + statuses.get(3));
        }
        assertEquals(4, transcript().get("version").asInt());
    }

    @Test
    void hostileTextIsRefusedOrTamed() {
        Answer large = correct(assessor, 1, "word ".repeat(200_000), 1);
        assertEquals(413, large.status());
        assertTrue(large.message().contains("2,500 words"), large.message());
        String text =
                "a\u0000b\u001b[31m \u202eevil\u202c <b>&amp;</b> 👩‍👩‍👧 שָׁלוֹם '; DROP TABLE word;--";
        JsonNode turn = correct(assessor, 1, text, 1).json().get("turn");
        StringBuilder read = new StringBuilder();
        turn.get("words").forEach(word -> read.append(word.get("text").asString()).append(' '));
        assertEquals(
                "a b [31m evil <b>&amp;</b> 👩‍👩‍👧 שָׁלוֹם '; DROP TABLE word;--",
                read.toString().strip());
        assertEquals(turn, transcript().get("turns").get(0));
        Answer half =
                assessor.send(
                        "PUT",
                        "/api/transcripts/" + talk.transcript + "/turns/1",
                        BodyPublishers.ofString("{\"text\":\"x\\ud83d y\",\"version\":2}"),
                        Map.of());
        assertEquals(200, half.status(), half.body());
        assertEquals("x\ufffd", half.json().get("turn").get("words").get(0).get("text").asString());
    }

    @Test
    void hostileAddressesAndBodiesGetASentence() {
        String turns = "/api/transcripts/" + talk.transcript + "/turns/";
        Map<String, Object> body = Map.of("text", "x", "version", 1);
        for (String turn : List.of("-1", "99999999999", "x", "77", "%27")) {
            Answer answer = assessor.put(turns + turn, body);
            assertTrue(
                    answer.status() == 404 || answer.status() == 400, turn + " " + answer.status());
            assertFalse(answer.message().isBlank());
        }
        assertEquals(400, assessor.put(turns + "1", Map.of("text", "x")).status());
        assertEquals(400, assessor.put(turns + "1", Map.of("version", 1)).status());
        assertEquals(400, assessor.put(turns + "1", Map.of("text", 5.5, "version", "x")).status());
        assertEquals(400, assessor.put(turns + "1", Map.of("text", "x", "version", -7)).status());
        assertEquals(404, assessor.get("/api/recordings/nothing/transcript").status());
        assertEquals(404, assessor.get("/api/transcripts/%27%3B--/machine").status());
        assertEquals("How did you start?", text(transcript().get("turns").get(0)));
    }

    @Test
    void aSpeakerIsNamedAndATurnGivenToAnother() {
        assertEquals(
                "[{\"number\":1,\"name\":\"Ann\",\"named\":true},"
                        + "{\"number\":2,\"name\":\"Speaker 2\",\"named\":false}]",
                name(assessor, 1, "Ann").body());
        assertEquals(1, speaker(assessor, 2, 1, 2).json().get("turn").get("speaker").asInt());
        Answer nobody = speaker(assessor, 2, null, 3);
        assertTrue(nobody.json().get("turn").get("speaker").isNull(), nobody.body());
        assertEquals(400, speaker(assessor, 2, 1_000_000, 4).status());
        assertEquals(400, name(assessor, 51, "x").status());
        assertEquals(413, name(assessor, 1, "x".repeat(101)).status());
    }

    @Test
    void anEmptiedTurnIsNoLongerListed() {
        JsonNode saved = correct(assessor, 2, "", 1).json();
        assertEquals(0, saved.get("turn").get("words").size());
        assertEquals(2, transcript().get("turns").size());
    }

    private JsonNode transcript() {
        return assessor.get("/api/recordings/" + talk.recording + "/transcript").json();
    }

    private Answer correct(Client client, int turn, String text, int version) {
        return client.put(
                "/api/transcripts/" + talk.transcript + "/turns/" + turn,
                Map.of("text", text, "version", version));
    }

    private Answer name(Client client, int speaker, String name) {
        return client.put(
                "/api/transcripts/" + talk.transcript + "/speakers/" + speaker,
                Map.of("name", name));
    }

    private Answer speaker(Client client, int turn, Integer speaker, int version) {
        Map<String, Object> body = new HashMap<>();
        body.put("speaker", speaker);
        body.put("version", version);
        return client.put(
                "/api/transcripts/" + talk.transcript + "/turns/" + turn + "/speaker", body);
    }

    private static String text(JsonNode turn) {
        List<String> words = new ArrayList<>();
        turn.get("words").forEach(word -> words.add(word.get("text").asString()));
        return String.join(" ", words);
    }
}
