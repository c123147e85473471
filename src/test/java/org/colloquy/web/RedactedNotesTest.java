package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.colloquy.people.PersonDetails;
import org.colloquy.people.Right;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What people wrote of a passage that is redacted, without any of its words: a name is said from
 * 3.4 s to 4.1 s.
 */
class RedactedNotesTest {
    private static final Pattern SECRET = Pattern.compile("(?i)hospital|zebedee");
    private static final List<Role> OUTSIDE =
            List.of(Role.LEARNER, Role.IQA, Role.EQA, Role.ADMINISTRATOR);

    @TempDir Path data;
    private Talk talk;
    private Client assessor;
    private String recording;
    private String transcript;

    @BeforeEach
    void noteIt() {
        talk = new Talk(data);
        assessor = talk.server.as(Role.ASSESSOR);
        recording =
                talk.rows.recording(
                        talk.session, talk.server.person(Role.ASSESSOR).id(), "ready", 60_000L);
        transcript =
                talk.store(
                                recording,
                                "Who did you call?",
                                "I rang Zebedee Quillfeather at the clinic about her keys.",
                                "And what did you do then?",
                                "Then I wrote it down.")
                        .id();
    }

    @AfterEach
    void stop() {
        talk.close();
    }

    private static Answer ok(Answer answer) {
        assertTrue(answer.status() < 300, answer.toString());
        return answer;
    }

    private JsonNode mark(
            String id, String kind, double seconds, @Nullable Double length, String note) {
        Map<String, Object> mark = new HashMap<>();
        mark.put("kind", kind);
        mark.put("part", 0);
        mark.put("partSeconds", seconds);
        mark.put("lengthSeconds", length);
        mark.put("note", note);
        mark.put("questionId", null);
        mark.put(
                "criterionId",
                kind.equals("criterion") ? talk.rows.criterion(talk.unit, "1.1") : null);
        mark.put("at", "2026-11-23T10:12:04.500Z");
        return ok(assessor.put(
                        "/api/recordings/" + recording + "/marks/" + id + "-".repeat(16), mark))
                .json();
    }

    private void marksOfAllKinds() {
        mark("before", "moment", 2, null, "Begins well");
        mark("within", "moment", 3.9, null, "Her son is in hospital");
        mark("silent", "moment", 3.95, null, "");
        mark("criterion", "criterion", 6, null, "Knows of the hospital");
        mark("reaching", "interruption", 1, 5.0, "Somebody from the hospital came in");
        mark("after", "pause", 30, 20.0, "Zebedee rang back");
        mark("long-after", "moment", 50, null, "Ask about keys again");
    }

    private String redacted() {
        return redacted(7, 8);
    }

    private String redacted(int first, int last) {
        return ok(assessor.post(
                        "/api/recordings/" + recording + "/redactions",
                        Map.of("firstWord", first, "lastWord", last, "reason", "a patient")))
                .json()
                .get("redactions")
                .get(0)
                .get("id")
                .asString();
    }

    private Map<String, String> notes(Client client) {
        Map<String, String> notes = new HashMap<>();
        for (JsonNode mark : ok(client.get("/api/recordings/" + recording + "/marks")).json()) {
            String sign = mark.get("redacted").asBoolean() ? " (hidden)" : "";
            notes.put(
                    mark.get("id").asString().replaceAll("-+$", ""),
                    mark.get("note").asString() + sign);
        }
        return notes;
    }

    private JsonNode tags(Client client) {
        return ok(client.get("/api/recordings/" + recording + "/tags")).json();
    }

    private List<String> leaks(Role role) {
        return new Leaks(talk, recording, transcript).of(talk.server.as(role), SECRET);
    }

