package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/**
 * Steps, undo and news through the API: "How did you start?" (1), "I made a list." (2), "What came
 * next?" (1).
 */
class EditingRoutesTest {
    @TempDir Path data;
    private Talk talk;
    private Client assessor;
    private Client learner;

    @BeforeEach
    void start() {
        talk = new Talk(data);
        assessor = talk.server.as(Role.ASSESSOR);
        learner = talk.server.as(Role.LEARNER);
    }

    @AfterEach
    void stop() {
        talk.close();
    }

    private String transcriptAt(String rest) {
        return "/api/transcripts/" + talk.transcript + rest;
    }

    private String recordingAt(String rest) {
        return "/api/recordings/" + talk.recording + rest;
    }

    private JsonNode transcript() {
        return assessor.get(recordingAt("/transcript")).json();
    }

    private static List<String> lines(JsonNode transcript) {
        List<String> lines = new ArrayList<>();
        for (JsonNode turn : transcript.get("turns")) {
            StringBuilder line = new StringBuilder(turn.get("speaker").asString() + ":");
            turn.get("words").forEach(word -> line.append(' ').append(word.get("text").asString()));
            lines.add(line.toString());
        }
        return lines;
    }

    private Answer correct(int turn, String text, int version, boolean continues) {
        return assessor.put(
                transcriptAt("/turns/" + turn),
                Map.of("text", text, "version", version, "continues", continues));
    }

    private static Answer step(Client client, String address, String changeId) {
        Map<String, Object> body = new HashMap<>();
        body.put("changeId", changeId);
        return client.post(address, body);
    }

    private Answer undo(Client client) {
        return step(client, recordingAt("/undo"), null);
    }

    private Answer redo(Client client) {
        return step(client, recordingAt("/redo"), null);
    }

    private Answer check(Client client, int first, int last, String state, String how) {
        Map<String, Object> body = new HashMap<>();
        body.put("firstWord", first);
        body.put("lastWord", last);
        body.put("state", state);
        body.put("how", how);
        body.put("version", transcript().get("version").asInt());
        return client.put(transcriptAt("/checks"), body);
    }

    private List<String> checks() {
        List<String> checks = new ArrayList<>();
        for (JsonNode check : transcript().get("checks")) {
            checks.add(
                    check.get("firstWord").asInt()
                            + "-"
                            + check.get("lastWord").asInt()
                            + " "
                            + check.get("state").asString()
                            + (check.get("how").isNull() ? "" : " " + check.get("how").asString()));
        }
        return checks;
    }

    @Test
    void everyKindOfStepIsTakenBackToTheBeginningAndDoneAgain() {
        JsonNode beginning = transcript();
        assertEquals(200, correct(2, "I made a long list.", 1, false).status());
        assertEquals(
                200,
                assessor.post(transcriptAt("/turns/1/split"), Map.of("beforeWord", 3, "version", 2))
                        .status());
        assertEquals(
                List.of(
                        "1: How did",
                        "1: you start?",
                        "2: I made a long list.",
                        "1: What came next?"),
                lines(transcript()));
        assertEquals(
                200, assessor.post(transcriptAt("/turns/2/join"), Map.of("version", 3)).status());
        assertEquals(
                200,
                assessor.post(
                                transcriptAt("/turns/2/boundary"),
                                Map.of("firstWord", 4, "version", 4))
                        .status());
        assertEquals(
                List.of("1: How did", "1: you", "2: start? I made a long list. What came next?"),
                lines(transcript()));
        Map<String, Object> replace =
                Map.of(
                        "find",
                        "LIST",
                        "replace",
                        "plan of ours",
                        "matchCase",
                        false,
                        "wholeWords",
                        true,
                        "version",
                        5);
        JsonNode preview = assessor.post(transcriptAt("/replace/preview"), replace).json();
        assertEquals(1, preview.get("total").asInt());
        assertEquals("list", preview.get("matches").get(0).get("before").asString());
        Map<String, Object> all = new HashMap<>(replace);
        all.put("skip", List.of());
        assertEquals(200, assessor.post(transcriptAt("/replace"), all).status());
        assertEquals(200, check(assessor, 1, 2, "checked", null).status());
        assertEquals(
                200, assessor.put(transcriptAt("/speakers/1"), Map.of("name", "Ann")).status());
        JsonNode end = transcript();
        assertTrue(lines(end).getLast().contains("long plan of ours. What"), end.toString());
        for (int i = 0; i < 7; i++) {
            Answer undone = undo(assessor);
            assertEquals(200, undone.status(), undone.body());
        }
        assertEquals(409, undo(assessor).status());
        JsonNode back = transcript();
        for (String same : List.of("turns", "speakers", "checks")) {
            assertEquals(beginning.get(same), back.get(same), same);
        }
        for (int i = 0; i < 7; i++) {
            assertEquals(200, redo(assessor).status());
        }
        JsonNode again = transcript();
        for (String same : List.of("turns", "speakers", "checks")) {
            assertEquals(end.get(same), again.get(same), same);
        }
        JsonNode audit = assessor.get(recordingAt("/audit")).json();
        assertEquals(21, audit.size());
        assertEquals("redo", audit.get(20).get("action").asString());
        assertFalse(audit.toString().contains("plan of ours"), "no word that was said");
        assertTrue(talk.server.application().audit().check().isWhole());
    }

