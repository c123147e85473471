package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MarkRoutesTest {
    private static final String ID = "0123456789abcdef";

    @TempDir Path data;
    private Talk talk;
    private Client assessor;
    private String live;

    @BeforeEach
    void start() {
        talk = new Talk(data);
        assessor = talk.server.as(Role.ASSESSOR);
        live =
                talk.rows.recording(
                        assessor.get("/api/recordings/" + talk.recording)
                                .json()
                                .get("sessionId")
                                .asString(),
                        talk.server.person(Role.ASSESSOR).id(),
                        "receiving",
                        null);
    }

    @AfterEach
    void stop() {
        talk.close();
    }

    private static Map<String, Object> mark(String kind, int part, double seconds) {
        Map<String, Object> mark = new HashMap<>();
        mark.put("kind", kind);
        mark.put("part", part);
        mark.put("partSeconds", seconds);
        mark.put("lengthSeconds", null);
        mark.put("note", "");
        mark.put("questionId", null);
        mark.put("criterionId", null);
        mark.put("at", "2026-11-23T10:12:04.500Z");
        return mark;
    }

    private static Map<String, Object> mark(String kind, String field, @Nullable Object value) {
        Map<String, Object> mark = mark(kind, 0, 1);
        mark.put(field, value);
        return mark;
    }

    private static String path(String recording, String id) {
        return "/api/recordings/" + recording + "/marks/" + id;
    }

    private JsonNode marks() {
        return assessor.get("/api/recordings/" + live + "/marks").json();
    }

    @Test
    void aMarkIsKeptWhileTheRecordingIsReceivedAndARepeatIsHarmless() {
        Map<String, Object> pause = mark("pause", 1, 12.345);
        Answer answer = assessor.put(path(live, ID), pause);
        assertEquals(200, answer.status(), answer.body());
        JsonNode kept = answer.json();
        assertEquals(ID, kept.get("id").asString());
        assertEquals(live, kept.get("recordingId").asString());
        assertEquals(12.345, kept.get("partSeconds").asDouble());
        assertEquals(312.345, kept.get("seconds").asDouble(), "a part lasts about five minutes");
        assertTrue(kept.get("lengthSeconds").isNull());
        assertEquals("2026-11-23T10:12:04.500Z", kept.get("at").asString());
        assertEquals("The assessor", kept.get("by").get("name").asString());
        pause.put("lengthSeconds", 120);
        pause.put("note", "Phone call");
        assertEquals(200, assessor.put(path(live, ID), pause).status());
        assertEquals(
                kept.get("seconds"), assessor.put(path(live, ID), pause).json().get("seconds"));
        assertEquals(1, marks().size());
        assertEquals(120, marks().get(0).get("lengthSeconds").asDouble());
        assertEquals("Phone call", marks().get(0).get("note").asString());
        assertEquals(409, assessor.put(path(live, ID), mark("pause", 1, 13)).status());
    }

    @Test
    void marksAreInOrderOfTimeWithoutThoseTakenBack() {
        assessor.put(path(live, "c".repeat(16)), mark("moment", 1, 0));
        assessor.put(path(live, "a".repeat(16)), mark("moment", 0, 200));
        assessor.put(path(live, "b".repeat(16)), mark("moment", 0, 100));
        assertEquals(204, assessor.delete(path(live, "a".repeat(16))).status());
        assertEquals(204, assessor.delete(path(live, "a".repeat(16))).status());
        assertEquals(404, assessor.delete(path(live, "d".repeat(16))).status());
        assertEquals(
                List.of("b".repeat(16), "c".repeat(16)),
                marks().valueStream().map(mark -> mark.get("id").asString()).toList());
        JsonNode late = assessor.put(path(live, "a".repeat(16)), mark("moment", 0, 200)).json();
        assertTrue(late.get("withdrawn").asBoolean(), "a late repeat does not bring it back");
        assertEquals(2, marks().size());
    }

    @Test
    void aCriterionOfTheUnitBecomesATagWhereThereIsATranscript() {
        String criterion = talk.rows.criterion(talk.unit, "1.2");
        Map<String, Object> mark = mark("criterion", "criterionId", criterion);
        mark.put("partSeconds", 3.5);
        assertTrue(assessor.put(path(live, ID), mark).json().get("tagId").isNull());
        String tag = assessor.put(path(talk.recording, ID), mark).json().get("tagId").asString();
        JsonNode tags = assessor.get("/api/recordings/" + talk.recording + "/tags").json();
        assertEquals(tag, tags.get(0).get("id").asString());
        assertEquals("I made a list.", tags.get(0).get("quote").asString());
        assertEquals("Marked while recording at 0:03", tags.get(0).get("reason").asString());
    }

    @Test
    void aQuestionKeepsItsWordsWhenItIsTakenOutOfThePlan() {
        String session = assessor.get("/api/recordings/" + live).json().get("sessionId").asString();
        Map<String, Object> plan =
                new HashMap<>(
                        Map.of(
                                "enrolmentId", talk.enrolment,
                                "method", "professional-discussion",
                                "date", "2026-11-23",
                                "mode", "remote",
                                "language", "en",
                                "notes", "",
                                "people", List.of()));
        plan.put("questions", List.of(Map.of("text", "How?", "criterionIds", List.of())));
        String question =
                assessor.put("/api/sessions/" + session, plan)
                        .json()
                        .get("questions")
                        .get(0)
                        .get("id")
                        .asString();
        Map<String, Object> asked = mark("question", "questionId", question);
        assertEquals(200, assessor.put(path(live, ID), asked).status());
        plan.put("questions", List.of());
        assertEquals(200, assessor.put("/api/sessions/" + session, plan).status());
        assertEquals("How?", marks().get(0).get("questionText").asString());
        assertEquals(200, assessor.put(path(live, ID), asked).status(), "a repeat");
        assertEquals(400, assessor.put(path(live, "b".repeat(16)), asked).status());
    }

    @Test
    void whatMakesNoSenseIsRefusedAndNothingIsKept() {
        String other = talk.rows.criterion(talk.rows.unit("Another", List.of("9.9")), "9.9");
        for (Map<String, Object> wrong :
                List.of(
                        mark("shout", 0, 1),
                        mark("moment", -1, 1),
                        mark("moment", 0, -1),
                        mark("moment", 0, 1e9),
                        mark("pause", "lengthSeconds", -1),
                        mark("moment", "at", "noon"),
                        mark("moment", "at", "+999999999-01-01T00:00:00Z"),
                        mark("criterion", "note", ""),
                        mark("question", "note", ""),
                        mark("question", "questionId", "nothing"),
                        mark("criterion", "criterionId", other))) {
            Answer refused = assessor.put(path(live, ID), wrong);
            assertEquals(400, refused.status(), wrong + " " + refused.body());
        }
        assertEquals(
                413,
                assessor.put(path(live, ID), mark("moment", "note", "a".repeat(1_501))).status());
        for (String id : List.of("short", "a".repeat(41), "0123456789abcde%20")) {
            assertEquals(400, assessor.put(path(live, id), mark("moment", 0, 1)).status(), id);
        }
        assertEquals(0, marks().size());
    }

    @Test
    void onlyTheAssessorMarksAndAllOfTheEnrolmentRead() {
        assessor.put(path(live, ID), mark("moment", 0, 1));
        for (Role role : List.of(Role.ADMINISTRATOR, Role.LEARNER, Role.IQA, Role.EQA)) {
            Client client = talk.server.as(role);
            assertEquals(
                    1, client.get("/api/recordings/" + live + "/marks").json().size(), "" + role);
            assertEquals(403, client.put(path(live, ID), mark("moment", 0, 1)).status(), "" + role);
            assertEquals(403, client.delete(path(live, ID)).status(), "" + role);
        }
        Client stranger = talk.stranger();
        assertEquals(404, stranger.get("/api/recordings/" + live + "/marks").status());
        assertEquals(404, stranger.put(path(live, ID), mark("moment", 0, 1)).status());
        assertEquals(404, stranger.delete(path(live, ID)).status());
        assertEquals(404, assessor.get("/api/recordings/nothing/marks").status());
    }

    @Test
    void manyAtOnceAreEachThereOnce() {
        List<CompletableFuture<Integer>> sent =
                IntStream.range(0, 40)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        talk.server
                                                                .as(Role.ASSESSOR)
                                                                .put(
                                                                        path(
                                                                                live,
                                                                                "mark-of-number-"
                                                                                        + i % 20
                                                                                        + "__"),
                                                                        mark("moment", 0, i % 20))
                                                                .status()))
                        .toList();
        sent.forEach(answer -> assertEquals(200, answer.join()));
        assertEquals(20, marks().size());
    }
}
