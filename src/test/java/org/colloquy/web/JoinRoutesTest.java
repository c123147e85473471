package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.Wav;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.speech.Model;
import org.colloquy.speech.SpeechResult;
import org.colloquy.transcript.Speech;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JoinRoutesTest {
    private static final int SECOND = 16_000;

    private final SettableClock clock = SettableClock.atTen();
    @TempDir Path data;
    private TestServer server;
    private Rows rows;
    private Client assessor;
    private String unit;
    private String enrolment;
    private String session;

    @BeforeEach
    void start() {
        server = TestServer.withPeople(data, clock);
        rows = new Rows(Database.open(data));
        assessor = server.as(Role.ASSESSOR);
        unit = rows.unit("Unit 23", List.of("1.1"));
        enrolment =
                rows.enrolment(
                        server.person(Role.LEARNER).id(),
                        unit,
                        server.person(Role.ASSESSOR).id(),
                        null);
        session = rows.session(enrolment, server.person(Role.ASSESSOR).id());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A recording that can be heard, and was heard where lines are given. */
    private String ready(byte[] wav, int seconds, String... lines) throws Exception {
        String id =
                rows.recording(
                        session, server.person(Role.ASSESSOR).id(), "ready", seconds * 1000L);
        Path folder = Files.createDirectories(data.resolve("recordings").resolve(id));
        Files.write(folder.resolve("audio.wav"), wav);
        if (lines.length > 0) {
            server.application().hearings().store(id, null, null, Speech.of(lines));
        }
        return id;
    }

    private Answer join(String... ids) {
        return assessor.post(
                "/api/sessions/" + session + "/join", Map.of("recordingIds", List.of(ids)));
    }

    private String refusal(int status, String... ids) {
        Answer answer = join(ids);
        assertEquals(status, answer.status(), answer.body());
        return answer.message();
    }

    private JsonNode get(String path) {
        Answer answer = assessor.get(path);
        assertEquals(200, answer.status(), answer.body());
        return answer.json();
    }

    private int covered() {
        JsonNode coverage = get("/api/enrolments/" + enrolment + "/coverage");
        return coverage.get("outcomes").get(0).get("criteria").get(0).get("passages").size();
    }

    private void setAside(String id, boolean aside) {
        assertEquals(
                200,
                assessor.post("/api/recordings/" + id + "/set-aside", Map.of("setAside", aside))
                        .status());
    }

    @Test
    void twoRecordingsBecomeOneTimelineWithAllThatPeopleDidAndItCanBeTakenBack() throws Exception {
        String first = ready(Wav.tone(10 * SECOND), 10, "how did you start", "with a list");
        String second = ready(Wav.tones(8 * SECOND, 440, 660), 8, "and then", "i phoned round");
        String transcript = get("/api/recordings/" + second + "/transcript").get("id").asString();
        Answer tagged =
                assessor.post(
                        "/api/transcripts/" + transcript + "/tags",
                        Map.of(
                                "firstWord",
                                3,
                                "lastWord",
                                5,
                                "criterionIds",
                                List.of(rows.criterion(unit, "1.1")),
                                "reason",
                                "she did it"));
        assertEquals(201, tagged.status(), tagged.body());
        Answer marked =
                assessor.put(
                        "/api/recordings/" + second + "/marks/0123456789abcdef",
                        Map.of(
                                "kind",
                                "moment",
                                "part",
                                0,
                                "partSeconds",
                                2.5,
                                "note",
                                "here",
                                "at",
                                "2026-11-23T10:00:00Z"));
        assertEquals(200, marked.status(), marked.body());
        assertEquals(1, covered());

        clock.advance(Duration.ofSeconds(1));
        Answer answer = join(first, second);
        assertEquals(200, answer.status(), answer.body());
        JsonNode joined = answer.json();
        String id = joined.get("id").asString();
        assertEquals("joined", joined.get("source").asString());
        assertEquals("ready", joined.get("state").asString());
        assertEquals(18, joined.get("durationSeconds").asDouble());
        assertEquals(2, joined.get("channels").asInt(), "stereo of the two");
        assertEquals(10, joined.get("joinedFrom").get(1).get("offsetSeconds").asDouble());
        assertEquals(18L * SECOND * 4 + 44, Files.size(audio(id)));
        JsonNode peaks = get("/api/recordings/" + id + "/peaks");
        assertEquals(18, peaks.get("durationSeconds").asDouble());
        for (String part : List.of(first, second)) {
            JsonNode aside = get("/api/recordings/" + part);
            assertTrue(aside.get("setAside").asBoolean());
            assertEquals(id, aside.get("joinedInto").asString());
        }
        JsonNode turns = get("/api/recordings/" + id + "/transcript").get("turns");
        assertEquals(4, turns.size());
        assertEquals(10, turns.get(2).get("start").asDouble());
        JsonNode tag = get("/api/recordings/" + id + "/tags").get(0);
        assertEquals("i phoned round", tag.get("quote").asString());
        assertEquals("active", tag.get("state").asString());
        assertEquals(
                turns.get(3).get("words").get(0).get("id").asInt(), tag.get("firstWord").asInt());
        assertEquals(turns.get(3).get("start").asDouble(), tag.get("start").asDouble());
        assertEquals(1, covered(), "and counts once");
        JsonNode mark = get("/api/recordings/" + id + "/marks").get(0);
        assertEquals(12.5, mark.get("seconds").asDouble());
        assertEquals("here", mark.get("note").asString());
        assertEquals("whole", verified(id));
        assertEquals(404, assessor.get("/api/recordings/" + id + "/original").status());
        assertEquals(id, join(first, second).json().get("id").asString(), "twice is once");

        assertTrue(notTakenBack(first).contains("count twice"));
        assertEquals(1, covered());
        setAside(id, true);
        setAside(first, false);
        setAside(second, false);
        assertEquals(1, covered());
        assertTrue(notTakenBack(id).contains("Set that one aside first"), "nor the other way");
        assertEquals(1, covered());
        assertTrue(get("/api/recordings/" + first).get("joinedInto").isNull());
        assertNotEquals(id, join(second, first).json().get("id").asString(), "the other way round");
        assertEquals(1, covered());
    }

    private void check(Client who, String transcript, int first, int last, String state) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("firstWord", first);
        asked.put("lastWord", last);
        asked.put("state", state);
        asked.put("how", null);
        asked.put("version", 1);
        Answer checked = who.put("/api/transcripts/" + transcript + "/checks", asked);
        assertEquals(200, checked.status(), checked.body());
    }

    @Test
    void whatWasCheckedAndConfirmedIsSoInTheWhole() throws Exception {
        String first = ready(Wav.tone(10 * SECOND), 10, "how did you start", "with a list");
        String second = ready(Wav.tone(8 * SECOND), 8, "and then", "i phoned round");
        check(
                assessor,
                get("/api/recordings/" + first + "/transcript").get("id").asString(),
                5,
                7,
                "checked");
        String transcript = get("/api/recordings/" + second + "/transcript").get("id").asString();
        check(assessor, transcript, 1, 4, "checked");
        clock.advance(Duration.ofMinutes(1));
        check(server.as(Role.LEARNER), transcript, 3, 5, "confirmed");
        clock.advance(Duration.ofMinutes(1));
        Answer joined = join(first, second);
        assertEquals(200, joined.status(), joined.body());
        JsonNode whole =
                get("/api/recordings/" + joined.json().get("id").asString() + "/transcript");
        List<String> checks = new ArrayList<>();
        for (JsonNode check : whole.get("checks")) {
            checks.add(
                    check.get("firstWord").asInt()
                            + "-"
                            + check.get("lastWord").asInt()
                            + " "
                            + check.get("state").asString()
                            + " "
                            + check.get("by").get("name").asString()
                            + " "
                            + check.get("at").asString());
        }
        assertEquals(
                List.of(
                        "5-9 checked The assessor 2026-11-23T10:00:00Z",
                        "10-12 confirmed The learner 2026-11-23T10:01:00Z"),
                checks);
        // The learner takes back what they confirmed: that it was checked is known there as well.
        String id = whole.get("id").asString();
        Map<String, Object> asked = new HashMap<>();
        asked.put("firstWord", 10);
        asked.put("lastWord", 12);
        asked.put("state", "heard");
        asked.put("how", null);
        asked.put("version", whole.get("version").asInt());
        JsonNode left =
                server.as(Role.LEARNER).put("/api/transcripts/" + id + "/checks", asked).json();
        assertEquals(1, left.get("checks").size(), left.toString());
        assertEquals(11, left.get("checks").get(0).get("lastWord").asInt());
    }

    @Test
    void aMarkThatComesLateIsOnTheWholeToo() throws Exception {
        String first = ready(Wav.tone(4 * SECOND), 4);
        String second = ready(Wav.tone(4 * SECOND), 4);
        String whole = join(first, second).json().get("id").asString();
        Map<String, Object> late =
                Map.of(
                        "kind",
                        "moment",
                        "part",
                        0,
                        "partSeconds",
                        1.5,
                        "note",
                        "late",
                        "at",
                        "2026-11-23T10:00:00Z");
        String mark = "/api/recordings/" + second + "/marks/fedcba9876543210";
        for (int twice = 0; twice < 2; twice++) {
            assertEquals(200, assessor.put(mark, late).status());
            JsonNode there = get("/api/recordings/" + whole + "/marks");
            assertEquals(1, there.size());
            assertEquals(5.5, there.get(0).get("seconds").asDouble());
            assertEquals("late", there.get(0).get("note").asString());
        }
        assertEquals(204, assessor.delete(mark).status());
        assertEquals(0, get("/api/recordings/" + whole + "/marks").size());
        assessor.put(mark, late);
        assertEquals(0, get("/api/recordings/" + whole + "/marks").size(), "it stays taken back");
    }

    private String notTakenBack(String id) {
        Answer answer =
                assessor.post("/api/recordings/" + id + "/set-aside", Map.of("setAside", false));
        assertEquals(409, answer.status(), answer.body());
        return answer.message();
    }

    @Test
    void whatWasJoinedAgainCountsOnceToo() throws Exception {
        String first = ready(Wav.tone(SECOND), 1);
        String second = ready(Wav.tone(SECOND), 1);
        String third = ready(Wav.tone(SECOND), 1);
        clock.advance(Duration.ofSeconds(1));
        String two = join(first, second).json().get("id").asString();
        clock.advance(Duration.ofSeconds(1));
        String all = join(two, third).json().get("id").asString();
        for (String part : List.of(first, second, third, two)) {
            notTakenBack(part);
        }
        setAside(all, true);
        setAside(first, false);
        notTakenBack(two);
        setAside(third, false);
        setAside(third, false);
    }

    @Test
    void whatIsRedactedInAPartIsHiddenInEveryWholeAndNotInItsOtherPart() throws Exception {
        String first = ready(Wav.tone(SECOND * 2), 1);
        String second = ready(Wav.tone(SECOND * 2), 1);
        clock.advance(Duration.ofSeconds(1));
        String one = join(first, second).json().get("id").asString();
        setAside(one, true);
        setAside(first, false);
        setAside(second, false);
        clock.advance(Duration.ofSeconds(1));
        String other = join(second, first).json().get("id").asString();
        rows.redaction(first, 500, 900, server.person(Role.ASSESSOR).id());
        assertEquals(List.of(0.5), redacted(one));
        assertEquals(List.of(2.5), redacted(other));
        assertEquals(List.of(0.5), redacted(first));
        assertEquals(List.of(), redacted(second));
    }

    private List<Double> redacted(String id) {
        return assessor.get("/api/recordings/" + id + "/redactions")
                .json()
                .get("redactions")
                .valueStream()
                .map(one -> one.get("start").asDouble())
                .toList();
    }

    private Path audio(String id) {
        return data.resolve("recordings").resolve(id).resolve("audio.wav");
    }

    private String verified(String id) {
        return assessor.post("/api/recordings/" + id + "/verify", Map.of())
                .json()
                .get("state")
                .asString();
    }

    @Test
    void whatCannotBeJoinedIsSaidInASentenceAndChangesNothing() throws Exception {
        String first = ready(Wav.tone(SECOND), 3, "how did you");
        String silent = ready(Wav.tone(SECOND), 1);
        String receiving =
                rows.recording(session, server.person(Role.ASSESSOR).id(), "receiving", null);
        String welsh = ready(Wav.tone(SECOND), 3);
        SpeechResult said = Speech.of("shwmae");
        server.application()
                .hearings()
                .store(
                        welsh,
                        null,
                        null,
                        new SpeechResult(
                                "whisper",
                                new Model("whisper-base", "a".repeat(64)),
                                "cy",
                                3,
                                said.words()));
        String busy = ready(Wav.tone(SECOND), 3, "and");
        rows.job(busy, "transcribe", "running");
        assertTrue(refusal(400).contains("two or more"));
        assertTrue(refusal(400, first).contains("two or more"));
        assertTrue(refusal(400, first, first).contains("each of them once"));
        assertTrue(refusal(404, first, "0123456789abcdef").contains("not in this session"));
        assertTrue(refusal(409, first, receiving).contains("not ready"));
        assertTrue(refusal(409, first, welsh).contains("different languages (en, cy)"));
        assertTrue(refusal(409, first, silent).contains("has no transcript yet"));
        assertTrue(refusal(409, first, busy).contains("still being worked on"));
        setAside(silent, true);
        assertTrue(refusal(409, first, silent).contains("is set aside. Take it back first."));
        session = rows.session(enrolment, server.person(Role.ASSESSOR).id());
        assertTrue(refusal(404, first, welsh).contains("not in this session"));
        assertFalse(get("/api/recordings/" + first).get("setAside").asBoolean());
        assertEquals(
                403,
                server.as(Role.LEARNER)
                        .post(
                                "/api/sessions/" + session + "/join",
                                Map.of("recordingIds", List.of(first, welsh)))
                        .status());
    }

    @Test
    void aListeningCopyThatIsGoneFailsAndLeavesNothingBehind() throws Exception {
        String first = ready(Wav.tone(SECOND), 1);
        String second = ready(Wav.tone(SECOND), 1);
        Files.delete(audio(second));
        assertTrue(refusal(503, first, second).contains("listening copy"));
        try (var folders = Files.list(data.resolve("recordings"))) {
            assertEquals(2, folders.count());
        }
        Files.write(audio(second), Wav.tone(SECOND));
        assertEquals(200, join(first, second).status());
    }
}
