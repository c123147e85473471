package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What people agreed to, took back, and what follows from that. */
class ConsentRoutesTest {
    private static final Map<String, String> LEARNER =
            Map.of("name", "The learner", "role", "learner");

    @TempDir Path data;
    private Talk talk;
    private Client assessor;
    private String session;

    @BeforeEach
    void start() {
        talk = new Talk(data);
        assessor = talk.server.as(Role.ASSESSOR);
        session =
                assessor.get("/api/recordings/" + talk.recording)
                        .json()
                        .get("sessionId")
                        .asString();
    }

    @AfterEach
    void stop() {
        talk.close();
    }

    private Answer give(Map<String, String> person, @Nullable String at, String... scopes) {
        Map<String, Object> request = new HashMap<>();
        request.put("person", person);
        request.put("scopes", List.of(scopes));
        request.put("basis", "consent");
        request.put("how", "spoken");
        request.put("at", at);
        request.put("noticeVersion", 0);
        return assessor.post("/api/sessions/" + session + "/consents", request);
    }

    private JsonNode consents() {
        return assessor.get("/api/sessions/" + session + "/consents").json();
    }

    private Answer withdraw(Client client, String scope) {
        String id =
                StreamSupport.stream(consents().get("consents").spliterator(), false)
                        .filter(consent -> consent.get("scope").asString().equals(scope))
                        .reduce((earlier, later) -> later)
                        .orElseThrow()
                        .get("id")
                        .asString();
        return client.post(
                "/api/consents/" + id + "/withdraw", Map.of("how", "written", "note", "By e-mail"));
    }

    @Test
    void anAcknowledgementHasTheFormOfTheContract() {
        Answer answer = give(LEARNER, "2026-11-23T09:58:00Z", "record", "transcribe");
        assertEquals(200, answer.status(), answer.body());
        JsonNode all = answer.json();
        assertEquals(2, all.get("consents").size());
        JsonNode consent = all.get("consents").get(0);
        assertEquals("The learner", consent.get("person").get("name").asString());
        assertEquals("record", consent.get("scope").asString());
        assertEquals("consent", consent.get("basis").asString());
        assertEquals("spoken", consent.get("how").asString());
        assertEquals("2026-11-23T09:58:00Z", consent.get("givenAt").asString());
        assertEquals("The assessor", consent.get("recordedBy").get("name").asString());
        assertTrue(consent.get("withdrawn").isNull());
        assertEquals(0, all.get("notice").get("version").asInt());
        assertTrue(all.get("notice").get("text").asString().contains("recorded"));
        assertEquals(2, all.get("people").size(), "nobody was named: its learner and assessor");
        assertTrue(all.get("simulationAllowed").isNull());
        assertEquals(0, all.get("withdrawn").size());
    }

    @Test
    void aRepeatIsHarmlessAndGivenAgainIsAnotherRow() {
        String at = "2026-11-23T09:58:00Z";
        give(LEARNER, at, "record");
        assertEquals(1, give(LEARNER, at, "record", "record").json().get("consents").size());
        assertEquals(200, withdraw(assessor, "record").status());
        assertEquals(200, withdraw(assessor, "record").status());
        JsonNode withdrawn = consents().get("consents").get(0).get("withdrawn");
        assertEquals("By e-mail", withdrawn.get("note").asString());
        assertEquals("2026-11-23T10:00:00Z", withdrawn.get("at").asString());
        assertEquals(
                1,
                give(LEARNER, at, "record").json().get("consents").size(),
                "a late repeat of what was withdrawn gives nothing");
        JsonNode again = give(LEARNER, "2026-11-23T09:59:00Z", "record").json();
        assertEquals(2, again.get("consents").size());
        assertFalse(again.get("consents").get(0).get("withdrawn").isNull());
        assertTrue(again.get("consents").get(1).get("withdrawn").isNull());
        assertEquals(0, again.get("withdrawn").size());
    }

    @Test
    void whatMakesNoSenseIsRefusedAndNothingIsKept() {
        assertEquals(400, give(LEARNER, null).status());
        assertEquals(400, give(LEARNER, null, "sell").status());
        assertEquals(400, give(LEARNER, "yesterday", "record").status());
        assertEquals(400, give(LEARNER, "2031-01-01T00:00:00Z", "record").status());
        Answer unknown = give(Map.of("name", "Nobody", "role", "learner"), null, "record");
        assertEquals(400, unknown.status());
        assertTrue(unknown.message().contains("Nobody"), unknown.message());
        Answer noNotice =
                assessor.post(
                        "/api/sessions/" + session + "/consents",
                        Map.of(
                                "person",
                                LEARNER,
                                "scopes",
                                List.of("record"),
                                "basis",
                                "notice",
                                "how",
                                "ticked",
                                "noticeVersion",
                                7));
        assertEquals(400, noNotice.status());
        assertEquals(0, consents().get("consents").size());
        assertEquals(
                404, assessor.post("/api/consents/x/withdraw", Map.of("how", "spoken")).status());
    }