    @Test
    void aPageThatIsBehindGetsWhatChangedAndNoMore() {
        correct(2, "I made the list.", 1, false);
        assessor.post(transcriptAt("/turns/3/split"), Map.of("beforeWord", 10, "version", 2));
        JsonNode delta = learner.get(transcriptAt("/since/1")).json();
        assertEquals(3, delta.get("version").asInt());
        assertEquals("[1,2,3,4]", delta.get("order").toString());
        List<Integer> changed = new ArrayList<>();
        delta.get("turns").forEach(turn -> changed.add(turn.get("id").asInt()));
        assertEquals(List.of(2, 3, 4), changed);
        assertEquals(0, learner.get(transcriptAt("/since/3")).json().get("turns").size());
        assertEquals(400, learner.get(transcriptAt("/since/9")).status());
        assertEquals(404, learner.get(transcriptAt("/since/x")).status());
        JsonNode undone = undo(assessor).json();
        assertEquals("[1,2,3]", undone.get("delta").get("order").toString());
        assertEquals(0, undone.get("delta").get("turns").get(1).get("words").size());
        assertTrue(undone.get("change").get("undone").asBoolean());
        assertTrue(undone.get("history").get("redo").get("mine").asBoolean());
    }

    @Test
    void typingThatGoesOnIsOneStep() {
        correct(2, "I made", 1, true);
        correct(2, "I made a", 2, true);
        correct(2, "I made a plan.", 3, true);
        correct(3, "What then?", 4, true);
        JsonNode history = assessor.get(recordingAt("/history")).json();
        assertEquals(2, history.get("changes").size());
        assertEquals("I made a list.", history.get("changes").get(0).get("before").asString());
        assertEquals("I made a plan.", history.get("changes").get(0).get("after").asString());
        int known = history.get("latest").asInt();
        assertEquals(
                0,
                assessor.get(recordingAt("/history?after=" + known)).json().get("changes").size());
        undo(assessor);
        undo(assessor);
        assertEquals("2: I made a list.", lines(transcript()).get(1));
        assertEquals(
                2,
                learner.get(recordingAt("/history?after=" + known)).json().get("changes").size());
        assertEquals(400, learner.get(recordingAt("/history?after=-1")).status());
    }

    @Test
    void aTagWhoseWordsComeBackIsActiveAgain() {
        String criterion =
                assessor.get("/api/units/" + talk.unit)
                        .json()
                        .get("outcomes")
                        .get(0)
                        .get("criteria")
                        .get(0)
                        .get("id")
                        .asString();
        assessor.post(
                transcriptAt("/tags"),
                Map.of(
                        "firstWord",
                        6,
                        "lastWord",
                        8,
                        "criterionIds",
                        List.of(criterion),
                        "reason",
                        "because"));
        correct(2, "I wrote down nothing", 1, false);
        assertEquals(
                "review", assessor.get(recordingAt("/tags")).json().get(0).get("state").asString());
        String change =
                assessor.get(recordingAt("/history"))
                        .json()
                        .get("changes")
                        .valueStream()
                        .filter(one -> one.get("kind").asString().equals("correct"))
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asString();
        JsonNode undone = step(assessor, recordingAt("/undo"), change).json();
        assertEquals("active", undone.get("tags").get(0).get("state").asString());
        assertEquals(6, undone.get("tags").get(0).get("firstWord").asInt());
        assertEquals(8, undone.get("tags").get(0).get("lastWord").asInt());
    }