    @Test
    void notesMadeOfHiddenWordsAreHiddenAndTheMarksStay() throws InterruptedException {
        marksOfAllKinds();
        Map<String, String> whole = notes(assessor);
        assertEquals("Her son is in hospital", whole.get("within"));
        assertEquals(whole, notes(talk.server.as(Role.IQA)), "nothing is redacted yet");
        talk.server.application().indexer().awaitIdle();
        List<String> before = leaks(Role.IQA);
        for (String where : List.of("/marks", "/tags", "/coverage", "/passages")) {
            assertTrue(before.stream().anyMatch(path -> path.contains(where)), where + before);
        }
        redacted();
        Map<String, String> hidden =
                Map.of(
                        "before", "Begins well",
                        "within", "█████ █████ █████ █████ █████ (hidden)",
                        "silent", "",
                        "criterion", "█████ █████ █████ █████ (hidden)",
                        "reaching", "█████ █████ █████ █████ █████ █████ (hidden)",
                        "after", "█████ rang back",
                        "long-after", "Ask about keys again");
        for (Role role : OUTSIDE) {
            assertEquals(hidden, notes(talk.server.as(role)), role.toString());
            assertEquals(List.of(), leaks(role), role.toString());
        }
        assertEquals(whole, notes(assessor));
        assertFalse(whole.toString().contains("(hidden)"), whole.toString());
    }

    @Test
    void whoHasTheRightReadsThemAndAllDoOnceItIsLifted() {
        marksOfAllKinds();
        Map<String, String> whole = notes(assessor);
        String id = redacted();
        Client iqa = talk.server.as(Role.IQA);
        assertFalse(notes(iqa).equals(whole));
        giveRight(Role.IQA);
        assertEquals(whole, notes(iqa));
        assertTrue(tags(iqa).get(0).get("reason").asString().endsWith("Knows of the hospital"));
        Client learner = talk.server.as(Role.LEARNER);
        assertFalse(notes(learner).equals(whole));
        ok(iqa.delete("/api/redactions/" + id));
        assertEquals(whole, notes(learner));
        assertTrue(tags(learner).get(0).get("reason").asString().endsWith("Knows of the hospital"));
    }

    private void giveRight(Role role) {
        talk.server
                .application()
                .people()
                .update(
                        talk.server.person(role).id(),
                        new PersonDetails(
                                        "The " + role,
                                        role + "@test.example",
                                        null,
                                        List.of(role),
                                        null,
                                        false)
                                .with(Right.REDACTIONS));
    }

    @Test
    void theReasonOfATagThatAHiddenNoteBecameIsHiddenWithIt() throws InterruptedException {
        String tag =
                mark("criterion", "criterion", 15, null, "Knows of the hospital")
                        .get("tagId")
                        .asString();
        JsonNode made = tags(assessor).get(0);
        assertEquals("Then I wrote it down.", made.get("quote").asString());
        assertEquals(
                "Marked while recording at 0:15: Knows of the hospital",
                made.get("reason").asString());
        // Said more than once, and changed by a person, it is still what was noted.
        Map<String, Object> change = new HashMap<>();
        change.put("firstWord", made.get("firstWord").asInt());
        change.put("lastWord", made.get("lastWord").asInt());
        change.put("reason", "About the hospital");
        change.put("reviewed", false);
        ok(assessor.put("/api/tags/" + tag, change));
        redacted();
        talk.server.application().indexer().awaitIdle();
        for (Role role : OUTSIDE) {
            assertEquals(List.of(), leaks(role), role.toString());
            JsonNode seen = tags(talk.server.as(role)).get(0);
            assertEquals("█████ █████ █████", seen.get("reason").asString());
            assertEquals("Then I wrote it down.", seen.get("quote").asString());
        }
        assertEquals("About the hospital", tags(assessor).get(0).get("reason").asString());
        assertEquals(
                0, assessor.get("/api/search?q=hospital").json().get("total").asInt(), "shared");
        assertEquals(1, assessor.get("/api/passages?q=hospital").json().get("total").asInt());
        assertEquals(
                0,
                talk.server
                        .as(Role.IQA)
                        .get("/api/passages?q=hospital")
                        .json()
                        .get("total")
                        .asInt());
    }