    @Test
    void onlyTheAssessorNotesAndAnAdministratorMayNoteAWithdrawal() {
        give(LEARNER, null, "record");
        for (Role role : List.of(Role.LEARNER, Role.IQA, Role.EQA)) {
            Client client = talk.server.as(role);
            assertEquals(
                    200, client.get("/api/sessions/" + session + "/consents").status(), "" + role);
            assertEquals(403, withdraw(client, "record").status(), "" + role);
        }
        Client stranger = talk.stranger();
        assertEquals(404, stranger.get("/api/sessions/" + session + "/consents").status());
        assertEquals(404, withdraw(stranger, "record").status());
        assertEquals(200, withdraw(talk.server.as(Role.ADMINISTRATOR), "record").status());
    }

    @Test
    void whereRecordingIsWithdrawnNoRecordingBeginsUntilItIsGivenAgain() {
        Map<String, String> file =
                Map.of("fileName", "a.wav", "mediaType", "audio/wav", "source", "file");
        give(LEARNER, null, "record");
        withdraw(assessor, "record");
        Answer refused = assessor.post("/api/sessions/" + session + "/recordings", file);
        assertEquals(409, refused.status(), refused.body());
        assertTrue(refused.message().startsWith("The learner has withdrawn"), refused.message());
        assertEquals(
                refused.message(),
                consents().get("withdrawn").get(0).get("message").get("message").asString());
        give(LEARNER, null, "record");
        assertEquals(201, assessor.post("/api/sessions/" + session + "/recordings", file).status());
    }

    @Test
    void whereTranscribingIsWithdrawnNothingIsTranscribedAndNothingIsDeleted() {
        give(LEARNER, null, "transcribe");
        withdraw(assessor, "transcribe");
        Answer refused =
                assessor.post(
                        "/api/recordings/" + talk.recording + "/transcribe",
                        Map.of("engine", "auto", "speakers", "auto"));
        assertEquals(409, refused.status(), refused.body());
        assertTrue(refused.message().contains("transcribed"), refused.message());
        Answer opinion =
                assessor.post(
                        "/api/transcripts/" + talk.transcript + "/second-opinion",
                        Map.of("engine", "auto"));
        assertEquals(409, opinion.status(), opinion.body());
        assertEquals(
                200, assessor.get("/api/recordings/" + talk.recording + "/transcript").status());
    }

    @Test
    void whereShowingIsWithdrawnQualityAssurersSeeThatThereIsASessionAndNothingInIt()
            throws Exception {
        JsonNode tag =
                assessor.post(
                                "/api/transcripts/" + talk.transcript + "/tags",
                                Map.of(
                                        "firstWord",
                                        5,
                                        "lastWord",
                                        8,
                                        "criterionIds",
                                        List.of(talk.rows.criterion(talk.unit, "1.1")),
                                        "reason",
                                        ""))
                        .json()
                        .get(0);
        Map<String, String> closed = read(Role.IQA);
        give(LEARNER, null, "verify");
        assertEquals(closed, read(Role.IQA), "given changes nothing");
        withdraw(assessor, "verify");
        talk.server.application().indexer().awaitIdle();
        for (Role role : List.of(Role.IQA, Role.EQA)) {
            Client client = talk.server.as(role);
            for (String path :
                    List.of(
                            "/api/recordings/" + talk.recording,
                            "/api/recordings/" + talk.recording + "/audio",
                            "/api/recordings/" + talk.recording + "/original",
                            "/api/recordings/" + talk.recording + "/peaks",
                            "/api/recordings/" + talk.recording + "/transcript",
                            "/api/recordings/" + talk.recording + "/transcripts",
                            "/api/recordings/" + talk.recording + "/tags",
                            "/api/transcripts/" + talk.transcript + "/machine",
                            "/api/transcripts/" + talk.transcript + "/corrections")) {
                assertEquals(404, client.get(path).status(), role + " " + path);
            }
            JsonNode whole = client.get("/api/sessions/" + session).json();
            assertEquals(0, whole.get("recordings").size());
            assertTrue(whole.get("withheld").get("message").asString().contains("withdrawn"));
            JsonNode enrolment = client.get("/api/enrolments/" + talk.enrolment).json();
            JsonNode listed = enrolment.get("sessions").get(0);
            assertEquals(0, listed.get("tags").asInt());
            assertEquals(0, listed.get("recordings").asInt());
            assertEquals(0, listed.get("durationSeconds").asDouble());
            assertEquals("none", listed.get("state").asString());
            assertTrue(listed.get("withheld").get("message").asString().contains("withdrawn"));
            assertEquals(0, enrolment.get("criteria").get(0).get("passages").asInt());
            for (JsonNode each : client.get("/api/enrolments").json()) {
                if (each.get("id").asString().equals(talk.enrolment)) {
                    assertEquals(0, each.get("criteria").get(0).get("passages").asInt());
                }
            }
            assertFalse(
                    client.get("/api/enrolments/" + talk.enrolment + "/coverage")
                            .body()
                            .contains(tag.get("id").asString()));
            assertEquals(0, found(client, "list"), role.toString());
        }
        for (Role role : List.of(Role.ASSESSOR, Role.LEARNER, Role.ADMINISTRATOR)) {
            Client client = talk.server.as(role);
            assertEquals(200, client.get("/api/recordings/" + talk.recording).status(), "" + role);
            JsonNode whole = client.get("/api/sessions/" + session).json();
            assertEquals(1, whole.get("recordings").size(), role.toString());
            assertTrue(whole.get("withheld").isNull(), role.toString());
            assertTrue(found(client, "list") > 0, role.toString());
        }
        give(LEARNER, null, "verify");
        assertEquals(closed, read(Role.IQA), "given again it is as it was");
    }