    @Test
    void theAssessorChecksAndTheLearnerConfirmsAndTakesBackOnlyThat() {
        assertEquals(200, check(assessor, 1, 8, "checked", null).status());
        assertEquals(200, check(learner, 5, 8, "confirmed", null).status());
        assertEquals(List.of("1-4 checked", "5-8 confirmed self"), checks());
        assertEquals(200, check(learner, 1, 6, "heard", null).status());
        assertEquals(List.of("1-6 checked", "7-8 confirmed self"), checks());
        assertEquals(200, undo(learner).status());
        assertEquals(List.of("1-4 checked", "5-8 confirmed self"), checks());
        assertEquals(403, check(learner, 1, 2, "checked", null).status());
        assertEquals(400, check(learner, 1, 2, "confirmed", "presence").status());
        assertEquals(400, check(assessor, 1, 2, "confirmed", "self").status());
        assertEquals(400, check(assessor, 8, 1, "checked", null).status());
        assertEquals(400, check(assessor, 1, 99, "checked", null).status());
        assertEquals(200, check(assessor, 9, 11, "confirmed", "presence").status());
        // A changed word is confirmed no longer: who changed it has checked it.
        correct(2, "I made a plan.", transcript().get("version").asInt(), false);
        assertEquals(
                List.of(
                        "1-4 checked",
                        "5-7 confirmed self",
                        "8-8 checked",
                        "9-11 confirmed presence"),
                checks());
        undo(assessor);
        assertEquals(
                List.of("1-4 checked", "5-8 confirmed self", "9-11 confirmed presence"), checks());
        assertEquals(200, check(assessor, 1, 11, "heard", null).status());
        assertEquals(List.of(), checks());
        assertEquals(403, undo(talk.server.as(Role.IQA)).status());
        assertEquals(404, undo(talk.stranger()).status());
    }

    private JsonNode tag(int first, int last) {
        Answer made =
                assessor.post(
                        transcriptAt("/tags"),
                        Map.of(
                                "firstWord",
                                first,
                                "lastWord",
                                last,
                                "criterionIds",
                                List.of(talk.rows.criterion(talk.unit, "1.1")),
                                "reason",
                                "because"));
        assertEquals(201, made.status(), made.body());
        return made.json().get(0);
    }

    private JsonNode moveTag(String id, int first, int last) {
        Answer moved =
                assessor.put(
                        "/api/tags/" + id,
                        Map.of(
                                "firstWord",
                                first,
                                "lastWord",
                                last,
                                "reason",
                                "because",
                                "reviewed",
                                false));
        assertEquals(200, moved.status(), moved.body());
        return moved.json();
    }

    /** The same words heard once more, and that hearing accepted. */
    private void hearAgain() {
        Speech.replace(
                talk.server.application().hearings(),
                talk.recording,
                Speech.of("How did you start?", "I made a list.", "What came next?"));
    }

    @Test
    void undoneIsNotWhatSomebodyElseConfirmedSince() {
        correct(2, "I made a plan.", 1, false);
        assertEquals(200, check(learner, 5, 8, "confirmed", null).status());
        Answer refused = undo(assessor);
        assertEquals(409, refused.status(), refused.body());
        assertTrue(refused.message().contains("confirmed"), refused.message());
        assertEquals("2: I made a plan.", lines(transcript()).get(1));
        assertEquals(List.of("5-8 confirmed self"), checks());
        assertEquals(200, undo(learner).status());
        String change =
                assessor.get(recordingAt("/history"))
                        .json()
                        .get("changes")
                        .get(0)
                        .get("id")
                        .asString();
        assertEquals(200, step(assessor, recordingAt("/undo"), change).status());
        assertEquals("2: I made a list.", lines(transcript()).get(1));
    }

    @Test
    void whatMovedATagIsNotTakenBackInALaterHearing() {
        String id = tag(6, 8).get("id").asString();
        moveTag(id, 5, 8);
        hearAgain();
        Answer refused = undo(assessor);
        assertEquals(409, refused.status(), refused.body());
        assertTrue(refused.message().contains("earlier transcript"), refused.message());
        JsonNode tag = assessor.get(recordingAt("/tags")).json().get(0);
        assertEquals("I made a list.", tag.get("quote").asString());
        assertEquals("active", tag.get("state").asString());
        // What it was made for has no place in it, and can be taken back.
        assertEquals(200, undo(assessor).status());
        tag = assessor.get(recordingAt("/tags")).json().get(0);
        assertEquals("withdrawn", tag.get("state").asString());
    }

