package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Who speaks, said through the API: "How did you start?" (1), "I made a list." (2), "What came
 * next?" (1).
 */
class SpeakerRoutesTest {
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

    private String address(String rest) {
        return "/api/transcripts/" + talk.transcript + rest;
    }

    private Answer words(Client client, int first, int last, Integer speaker, int version) {
        Map<String, Object> body = new HashMap<>();
        body.put("firstWord", first);
        body.put("lastWord", last);
        body.put("speaker", speaker);
        body.put("version", version);
        return client.put(address("/words/speaker"), body);
    }

    private Answer swap(Client client, Integer fromTurn, int version) {
        Map<String, Object> body = new HashMap<>();
        body.put("a", 1);
        body.put("b", 2);
        body.put("fromTurn", fromTurn);
        body.put("version", version);
        return client.post(address("/speakers/swap"), body);
    }

    private JsonNode transcript() {
        return assessor.get("/api/recordings/" + talk.recording + "/transcript").json();
    }

    private static List<Integer> speakers(JsonNode transcript) {
        List<Integer> speakers = new ArrayList<>();
        for (JsonNode turn : transcript.get("turns")) {
            speakers.add(turn.get("speaker").isNull() ? 0 : turn.get("speaker").asInt());
        }
        return speakers;
    }

    @Test
    void chosenWordsGetAnotherSpeakerAndTagsStay() {
        String criterion =
                assessor.get("/api/units/" + talk.unit)
                        .json()
                        .get("outcomes")
                        .get(0)
                        .get("criteria")
                        .get(0)
                        .get("id")
                        .asString();
        Answer tag =
                assessor.post(
                        address("/tags"),
                        Map.of(
                                "firstWord",
                                6,
                                "lastWord",
                                8,
                                "criterionIds",
                                List.of(criterion),
                                "reason",
                                ""));
        assertEquals(201, tag.status(), tag.body());
        JsonNode now = words(assessor, 6, 7, 3, 1).json();
        assertEquals(List.of(1, 2, 3, 2, 1), speakers(now));
        assertEquals(2, now.get("version").asInt());
        assertEquals(now, transcript());
        JsonNode kept = assessor.get("/api/recordings/" + talk.recording + "/tags").json().get(0);
        assertEquals("active", kept.get("state").asString());
        assertEquals("made a list.", kept.get("quote").asString());
        assertEquals(List.of(1, 2, 1), speakers(words(assessor, 6, 7, 2, 2).json()));
        assertEquals(List.of(1, 0, 1), speakers(words(assessor, 5, 8, null, 3).json()));
    }

    @Test
    void aRepeatedRequestIsHarmlessAndAStaleOneRefused() {
        assertEquals(2, words(assessor, 2, 3, 2, 1).json().get("version").asInt());
        assertEquals(2, words(assessor, 2, 3, 2, 1).json().get("version").asInt());
        Answer stale = words(assessor, 1, 1, 2, 1);
        assertEquals(409, stale.status());
        assertTrue(stale.message().contains("meanwhile"), stale.message());
        assertEquals(400, words(assessor, 1, 99, 2, 2).status());
        assertEquals(400, words(assessor, 4, 1, 2, 2).status());
        assertEquals(400, words(assessor, 1, 1, 51, 2).status());
        assertEquals(400, assessor.put(address("/words/speaker"), Map.of("firstWord", 1)).status());
    }

    @Test
    void twoSpeakersAreSwappedEverywhereOrFromATurnOn() {
        assertEquals(List.of(2, 1, 2), speakers(swap(assessor, null, 1).json()));
        assertEquals(409, swap(assessor, null, 1).status());
        assertEquals(List.of(2, 1, 1), speakers(swap(assessor, 3, 2).json()));
        assertEquals(404, swap(assessor, 44, 3).status());
        assertEquals(
                400,
                assessor.post(
                                address("/speakers/swap"),
                                Map.of("a", 1, "b", 1, "fromTurn", 3, "version", 3))
                        .status());
    }

    @Test
    void onlyTheAssessorOfTheEnrolmentMayAndItIsWrittenDownWho() {
        for (Role role : Role.values()) {
            if (role != Role.ASSESSOR) {
                Client client = talk.server.as(role);
                assertEquals(403, words(client, 2, 3, 2, 1).status(), role.toString());
                assertEquals(403, swap(client, null, 1).status(), role.toString());
            }
        }
        Client stranger = talk.stranger();
        assertEquals(404, words(stranger, 2, 3, 2, 1).status());
        assertEquals(404, swap(stranger, null, 1).status());
        assertEquals(404, stranger.get(address("/speakers/changes")).status());
        words(assessor, 2, 3, 2, 1);
        for (Role role : Role.values()) {
            JsonNode line = talk.server.as(role).get(address("/speakers/changes")).json().get(0);
            assertEquals("The assessor", line.get("by").get("name").asString());
            assertEquals("words", line.get("kind").asString());
            assertEquals("Speaker 1", line.get("before").asString());
            assertEquals("Speaker 2", line.get("after").asString());
            assertEquals(2, line.get("firstWord").asInt());
        }
        JsonNode step =
                assessor.get("/api/recordings/" + talk.recording + "/history")
                        .json()
                        .get("changes")
                        .get(0);
        assertEquals("Speaker 1", step.get("before").asString());
        JsonNode voices = step.get("voices");
        assertEquals("Speaker {number}", voices.get("before").get("text").asString());
        assertEquals("2", voices.get("after").get("number").asString());
    }
}
