package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.colloquy.Wav;
import org.colloquy.people.PersonDetails;
import org.colloquy.people.Right;
import org.colloquy.people.Role;
import org.colloquy.speech.Word;
import org.colloquy.transcript.Speech;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A third person's name is said, written in five ways, tagged, split and heard again. */
class RedactionRoutesTest {
    private static final int FRAMES_PER_SECOND = 16_000;
    private static final int WAV_HEADER = 44;
    private static final Pattern NAME = Pattern.compile("(?i)zeb(ed|bid)|quillfeather|quilfether");

    /** Who neither assesses this learner nor has the right. */
    private static final List<Role> OUTSIDE =
            List.of(Role.LEARNER, Role.IQA, Role.EQA, Role.ADMINISTRATOR);

    @TempDir Path data;
    private Talk talk;
    private Client assessor;
    private String recording;
    private String transcript;

    @BeforeEach
    void start() throws IOException {
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
        soundOf(recording);
    }

    private void soundOf(String recording) throws IOException {
        Path folder = Files.createDirectories(data.resolve("recordings").resolve(recording));
        Files.write(folder.resolve("audio.wav"), Wav.tone(60 * FRAMES_PER_SECOND));
        Files.write(folder.resolve("original"), Wav.tone(60 * FRAMES_PER_SECOND));
        double[] peaks = new double[1200];
        Arrays.fill(peaks, 0.5);
        Files.writeString(
                folder.resolve("peaks.json"),
                "{\"durationSeconds\":60,\"bucketSeconds\":0.1,\"peaks\":"
                        + Arrays.toString(peaks)
                        + "}");
    }

    @AfterEach
    void stop() {
        talk.close();
    }

    /** Everything that can hold the name holds it, in one writing or another. */
    private void workOnIt() {
        correct("I rang Zebedie Quillfeather at the clinic about her keys.", 1);
        correct("I rang Zebedee Quillfeather at the clinic about her keys.", 2);
        tag(6, 8, "She names Zebedee, and why");
        tag(12, 14, "Keys");
        correct("I rang Zebedee Quillfeather at the clinic about all her keys.", 3);
        ok(
                assessor.post(
                        "/api/transcripts/" + transcript + "/turns/2/split",
                        Map.of("beforeWord", 9, "version", 4)));
        talk.server
                .application()
                .opinions()
                .store(
                        transcript,
                        null,
                        Speech.of(
                                "Who did you call?",
                                "I rang Zebbidy Quilfether at the clinic about her keys.",
                                "And what did you do then?",
                                "Then I wrote it down."));
        talk.server
                .application()
                .hearings()
                .store(
                        recording,
                        null,
                        null,
                        Speech.of(
                                "Who did you call?",
                                "I rang Zebediah Quillfeather at the clinic about her bees.",
                                "And what did you do then?",
                                "Then I wrote it down."));
    }