    @Test
    void stepsOfATranscriptThatALaterHearingReplacedAreOverAndSaySo() {
        correct(2, "I made a plan.", 1, false);
        assessor.post(transcriptAt("/turns/1/split"), Map.of("beforeWord", 3, "version", 2));
        assertEquals(200, check(assessor, 1, 4, "checked", null).status());
        assertEquals(200, check(learner, 5, 7, "confirmed", null).status());
        assertEquals(
                200, assessor.put(transcriptAt("/speakers/1"), Map.of("name", "Ann")).status());
        undo(assessor);
        hearAgain();
        JsonNode now = transcript();
        JsonNode history = assessor.get(recordingAt("/history")).json();
        assertTrue(history.get("undo").isNull(), history.toString());
        assertTrue(history.get("redo").isNull(), history.toString());
        assertEquals(409, undo(assessor).status());
        assertEquals(409, redo(assessor).status());
        assertEquals(409, undo(learner).status());
        assertEquals(5, history.get("changes").size(), "they can be read");
        for (JsonNode change : history.get("changes")) {
            boolean undone = change.get("undone").asBoolean();
            Client who = change.get("mine").asBoolean() ? assessor : learner;
            Answer refused =
                    step(who, recordingAt(undone ? "/redo" : "/undo"), change.get("id").asString());
            assertEquals(409, refused.status(), change + refused.body());
            assertTrue(refused.message().contains("earlier transcript"), refused.message());
        }
        assertEquals(now, transcript());
        // What is done from here on is a step again.
        assertEquals(
                200,
                assessor.put(
                                "/api/transcripts/" + now.get("id").asString() + "/turns/2",
                                Map.of(
                                        "text",
                                        "I made two.",
                                        "version",
                                        now.get("version").asInt()))
                        .status());
        assertEquals(200, undo(assessor).status());
        assertEquals(now.get("turns"), transcript().get("turns"));
    }

    @Test
    void checksAreCarriedToALaterHearingWhereTheWordsReadTheSame() {
        correct(3, "What comes next?", 1, false);
        assertEquals(200, check(assessor, 1, 8, "checked", null).status());
        assertEquals(200, check(learner, 5, 8, "confirmed", null).status());
        JsonNode before = transcript().get("checks");
        Speech.replace(
                talk.server.application().hearings(),
                talk.recording,
                Speech.of("How did we start?", "I made a list.", "What came next?"));
        JsonNode now = transcript();
        List<String> words = new ArrayList<>();
        now.get("turns")
                .forEach(
                        turn ->
                                turn.get("words")
                                        .forEach(word -> words.add(word.get("text").asString())));
        assertEquals("How did we start? I made a list. What comes next?", String.join(" ", words));
        List<String> kept = checks();
        // "we" is nobody's; who checked and who confirmed the others is still said, and when.
        assertEquals(4, kept.size(), kept.toString());
        assertTrue(kept.get(0).endsWith(" checked") && kept.get(1).endsWith(" checked"));
        assertEquals("5-8 confirmed self", kept.get(2));
        assertTrue(kept.get(3).endsWith(" checked"), kept.toString());
        assertEquals(before.get(1), now.get("checks").get(2), "by whom and when");
    }

    @Test
    void replacingOverTagsLeavesThePlaceThatSomebodyElseChanged() {
        JsonNode mine = tag(6, 8);
        String change =
                assessor.get(recordingAt("/history"))
                        .json()
                        .get("changes")
                        .get(0)
                        .get("id")
                        .asString();
        Map<String, Object> replace = new HashMap<>();
        replace.put("find", "list");
        replace.put("replace", "shopping list");
        replace.put("matchCase", false);
        replace.put("wholeWords", true);
        replace.put("version", 1);
        replace.put("skip", List.of());
        // Somebody else had another page open and was first.
        correct(2, "I made a list then.", 1, false);
        Answer late = assessor.post(transcriptAt("/replace"), replace);
        assertEquals(409, late.status(), late.body());
        assertEquals("2: I made a list then.", lines(transcript()).get(1));
        assertEquals(
                mine.get("quote"), assessor.get(recordingAt("/tags")).json().get(0).get("quote"));

        replace.put("version", 2);
        Answer replaced = assessor.post(transcriptAt("/replace"), replace);
        assertEquals(200, replaced.status(), replaced.body());
        assertEquals(
                List.of(mine.get("id")),
                replaced.json().get("tagsToReview").valueStream().toList());
        JsonNode tag = assessor.get(recordingAt("/tags")).json().get(0);
        assertEquals("review", tag.get("state").asString());
        // The tag is moved by a person after the replacement, so taking that back leaves it there.
        JsonNode moved = moveTag(mine.get("id").asString(), 5, tag.get("lastWord").asInt());
        assertEquals("I made a shopping list", moved.get("quote").asString());
        String replacement =
                assessor.get(recordingAt("/history"))
                        .json()
                        .get("changes")
                        .valueStream()
                        .filter(one -> one.get("kind").asString().equals("replace"))
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asString();
        assertEquals(200, step(assessor, recordingAt("/undo"), replacement).status());
        tag = assessor.get(recordingAt("/tags")).json().get(0);
        assertEquals(5, tag.get("firstWord").asInt());
        assertEquals("review", tag.get("state").asString());
        assertEquals("I made a shopping list", tag.get("quote").asString());
        assertEquals("2: I made a list then.", lines(transcript()).get(1));
        assertEquals(409, step(assessor, recordingAt("/undo"), change).status());
    }