    private Map<String, String> read(Role role) {
        Client client = talk.server.as(role);
        return Map.of(
                "session", client.get("/api/sessions/" + session).body(),
                "enrolment", client.get("/api/enrolments/" + talk.enrolment).body(),
                "transcript",
                        client.get("/api/recordings/" + talk.recording + "/transcript").body());
    }

    private static int found(Client client, String word) {
        return client.get("/api/search?q=" + word).json().get("total").asInt();
    }

    @Test
    void anIdentityCheckIsNotedAndReplaced() {
        Map<String, Object> known = new HashMap<>(Map.of("person", LEARNER, "how", "known"));
        String path = "/api/sessions/" + session + "/identity";
        assertEquals(200, assessor.put(path, known).status());
        assertEquals(1, assessor.put(path, known).json().get("identity").size());
        known.put("how", "photo-id");
        known.put("note", "Passport, name matches");
        known.put("at", "2026-11-23T09:57:00Z");
        JsonNode check = assessor.put(path, known).json().get("identity");
        assertEquals(1, check.size());
        assertEquals("photo-id", check.get(0).get("how").asString());
        assertEquals("2026-11-23T09:57:00Z", check.get(0).get("at").asString());
        assertEquals("The assessor", check.get(0).get("by").get("name").asString());
        assertEquals(400, assessor.put(path, Map.of("person", LEARNER, "how", "other")).status());
        assertEquals(403, talk.server.as(Role.IQA).put(path, known).status());
    }

    @Test
    void theNoticeIsChangedByAnAdministratorAndEveryVersionIsKept() {
        Client administrator = talk.server.as(Role.ADMINISTRATOR);
        String first = assessor.get("/api/notice").json().get("text").asString();
        assertEquals(403, assessor.put("/api/notice", Map.of("text", "Ours", "seen", 0)).status());
        JsonNode changed =
                administrator.put("/api/notice", Map.of("text", " Ours\r\n", "seen", 0)).json();
        assertEquals(1, changed.get("version").asInt());
        assertEquals("Ours", changed.get("text").asString());
        assertEquals("The administrator", changed.get("changedBy").get("name").asString());
        assertEquals(
                changed,
                administrator.put("/api/notice", Map.of("text", "Ours", "seen", 0)).json(),
                "a repeat");
        Answer late = administrator.put("/api/notice", Map.of("text", "Mine", "seen", 0));
        assertEquals(409, late.status());
        assertTrue(late.message().contains("The administrator"), late.message());
        assertEquals(
                400, administrator.put("/api/notice", Map.of("text", " \n", "seen", 1)).status());
        assertEquals(
                413,
                administrator
                        .put("/api/notice", Map.of("text", "a".repeat(20_001), "seen", 1))
                        .status());
        assertEquals(first, assessor.get("/api/notice?version=0").json().get("text").asString());
        assertEquals(404, assessor.get("/api/notice?version=2").status());
        assertEquals(400, assessor.get("/api/notice?version=x").status());
        assertEquals("Ours", assessor.get("/api/notice").json().get("text").asString());
    }
}
