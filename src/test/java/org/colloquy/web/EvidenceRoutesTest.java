package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EvidenceRoutesTest {
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
    void aTagHasTheFormOfTheContract() {
        Answer made = tag(assessor, 5, 8, "1.1", "1.2");
        assertEquals(201, made.status(), made.body());
        assertEquals(2, made.json().size());
        JsonNode tag = made.json().get(0);
        assertEquals("I made a list.", tag.get("quote").asString());
        assertEquals(2.6, tag.get("start").asDouble());
        assertEquals("active", tag.get("state").asString());
        assertEquals("1.1", tag.get("criterion").get("number").asString());
        assertEquals("The assessor", tag.get("by").get("name").asString());
        assertEquals("2026-11-23T10:00:00Z", tag.get("at").asString());
        assertTrue(tag.get("withdrawn").isNull());
        assertEquals(made.json(), list(assessor));
    }

    @Test
    void everyoneOfTheEnrolmentReadsAndOnlyItsAssessorTags() {
        String id = tag(assessor, 5, 8, "1.1").json().get(0).get("id").asString();
        for (Role role : Role.values()) {
            Client client = talk.server.as(role);
            assertEquals(1, list(client).size(), role.toString());
            assertEquals(200, coverage(client).status(), role.toString());
            if (role != Role.ASSESSOR) {
                assertEquals(403, tag(client, 1, 2, "1.1").status(), role.toString());
                assertEquals(403, client.delete("/api/tags/" + id).status(), role.toString());
                assertEquals(403, change(client, id, 1, 2, true).status(), role.toString());
                assertEquals(403, restore(client, id).status(), role.toString());
            }
        }
        Client stranger = talk.stranger();
        assertEquals(404, tag(stranger, 1, 2, "1.1").status());
        assertEquals(404, stranger.delete("/api/tags/" + id).status());
        assertEquals(404, coverage(stranger).status());
        assertEquals(404, stranger.get("/api/recordings/" + talk.recording + "/tags").status());
        assertEquals(401, coverage(talk.server.anyone()).status());
    }

    @Test
    void coverageShowsATagUntilItIsWithdrawnAndAgainWhenRestored() {
        String id = tag(assessor, 5, 8, "1.2").json().get(0).get("id").asString();
        JsonNode passage = passages("1.2").get(0);
        assertEquals(id, passage.get("id").asString());
        assertEquals(
                "Professional discussion, 23 Nov 2026", passage.get("sessionTitle").asString());
        assertEquals("2026-11-23", passage.get("sessionDate").asString());
        assertEquals(talk.recording, passage.get("recordingId").asString());
        assertEquals(0, passages("1.1").size());
        assertEquals(1, enrolmentCount("1.2"));
        assertEquals(204, assessor.delete("/api/tags/" + id).status());
        assertEquals(0, passages("1.2").size());
        assertEquals(0, enrolmentCount("1.2"));
        JsonNode kept = list(assessor).get(0);
        assertEquals("withdrawn", kept.get("state").asString());
        assertEquals("The assessor", kept.get("withdrawn").get("by").get("name").asString());
        assertEquals("active", restore(assessor, id).json().get("state").asString());
        assertEquals(1, passages("1.2").size());
    }

    @Test
    void aCorrectedPassageWaitsForReview() {
        String id = tag(assessor, 5, 8, "1.1").json().get(0).get("id").asString();
        Answer saved =
                assessor.put(
                        "/api/transcripts/" + talk.transcript + "/turns/2",
                        Map.of("text", "I made the list.", "version", 1));
        assertEquals(id, saved.json().get("tagsToReview").get(0).asString());
        assertEquals("review", list(assessor).get(0).get("state").asString());
        JsonNode reviewed = change(assessor, id, 5, 8, true).json();
        assertEquals("active", reviewed.get("state").asString());
        assertEquals("I made the list.", reviewed.get("quote").asString());
    }

    @Test
    void aLaterChangeNeitherLosesNorHidesAnEarlierOne() {
        JsonNode tag = tag(assessor, 5, 8, "1.1").json().get(0);
        Map<String, Object> seen =
                Map.of(
                        "firstWord",
                        5,
                        "lastWord",
                        8,
                        "reason",
                        "She says how",
                        "strength",
                        "fully",
                        "criterionId",
                        talk.rows.criterion(talk.unit, "1.1"),
                        "review",
                        false);
        Map<String, Object> first = edit("Because", "fully", seen);
        assertEquals(200, put(tag, first).status());
        assertEquals(200, put(tag, first).status());
        JsonNode joined = put(tag, edit("She says how", "partly", seen)).json();
        assertEquals("Because", joined.get("reason").asString());
        assertEquals("partly", joined.get("strength").asString());
        Answer refused = put(tag, edit("Otherwise", "fully", seen));
        assertEquals(409, refused.status());
        assertTrue(refused.message().contains("somebody else"), refused.message());
        assertEquals(joined, list(assessor).get(0));
        Map<String, Object> broken = new HashMap<>(seen);
        broken.put("strength", "hardly");
        assertEquals(400, put(tag, edit("Otherwise", "fully", broken)).status());
    }

    private static Map<String, Object> edit(
            String reason, String strength, Map<String, Object> seen) {
        return Map.of(
                "firstWord",
                5,
                "lastWord",
                8,
                "reason",
                reason,
                "reviewed",
                true,
                "strength",
                strength,
                "seen",
                seen);
    }

    private Answer put(JsonNode tag, Map<String, Object> change) {
        return assessor.put("/api/tags/" + tag.get("id").asString(), change);
    }

    @Test
    void conflictsAndHostileBodiesGetASentence() {
        assertEquals(201, tag(assessor, 5, 8, "1.1").status());
        Answer twin = tag(assessor, 5, 8, "1.1");
        assertEquals(409, twin.status());
        assertTrue(twin.message().contains("criterion 1.1"), twin.message());
        assertEquals(400, tag(assessor, 8, 5, "1.2").status());
        assertEquals(400, tag(assessor, -3, 5, "1.2").status());
        assertEquals(400, tag(assessor, 1, Integer.MAX_VALUE, "1.2").status());
        assertEquals(400, tag(assessor, 1, 2).status());
        String path = "/api/transcripts/" + talk.transcript + "/tags";
        Map<String, Object> foreign =
                Map.of(
                        "firstWord",
                        1,
                        "lastWord",
                        2,
                        "criterionIds",
                        List.of("'; DROP TABLE tag;--"),
                        "reason",
                        "");
        assertEquals(400, assessor.post(path, foreign).status());
        assertEquals(400, assessor.post(path, Map.of("firstWord", 1)).status());
        assertEquals(
                404,
                assessor.post("/api/transcripts/" + talk.otherTranscript + "/tags", foreign)
                        .status());
        Map<String, Object> endless =
                Map.of(
                        "firstWord",
                        1,
                        "lastWord",
                        2,
                        "criterionIds",
                        List.of(talk.rows.criterion(talk.unit, "1.2")),
                        "reason",
                        "why ".repeat(250_000));
        assertEquals(413, assessor.post(path, endless).status());
        assertEquals(404, assessor.delete("/api/tags/nothing").status());
        for (JsonNode tag : list(assessor)) {
            assertFalse(tag.get("reason").asString().length() > 2_000);
        }
        assertEquals(1, list(assessor).size());
    }

    private int enrolmentCount(String number) {
        JsonNode enrolment = assessor.get("/api/enrolments/" + talk.enrolment).json();
        for (JsonNode criterion : enrolment.get("criteria")) {
            if (criterion.get("number").asString().equals(number)) {
                return criterion.get("passages").asInt();
            }
        }
        throw new AssertionError("No criterion " + number + " in " + enrolment);
    }

    private JsonNode passages(String number) {
        for (JsonNode outcome : coverage(assessor).json().get("outcomes")) {
            for (JsonNode covered : outcome.get("criteria")) {
                if (covered.get("criterion").get("number").asString().equals(number)) {
                    return covered.get("passages");
                }
            }
        }
        throw new AssertionError("No criterion " + number);
    }

    private Answer coverage(Client client) {
        return client.get("/api/enrolments/" + talk.enrolment + "/coverage");
    }

    private JsonNode list(Client client) {
        return client.get("/api/recordings/" + talk.recording + "/tags").json();
    }

    private Answer tag(Client client, int first, int last, String... numbers) {
        return client.post(
                "/api/transcripts/" + talk.transcript + "/tags",
                Map.of(
                        "firstWord",
                        first,
                        "lastWord",
                        last,
                        "criterionIds",
                        Stream.of(numbers)
                                .map(number -> talk.rows.criterion(talk.unit, number))
                                .toList(),
                        "reason",
                        "She says how"));
    }

    private static Answer change(Client client, String id, int first, int last, boolean reviewed) {
        return client.put(
                "/api/tags/" + id,
                Map.of(
                        "firstWord", first,
                        "lastWord", last,
                        "reason", "Still",
                        "reviewed", reviewed));
    }

    private static Answer restore(Client client, String id) {
        return client.post("/api/tags/" + id + "/restore", Map.of());
    }
}