    @Test
    void whoSeesItIsToldWhatMustNotLeaveOnPaper() {
        String tag =
                mark("criterion", "criterion", 15, null, "Knows of the hospital")
                        .get("tagId")
                        .asString();
        String address = "/api/recordings/" + recording + "/redactions";
        JsonNode none = assessor.get(address).json().get("onPaper");
        assertTrue(none.get("names").isEmpty() && none.get("tags").isEmpty(), none.toString());
        redacted();
        JsonNode some = assessor.get(address).json().get("onPaper");
        assertEquals(
                List.of("quillfeather", "zebedee"),
                some.get("names").valueStream().map(JsonNode::asString).toList());
        assertEquals(List.of(tag), some.get("tags").valueStream().map(JsonNode::asString).toList());
        for (Role role : OUTSIDE) {
            assertTrue(talk.server.as(role).get(address).json().get("onPaper").isNull());
        }
    }

    @Test
    void theReasonOfAPassageThatIsHiddenWholeIsHiddenToo() throws InterruptedException {
        tag(7, 8, "Tells that he is in hospital");
        tag(6, 8, "Rings whoever can help");
        redacted();
        talk.server.application().indexer().awaitIdle();
        JsonNode seen = tags(talk.server.as(Role.IQA));
        assertEquals(
                List.of("Rings whoever can help", "█████ █████ █████ █████ █████ █████"),
                seen.valueStream().map(tag -> tag.get("reason").asString()).toList());
        for (Role role : OUTSIDE) {
            assertEquals(List.of(), leaks(role), role.toString());
        }
        assertEquals(
                0, assessor.get("/api/search?q=hospital").json().get("total").asInt(), "shared");
        assertTrue(
                assessor.get("/api/search?q=whoever").json().get("total").asInt() > 0,
                "what is not hidden is found");
    }

    private void tag(int first, int last, String reason) {
        ok(
                assessor.post(
                        "/api/transcripts/" + transcript + "/tags",
                        Map.of(
                                "firstWord",
                                first,
                                "lastWord",
                                last,
                                "criterionIds",
                                List.of(talk.rows.criterion(talk.unit, "1.1")),
                                "reason",
                                reason)));
    }

    @Test
    void aQuestionIsMarkedAsAskedWhateverIsHidden() {
        String criterion = talk.rows.criterion(talk.unit, "1.1");
        talk.rows.planned(talk.session, "How did Zebedee take it?", criterion);
        String question =
                assessor.get("/api/sessions/" + talk.session)
                        .json()
                        .get("questions")
                        .get(0)
                        .get("id")
                        .asString();
        Map<String, Object> asked = new HashMap<>();
        asked.put("kind", "question");
        asked.put("part", 0);
        asked.put("partSeconds", 4);
        asked.put("lengthSeconds", null);
        asked.put("note", "He is in hospital");
        asked.put("questionId", question);
        asked.put("criterionId", null);
        asked.put("at", "2026-11-23T10:12:04.500Z");
        ok(assessor.put("/api/recordings/" + recording + "/marks/" + "q".repeat(16), asked));
        redacted();
        JsonNode seen =
                talk.server
                        .as(Role.EQA)
                        .get("/api/recordings/" + recording + "/marks")
                        .json()
                        .get(0);
        assertEquals(question, seen.get("questionId").asString());
        assertEquals("How did █████ take it?", seen.get("questionText").asString());
        assertEquals("█████ █████ █████ █████", seen.get("note").asString());
        assertTrue(seen.get("redacted").asBoolean());
        assertEquals(4, seen.get("seconds").asDouble());
    }

    @Test
    void whatIsHiddenInAPartIsHiddenInTheNotesOfTheWhole() {
        marksOfAllKinds();
        String part = recording;
        recording =
                talk.rows.recording(
                        talk.session, talk.server.person(Role.ASSESSOR).id(), "ready", 120_000L);
        talk.rows.joined(recording, 0, part, 60_000);
        mark("early", "moment", 4, null, "Begins well");
        mark("of-the-part", "moment", 64, null, "Her son is in hospital");
        String whole = recording;
        recording = part;
        redacted();
        recording = whole;
        assertEquals(
                Map.of(
                        "early", "Begins well",
                        "of-the-part", "█████ █████ █████ █████ █████ (hidden)"),
                notes(talk.server.as(Role.IQA)));
    }
}
