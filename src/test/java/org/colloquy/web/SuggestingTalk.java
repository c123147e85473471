package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Progress;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server with a discussion that was looked through for suggestions: one passage has some. */
abstract class SuggestingTalk {
    /** The words 1 to 8. */
    static final String QUESTION = "How do you begin a job like that?";

    /** The words 9 to 28, which are the passage. */
    static final String SAID =
            "First I write down every thing that has to be done, and in which order, and then I"
                    + " check it.";

    @TempDir Path data;
    Talk talk;
    Client assessor;
    String recording;
    String transcript;

    @BeforeEach
    void start() {
        talk = new Talk(data);
        talk.rows.wordCriterion(talk.unit, "1.1", "Plan the order in which tasks are done");
        talk.rows.wordCriterion(talk.unit, "1.2", "Clean tools and put them away");
        assessor = talk.server.as(Role.ASSESSOR);
        recording =
                talk.rows.recording(
                        talk.session, talk.server.person(Role.ASSESSOR).id(), "ready", 60_000L);
        transcript = talk.store(recording, QUESTION, SAID).id();
        awaited(recording);
    }

    /** What is suggested, once the discussion that was heard has been looked through. */
    final JsonNode awaited(String of) {
        Answer answer = assessor.get("/api/recordings/" + of + "/suggestions");
        for (long until = System.nanoTime() + 60_000_000_000L;
                !answer.json().get("state").asString().equals("ready")
                        && System.nanoTime() < until; ) {
            LockSupport.parkNanos(50_000_000);
            answer = assessor.get("/api/recordings/" + of + "/suggestions");
        }
        assertEquals("ready", answer.json().get("state").asString(), answer.body());
        return answer.json();
    }

    @AfterEach
    void stop() {
        talk.close();
    }

    final JsonNode passage() {
        Answer answer = assessor.get("/api/recordings/" + recording + "/suggestions");
        assertEquals(200, answer.status(), answer.body());
        assertEquals(1, answer.json().get("passages").size(), answer.body());
        return answer.json().get("passages").get(0);
    }

    final Answer answer(Client who, JsonNode passage, String criterion, boolean accept) {
        return who.post(
                "/api/transcripts/" + transcript + "/suggestions/answer",
                Map.of(
                        "passageId",
                        passage.get("id").asString(),
                        "criterionId",
                        criterion,
                        "accept",
                        accept));
    }

    static List<String> criteria(JsonNode passage) {
        return passage.get("criteria")
                .valueStream()
                .map(one -> one.get("criterionId").asString())
                .toList();
    }

    final String best() {
        return assessor.get("/api/transcripts/" + transcript + "/likely?first=9&last=20")
                .json()
                .get(0)
                .get("criterionId")
                .asString();
    }

    final void correct(String text) {
        Answer now = assessor.get("/api/recordings/" + recording + "/transcript");
        Answer saved =
                assessor.put(
                        "/api/transcripts/" + transcript + "/turns/2",
                        Map.of("text", text, "version", now.json().get("version").asInt()));
        assertEquals(200, saved.status(), saved.body());
    }

    /** Works them out anew. */
    final void makeAnew() {
        talk.server.application().suggestions().make(recording, Progress.NONE, Cancellation.NEVER);
    }
}