    @Test
    void whatIsSoAlreadyIsNoStepAndTheAnswerSaysSo() {
        assertTrue(check(assessor, 1, 4, "checked", null).json().get("changed").asBoolean());
        int latest = assessor.get(recordingAt("/history")).json().get("latest").asInt();
        assertFalse(check(assessor, 1, 4, "checked", null).json().get("changed").asBoolean());
        JsonNode moved =
                assessor.post(
                                transcriptAt("/turns/2/boundary"),
                                Map.of(
                                        "firstWord",
                                        5,
                                        "version",
                                        transcript().get("version").asInt()))
                        .json();
        assertFalse(moved.get("changed").asBoolean());
        assertEquals(latest, assessor.get(recordingAt("/history")).json().get("latest").asInt());
        JsonNode cut =
                assessor.post(
                                transcriptAt("/turns/1/split"),
                                Map.of(
                                        "beforeWord",
                                        2,
                                        "version",
                                        transcript().get("version").asInt()))
                        .json();
        assertTrue(cut.get("changed").asBoolean());
        assertTrue(undo(assessor).json().at("/delta/changed").asBoolean());
    }

    @Test
    void hostileRequestsAreRefusedAndChangeNothing() {
        JsonNode before = transcript();
        for (Answer refused :
                List.of(
                        assessor.post(
                                transcriptAt("/turns/1/split"),
                                Map.of("beforeWord", 1, "version", 1)),
                        assessor.post(
                                transcriptAt("/turns/1/split"),
                                Map.of("beforeWord", 6, "version", 1)),
                        assessor.post(transcriptAt("/turns/3/join"), Map.of("version", 1)),
                        assessor.post(transcriptAt("/turns/1/join"), Map.of("version", 7)),
                        assessor.post(
                                transcriptAt("/turns/1/boundary"),
                                Map.of("firstWord", 2, "version", 1)),
                        assessor.post(
                                transcriptAt("/turns/2/boundary"),
                                Map.of("firstWord", 1, "version", 1)))) {
            assertEquals(400, refused.status(), refused.body());
        }
        assertEquals(
                404, assessor.post(transcriptAt("/turns/77/join"), Map.of("version", 1)).status());
        assertEquals(404, step(assessor, recordingAt("/undo"), "nothing").status());
        assertEquals(409, undo(assessor).status());
        assertEquals(before, transcript());
    }

    @Test
    void twoAtOnceInDifferentTurnsAreBothKeptAndInOneTurnOneIsRefused() throws Exception {
        int version = 1;
        int kept = 0;
        for (int round = 0; round < 6; round++) {
            int now = version;
            String text = "round " + round;
            List<Answer> apart =
                    atOnce(
                            () -> correct(1, "one " + text, now, false),
                            () -> correct(3, "three " + text, now, false));
            assertEquals(List.of(200, 200), apart.stream().map(Answer::status).toList());
            version = transcript().get("version").asInt();
            int then = version;
            List<Answer> same =
                    atOnce(
                            () -> correct(2, "first " + text, then, false),
                            () -> correct(2, "second " + text, then, false));
            assertEquals(List.of(200, 409), same.stream().map(Answer::status).sorted().toList());
            JsonNode read = transcript();
            version = read.get("version").asInt();
            Answer winner = same.get(0).status() == 200 ? same.get(0) : same.get(1);
            assertEquals(winner.json().get("turn"), read.get("turns").get(1));
            assertEquals("1: one " + text, lines(read).get(0));
            assertEquals("1: three " + text, lines(read).get(2));
            kept += 3;
        }
        assertEquals(kept, assessor.get(recordingAt("/history")).json().get("changes").size());
        assertTrue(talk.server.application().audit().check().isWhole());
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other)
            throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Answer> first = threads.submit(one);
            Future<Answer> second = threads.submit(other);
            return List.of(first.get(), second.get());
        }
    }
}