    private void correct(String text, int version) {
        ok(
                assessor.put(
                        "/api/transcripts/" + transcript + "/turns/2",
                        Map.of("text", text, "version", version)));
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

    private static Answer ok(Answer answer) {
        assertTrue(answer.status() < 300, answer.toString());
        return answer;
    }

    private Answer redact(Client client, int first, int last) {
        return client.post(
                "/api/recordings/" + recording + "/redactions",
                Map.of("firstWord", first, "lastWord", last, "reason", "Zebedee is a patient"));
    }

    private String redacted() {
        return ok(redact(assessor, 7, 8)).json().get("redactions").get(0).get("id").asString();
    }

    @Test
    void nothingThatLeavesHoldsTheName() throws InterruptedException {
        workOnIt();
        talk.server.application().indexer().awaitIdle();
        List<String> before = leaks(Role.IQA);
        for (String where :
                List.of(
                        "transcript",
                        "machine",
                        "corrections",
                        "tags",
                        "history",
                        "coverage",
                        "passages",
                        "second-opinion",
                        "proposal",
                        "search",
                        "since")) {
            assertTrue(
                    before.stream().anyMatch(path -> path.contains(where)),
                    where + " is not looked at: " + before);
        }
        redacted();
        for (Role role : OUTSIDE) {
            assertEquals(List.of(), leaks(role), role.toString());
        }
        for (String word : List.of("zebedee", "zebedie", "quillfeather")) {
            for (Client client : List.of(assessor, talk.server.as(Role.EQA))) {
                JsonNode search = client.get("/api/search?q=" + word).json();
                assertEquals(0, search.get("total").asInt(), search.toString());
            }
        }
        correct("I rang at", 5);
        talk.server.application().indexer().awaitIdle();
        for (Role role : OUTSIDE) {
            assertEquals(List.of(), leaks(role), role + " after the name was taken out");
        }
        Answer confirmed =
                talk.server
                        .as(Role.LEARNER)
                        .put(
                                "/api/transcripts/" + transcript + "/checks",
                                confirm(talk.server.as(Role.LEARNER)));
        ok(confirmed);
        assertFalse(NAME.matcher(confirmed.body()).find(), confirmed.body());
    }

    private Map<String, Object> confirm(Client client) {
        JsonNode read = client.get("/api/recordings/" + recording + "/transcript").json();
        Map<String, Object> check = new HashMap<>();
        check.put("firstWord", 1);
        check.put("lastWord", 10);
        check.put("state", "confirmed");
        check.put("how", null);
        check.put("version", read.get("version").asInt());
        return check;
    }

    /** The addresses under which the name is found, over every route that only reads. */
    private List<String> leaks(Role role) {
        return new Leaks(talk, recording, transcript).of(talk.server.as(role), NAME);
    }

    @Test
    void aNameThatWasTypedOverThereIsHiddenInWhatIsWrittenBesideIt() throws InterruptedException {
        correct("I rang Zebbidiah Quillfeather at the clinic about her keys.", 1);
        correct("I rang Zebedee Quillfeather at the clinic about her keys.", 2);
        tag(12, 14, "Zebbidiah agreed to this");
        assertFalse(leaks(Role.IQA).isEmpty());
        redacted();
        talk.server.application().indexer().awaitIdle();
        assertEquals(List.of(), leaks(Role.IQA));
        assertEquals(
                "█████ agreed to this",
                talk.server
                        .as(Role.IQA)
                        .get("/api/recordings/" + recording + "/tags")
                        .json()
                        .get(0)
                        .get("reason")
                        .asString());
    }

    @Test
    void whatATurnOnceReadStaysHiddenWhenALaterHearingHasNoSuchTurn()
            throws IOException, InterruptedException {
        redacted();
        recording =
                talk.rows.recording(
                        talk.session, talk.server.person(Role.ASSESSOR).id(), "ready", 60_000L);
        soundOf(recording);
        String[] lines = {
            "And who did you call first on that morning before all of the others came",
            "I rang Zebedee Quillfeather at the clinic",
            "and then you went out on the round that we looked at in spring",
            "yes I went on the round alone",
            "and how long did you stay there with all of them on that day",
            "until four"
        };
        transcript = talk.store(recording, lines).id();
        List<Word> oneVoice =
                Speech.of(lines).words().stream()
                        .map(
                                w ->
                                        new Word(
                                                w.text(),
                                                w.startSeconds(),
                                                w.endSeconds(),
                                                w.confidence(),
                                                1))
                        .toList();
        talk.server
                .application()
                .hearings()
                .store(recording, null, null, Speech.heard(oneVoice, 40));
        // Typed after the later hearing was made, and before it was accepted.
        correct("I rang Zebedee Quillfeather and so on", 1);
        correct("I rang Zebedee Quillfeather at the clinic", 2);
        ok(redact(assessor, 18, 19));
        JsonNode proposal = ok(assessor.get("/api/recordings/" + recording + "/proposal")).json();
        talk.server.application().hearings().accept(proposal.get("id").asString(), 3);
        JsonNode now = assessor.get("/api/recordings/" + recording + "/transcript").json();
        transcript = now.get("id").asString();
        List<Integer> ids = new ArrayList<>();
        now.get("turns").forEach(turn -> ids.add(turn.get("id").asInt()));
        assertFalse(ids.contains(2), ids.toString());
        String corrections = "/api/transcripts/" + transcript + "/corrections";
        assertTrue(assessor.get(corrections).body().contains("Zebedee"));
        Client iqa = talk.server.as(Role.IQA);
        assertEquals(
                "█████ █████ █████ █████ █████ █████ █████",
                iqa.get(corrections).json().get(0).get("before").asString());
        JsonNode steps = iqa.get("/api/recordings/" + recording + "/history").json();
        for (JsonNode change : steps.get("changes")) {
            assertFalse(change.get("before").asString().contains("rang"), change.toString());
        }
        talk.server.application().indexer().awaitIdle();
        assertEquals(List.of(), leaks(Role.IQA));
    }

    @Test
    void theAuditTrailHasNoHashByWhichAHiddenWordCouldBeGuessed() {
        workOnIt();
        redacted();
        String address = "/api/recordings/" + recording + "/audit";
        for (Role role : OUTSIDE) {
            for (JsonNode event : talk.server.as(role).get(address).json()) {
                assertEquals("", event.get("hash").asString());
                assertFalse(event.get("details").has("stateBefore"), event.toString());
                assertFalse(event.get("details").has("stateAfter"), event.toString());
                assertFalse(event.get("text").asString().isEmpty(), event.toString());
            }
        }
        JsonNode whole = assessor.get(address).json().get(0);
        assertEquals(64, whole.get("hash").asString().length());
        assertEquals(64, whole.get("details").get("stateAfter").asString().length());
    }

    @Test
    void theAssessorSeesAllOfItAndOthersSeeThatSomethingIsHidden() {
        workOnIt();
        redacted();
        String address = "/api/recordings/" + recording + "/transcript";
        JsonNode own = assessor.get(address).json().get("turns").get(1).get("words");
        assertEquals("Zebedee", own.get(2).get("text").asString());
        assertFalse(own.get(2).has("redacted"));
        JsonNode hidden =
                talk.server.as(Role.IQA).get(address).json().get("turns").get(1).get("words");
        assertEquals("rang", hidden.get(1).get("text").asString());
        assertEquals("█████", hidden.get(2).get("text").asString());
        assertEquals("█████", hidden.get(3).get("text").asString());
        assertTrue(hidden.get(2).get("redacted").asBoolean());
        assertTrue(hidden.get(2).get("confidence").isNull());
        assertTrue(hidden.get(2).get("machine").isNull());
        assertEquals(own.get(2).get("start"), hidden.get(2).get("start"));
        JsonNode tag =
                talk.server
                        .as(Role.IQA)
                        .get("/api/recordings/" + recording + "/tags")
                        .json()
                        .get(0);
        assertEquals("rang █████ █████", tag.get("quote").asString());
        assertEquals("She names █████ and why", tag.get("reason").asString());
        assertTrue(tag.get("redacted").asBoolean());
        JsonNode mine = assessor.get("/api/recordings/" + recording + "/tags").json();
        assertEquals("rang Zebedee Quillfeather", mine.get(0).get("quote").asString());
        assertTrue(mine.get(0).get("redacted").asBoolean());
        assertFalse(mine.get(1).get("redacted").asBoolean());
        assertEquals(1, assessor.get("/api/passages?q=zebedee").json().get("total").asInt());
        assertEquals(
                0,
                talk.server
                        .as(Role.IQA)
                        .get("/api/passages?q=zebedee")
                        .json()
                        .get("total")
                        .asInt());
    }

    @Test
    void theSoundIsSilentThereWhateverRangeIsAskedFor() throws IOException {
        String address = "/api/recordings/" + recording + "/audio";
        byte[] whole = Files.readAllBytes(data.resolve("recordings/" + recording + "/audio.wav"));
        String tagBefore = etag(talk.server.as(Role.IQA).bytes(address, Map.of()));
        redacted();
        JsonNode span =
                assessor.get("/api/recordings/" + recording + "/redactions")
                        .json()
                        .get("redactions")
                        .get(0);
        int from = WAV_HEADER + 2 * frame(span.get("start").asDouble());
        int to = WAV_HEADER + 2 * frame(span.get("end").asDouble());
        byte[] silenced = whole.clone();
        Arrays.fill(silenced, from, to, (byte) 0);
        assertTrue(to - from > 2 * FRAMES_PER_SECOND * 6 / 10, "name and surname");

        assertArrayEquals(whole, assessor.bytes(address, Map.of()).body());
        for (Role role : OUTSIDE) {
            Client client = talk.server.as(role);
            for (String path : List.of(address, "/api/recordings/" + recording + "/so-far")) {
                HttpResponse<byte[]> all = client.bytes(path, Map.of());
                assertEquals(200, all.statusCode());
                assertArrayEquals(silenced, all.body(), role + " " + path);
            }
            for (int[] range :
                    new int[][] {
                        {from + 1, from + 100},
                        {from - 51, from + 50},
                        {to - 3, to + 70_000},
                        {0, to},
                        {from - 10, to + 10}
                    }) {
                HttpResponse<byte[]> part =
                        client.bytes(
                                address, Map.of("Range", "bytes=" + range[0] + "-" + range[1]));
                assertEquals(206, part.statusCode());
                assertArrayEquals(
                        Arrays.copyOfRange(silenced, range[0], range[1] + 1), part.body());
            }
            HttpResponse<byte[]> original =
                    client.bytes("/api/recordings/" + recording + "/original", Map.of());
            assertEquals(403, original.statusCode());
        }
        HttpResponse<byte[]> now = talk.server.as(Role.IQA).bytes(address, Map.of());
        assertNotEquals(tagBefore, etag(now));
        assertEquals(tagBefore, etag(assessor.bytes(address, Map.of())));
        // What a browser kept from before is not said to be good still.
        assertEquals(
                200,
                talk.server
                        .as(Role.IQA)
                        .bytes(address, Map.of("If-None-Match", tagBefore))
                        .statusCode());
        assertEquals(
                200,
                assessor.bytes("/api/recordings/" + recording + "/original", Map.of())
                        .statusCode());
    }

    private static String etag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static int frame(double seconds) {
        return (int) Math.round(seconds * FRAMES_PER_SECOND);
    }

    @Test
    void theWaveformIsFlatThere() {
        redacted();
        String address = "/api/recordings/" + recording + "/peaks";
        JsonNode span =
                assessor.get("/api/recordings/" + recording + "/redactions")
                        .json()
                        .get("redactions")
                        .get(0);
        int middle = (int) (10 * (span.get("start").asDouble() + span.get("end").asDouble()) / 2);
        JsonNode shown = talk.server.as(Role.EQA).get(address).json();
        assertEquals(0, shown.get("peaks").get(2 * middle).asDouble());
        assertEquals(0, shown.get("peaks").get(2 * middle + 1).asDouble());
        assertEquals(0.5, shown.get("peaks").get(1000).asDouble());
        assertEquals(1200, shown.get("peaks").size());
        assertEquals(0.5, assessor.get(address).json().get("peaks").get(2 * middle).asDouble());
    }

    @Test
    void isMadeByTheAssessorAndLiftedByWhoHasTheRight() {
        for (Role role : OUTSIDE) {
            assertEquals(403, redact(talk.server.as(role), 7, 8).status(), role.toString());
        }
        assertEquals(404, redact(talk.stranger(), 7, 8).status());
        String id = redacted();
        assertEquals(1, ok(redact(assessor, 7, 8)).json().get("redactions").size());
        assertEquals(403, assessor.delete("/api/redactions/" + id).status());
        assertEquals(
                404,
                talk.server
                        .signedIn("sam@test.example", "a long password")
                        .delete("/api/redactions/" + id)
                        .status());
        JsonNode seen =
                talk.server
                        .as(Role.LEARNER)
                        .get("/api/recordings/" + recording + "/redactions")
                        .json();
        assertFalse(seen.get("maySee").asBoolean());
        assertFalse(seen.get("mayLift").asBoolean());
        assertEquals(7, seen.get("redactions").get(0).get("firstWord").asInt());
        assertEquals(8, seen.get("redactions").get(0).get("lastWord").asInt());
        assertEquals("█████ is a patient", seen.get("redactions").get(0).get("reason").asString());

        giveRight(Role.IQA);
        Client iqa = talk.server.as(Role.IQA);
        assertTrue(
                iqa.get("/api/recordings/" + recording + "/transcript").body().contains("Zebedee"));
        assertEquals(0, ok(iqa.delete("/api/redactions/" + id)).json().get("redactions").size());
        assertEquals(200, iqa.delete("/api/redactions/" + id).status());
        assertTrue(
                talk.server
                        .as(Role.LEARNER)
                        .get("/api/recordings/" + recording + "/transcript")
                        .body()
                        .contains("Zebedee"));
        List<String> said = new ArrayList<>();
        assessor.get("/api/recordings/" + recording + "/audit")
                .json()
                .forEach(event -> said.add(event.get("text").asString()));
        assertEquals(List.of("Hid a passage at 00:03", "Lifted the redaction at 00:03"), said);
        ok(iqa.post("/api/recordings/" + recording + "/undo", Map.of()));
        assertFalse(
                talk.server
                        .as(Role.LEARNER)
                        .get("/api/recordings/" + recording + "/transcript")
                        .body()
                        .contains("Zebedee"));
    }

    private void giveRight(Role role) {
        String id = talk.server.person(role).id();
        talk.server
                .application()
                .people()
                .update(
                        id,
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
    void liftedWhereTwoRecordingsWereJoinedTheOthersAreGivenAtTheirTimeThere() {
        String whole =
                talk.rows.recording(
                        talk.session, talk.server.person(Role.ASSESSOR).id(), "ready", 90_000L);
        talk.rows.joined(whole, 0, recording, 30_000);
        String id = redacted();
        ok(redact(assessor, 13, 13));
        giveRight(Role.IQA);
        Client iqa = talk.server.as(Role.IQA);
        JsonNode left =
                ok(iqa.delete("/api/redactions/" + id + "?recording=" + whole))
                        .json()
                        .get("redactions");
        assertEquals(1, left.size());
        assertTrue(left.get(0).get("start").asDouble() > 30, left.toString());
        assertEquals(
                left, iqa.get("/api/recordings/" + whole + "/redactions").json().get("redactions"));
        String other = left.get(0).get("id").asString();
        for (String foreign : List.of(talk.otherRecording, "none")) {
            assertEquals(
                    404, iqa.delete("/api/redactions/" + other + "?recording=" + foreign).status());
        }
        assertEquals(
                400,
                iqa.delete("/api/redactions/" + other + "?recording=" + talk.recording).status());
        assertEquals(1, ok(iqa.delete("/api/redactions/" + id)).json().get("redactions").size());
    }

    @Test
    void whoHasOnlyTheRightTakesBackRedactionsAndNothingElse() {
        tag(12, 14, "Keys");
        redacted();
        tag(12, 13, "Keys");
        String steps = "/api/recordings/" + recording;
        JsonNode changes = assessor.get(steps + "/history").json().get("changes");
        String hid = changes.get(1).get("id").asString();
        assertEquals("redact", changes.get(1).get("kind").asString());
        // Another assessor has this learner now; who had, sees all as an administrator.
        String me = talk.server.person(Role.ASSESSOR).id();
        talk.server
                .application()
                .people()
                .update(
                        me,
                        new PersonDetails(
                                        "The assessor",
                                        "assessor@test.example",
                                        null,
                                        List.of(Role.ASSESSOR, Role.ADMINISTRATOR),
                                        null,
                                        false)
                                .with(Right.REDACTIONS));
        talk.rows.assesses(talk.rows.person("New Assessor", "assessor"), talk.enrolment);
        Answer refused = assessor.post(steps + "/undo", Map.of());
        assertEquals(403, refused.status(), refused.body());
        assertEquals(2, assessor.get(steps + "/tags").json().size());
        ok(assessor.post(steps + "/undo", Map.of("changeId", hid)));
        assertEquals(0, assessor.get(steps + "/redactions").json().get("redactions").size());
        assertEquals("active", assessor.get(steps + "/tags").json().get(0).get("state").asString());
    }

    @Test
    void whoMadeItTakesItBackAndDoesItAgain() {
        redacted();
        String steps = "/api/recordings/" + recording;
        Answer undone = ok(assessor.post(steps + "/undo", Map.of()));
        assertTrue(undone.json().get("change").get("undone").asBoolean());
        assertTrue(talk.server.as(Role.IQA).get(steps + "/transcript").body().contains("Zebedee"));
        ok(assessor.post(steps + "/redo", Map.of()));
        assertFalse(talk.server.as(Role.IQA).get(steps + "/transcript").body().contains("Zebedee"));
        assertEquals(3, assessor.get(steps + "/audit").json().size());
    }

    @Test
    void whatIsHeardThereLaterIsHiddenToo() {
        redacted();
        Speech.replace(
                talk.server.application().hearings(),
                recording,
                Speech.of(
                        "Who did you call?",
                        "I rang Zebediah Quilfether at the clinic about her keys."));
        String read =
                talk.server.as(Role.EQA).get("/api/recordings/" + recording + "/transcript").body();
        assertFalse(NAME.matcher(read).find(), read);
        assertTrue(read.contains("clinic"));
    }

    @Test
    void refusesWhatIsNoPassage() {
        assertEquals(400, redact(assessor, 8, 7).status());
        assertEquals(400, redact(assessor, 1, 999).status());
        Answer other =
                assessor.post(
                        "/api/recordings/" + recording + "/redactions",
                        Map.of(
                                "firstWord",
                                1,
                                "lastWord",
                                2,
                                "reason",
                                "",
                                "transcriptId",
                                talk.transcript));
        assertEquals(409, other.status());
        assertEquals(
                413,
                assessor.post(
                                "/api/recordings/" + recording + "/redactions",
                                Map.of("firstWord", 1, "lastWord", 2, "reason", "x".repeat(501)))
                        .status());
        assertEquals(404, assessor.delete("/api/redactions/none").status());
        assertEquals(
                0,
                assessor.get("/api/recordings/" + recording + "/redactions")
                        .json()
                        .get("redactions")
                        .size());
    }
}
