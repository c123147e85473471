package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Two learners of one assessor on one unit, and one of another assessor on another. */
class PassageRoutesTest {
    @TempDir Path data;
    private Talk talk;
    private Client assessor;
    private String secondLearner;
    private String secondSession;

    @BeforeEach
    void start() {
        talk = new Talk(data);
        assessor = talk.server.as(Role.ASSESSOR);
        String me = talk.server.person(Role.ASSESSOR).id();
        secondLearner = talk.rows.person("Zoe", "learner");
        secondSession =
                talk.rows.session(talk.rows.enrolment(secondLearner, talk.unit, me, null), me);
        String recording = talk.rows.recording(secondSession, me, "ready", 60_000L);
        String transcript =
                talk.store(recording, "What do you check?", "I check the harness first.").id();
        tag(talk.transcript, 5, 8, "1.1", "fully", "She says how");
        tag(talk.transcript, 1, 6, "1.2", "partly", "");
        tag(transcript, 5, 9, "1.1", "context", "Needed for what follows");
        talk.rows.tag(talk.otherTranscript, talk.rows.criterion(otherUnit(), "1.1"), me, "active");
    }

    private String otherUnit() {
        for (JsonNode unit : talk.server.as(Role.ADMINISTRATOR).get("/api/units").json()) {
            if (unit.get("title").asString().equals("Unit 24")) {
                return unit.get("id").asString();
            }
        }
        throw new AssertionError("No Unit 24");
    }

    @AfterEach
    void stop() {
        talk.close();
    }

    private String tag(
            String transcript, int first, int last, String number, String strength, String why) {
        Answer made =
                assessor.post(
                        "/api/transcripts/" + transcript + "/tags",
                        Map.of(
                                "firstWord",
                                first,
                                "lastWord",
                                last,
                                "criterionIds",
                                List.of(talk.rows.criterion(talk.unit, number)),
                                "reason",
                                why,
                                "strength",
                                strength));
        assertEquals(201, made.status(), made.body());
        return made.json().get(0).get("id").asString();
    }

    private JsonNode list(Client client, String query) {
        Answer answer = client.get("/api/passages" + query);
        assertEquals(200, answer.status(), answer.body());
        return answer.json();
    }

    private static List<String> quotes(JsonNode list) {
        List<String> quotes = new ArrayList<>();
        list.get("passages").forEach(row -> quotes.add(row.get("quote").asString()));
        return quotes;
    }

    private static Map<String, Integer> counts(JsonNode list, String facet) {
        Map<String, Integer> counts = new HashMap<>();
        list.get("facets")
                .get(facet)
                .forEach(
                        value ->
                                counts.put(
                                        value.get("label").asString(), value.get("count").asInt()));
        return counts;
    }

    @Test
    void listsByCriterionAndThenByLearner() {
        JsonNode list = list(assessor, "");
        assertEquals(
                List.of(
                        "I made a list.",
                        "I check the harness first.",
                        "How did you start? I made"),
                quotes(list));
        assertEquals(3, list.get("total").asInt());
        assertEquals(1, list.get("pages").asInt());
        JsonNode first = list.get("passages").get(0);
        assertEquals("The learner", first.get("learner").get("name").asString());
        assertEquals("The assessor", first.get("assessor").get("name").asString());
        assertEquals("Unit 23", first.get("unit").get("title").asString());
        assertEquals("professional-discussion", first.get("method").asString());
        assertEquals("Speaker 2", first.get("speakers").get(0).asString());
        assertEquals("[2]", first.get("unnamed").toString());
        assertEquals("talk.wav", first.get("recordingName").asString());
        assertEquals("fully", first.get("strength").asString());
        assertEquals(4, first.get("unchecked").asInt());
        assertFalse(first.get("redacted").asBoolean());
        assertEquals(2, list.get("passages").get(2).get("speakers").size());
        double seconds = 0;
        for (JsonNode row : list.get("passages")) {
            seconds += row.get("end").asDouble() - row.get("start").asDouble();
        }
        assertEquals(seconds, list.get("seconds").asDouble(), 0.001);
    }

    @Test
    void whatHasNoNameOfItsOwnIsSentSoThatAPageCanSayIt() {
        assessor.put("/api/transcripts/" + talk.transcript + "/speakers/2", Map.of("name", "Zoe"));
        JsonNode list = list(assessor, "");
        assertEquals("[null]", list.get("passages").get(0).get("unnamed").toString());
        JsonNode speakers = list.get("facets").get("speaker");
        List<String> said = new ArrayList<>();
        for (JsonNode one : speakers) {
            said.add(one.get("value").asString() + " " + one.get("said"));
        }
        assertEquals(
                List.of(
                        "Speaker 1 {\"message\":\"Speaker 1\",\"text\":\"Speaker {number}\","
                                + "\"number\":\"1\"}",
                        "Speaker 2 {\"message\":\"Speaker 2\",\"text\":\"Speaker {number}\","
                                + "\"number\":\"2\"}",
                        "Zoe null"),
                said);
        JsonNode session = list.get("facets").get("session").get(0);
        assertEquals(session.get("label"), session.get("said").get("message"));
        assertEquals("{session}, {learner}", session.get("said").get("text").asString());
        assertEquals(
                "Professional discussion",
                session.get("said").get("session").get("method").get("text").asString());
        assertEquals(
                "{day} {month} {year}",
                session.get("said").get("session").get("date").get("text").asString());
    }

    @Test
    void aFacetCountsWhatTheOtherChoicesLeave() {
        String criterion = talk.rows.criterion(talk.unit, "1.1");
        JsonNode list = list(assessor, "?criterion=" + criterion);
        assertEquals(List.of("I made a list.", "I check the harness first."), quotes(list));
        assertEquals(
                Map.of("1.1 Criterion 1.1", 2, "1.2 Criterion 1.2", 1), counts(list, "criterion"));
        assertEquals(Map.of("The learner", 1, "Zoe", 1), counts(list, "learner"));
        assertEquals(Map.of("Fully", 1, "Context", 1), counts(list, "strength"));
        JsonNode ofOne = list(assessor, "?criterion=" + criterion + "&learner=" + secondLearner);
        assertEquals(List.of("I check the harness first."), quotes(ofOne));
        assertEquals(Map.of("The learner", 1, "Zoe", 1), counts(ofOne, "learner"));
        assertEquals(Map.of("Context", 1), counts(ofOne, "strength"));
        assertEquals(
                3,
                list(
                                assessor,
                                "?criterion="
                                        + criterion
                                        + "&criterion="
                                        + talk.rows.criterion(talk.unit, "1.2"))
                        .get("total")
                        .asInt());
    }

    @Test
    void isNarrowedByEverythingElse() {
        assertEquals(
                List.of("I check the harness first."),
                quotes(list(assessor, "?session=" + secondSession)));
        assertEquals(2, list(assessor, "?enrolment=" + talk.enrolment).get("total").asInt());
        assertEquals(
                List.of("How did you start? I made"),
                quotes(list(assessor, "?speaker=Speaker%201")));
        assertEquals(1, list(assessor, "?strength=partly").get("total").asInt());
        assertEquals(3, list(assessor, "?method=professional-discussion").get("total").asInt());
        assertEquals(0, list(assessor, "?method=oral-questioning").get("total").asInt());
        assertEquals(1, list(assessor, "?q=HARNESS%20check").get("total").asInt());
        assertEquals(1, list(assessor, "?q=says%20how").get("total").asInt());
        assertEquals(0, list(assessor, "?q=%25").get("total").asInt());
        assertEquals(3, list(assessor, "?from=2026-11-23&to=2026-11-23").get("total").asInt());
        assertEquals(0, list(assessor, "?from=2026-11-24").get("total").asInt());
        assertEquals(0, list(assessor, "?learner=nobody").get("total").asInt());
    }

    @Test
    void pagesAndRefusesWhatMakesNoSense() {
        JsonNode second = list(assessor, "?size=2&page=2");
        assertEquals(List.of("How did you start? I made"), quotes(second));
        assertEquals(2, second.get("pages").asInt());
        assertEquals(List.of(), quotes(list(assessor, "?page=2147483647&size=500")));
        for (String wrong :
                List.of(
                        "?page=0",
                        "?page=x",
                        "?size=0",
                        "?size=501",
                        "?from=yesterday",
                        "?from=2026-11-24&to=2026-11-23",
                        "?strength=much",
                        "?state=gone",
                        "?method=guess",
                        "?q=" + "x".repeat(201))) {
            Answer answer = assessor.get("/api/passages" + wrong);
            assertEquals(400, answer.status(), wrong);
            assertTrue(answer.json().get("message").asString().endsWith("."), answer.body());
        }
    }

    @Test
    void showsAndCountsOnlyWhatAPersonMaySee() {
        assertEquals(4, list(talk.server.as(Role.EQA), "").get("total").asInt());
        assertEquals(4, list(talk.server.as(Role.ADMINISTRATOR), "").get("total").asInt());
        assertEquals(2, list(talk.server.as(Role.IQA), "").get("total").asInt());
        JsonNode learner = list(talk.server.as(Role.LEARNER), "");
        assertEquals(2, learner.get("total").asInt());
        assertEquals(Map.of("The learner", 2), counts(learner, "learner"));
        JsonNode stranger = list(talk.stranger(), "");
        assertEquals(0, stranger.get("total").asInt());
        stranger.get("facets").forEach(values -> assertEquals(0, values.size()));
        assertEquals(401, talk.server.anyone().get("/api/passages").status());
    }

    @Test
    void withdrawnTagsAreListedForWhoAsksForThem() {
        String id = list(assessor, "?strength=fully").get("passages").get(0).get("id").asString();
        assessor.delete("/api/tags/" + id);
        assertEquals(2, list(assessor, "").get("total").asInt());
        assertEquals(1, list(assessor, "?state=withdrawn").get("total").asInt());
    }

    @Test
    void whatSomebodyWithdrewFromQualityAssurersIsNotThere() {
        talk.rows.withdrawnConsent(talk.session, talk.server.person(Role.ASSESSOR).id());
        assertEquals(0, list(talk.server.as(Role.IQA), "").get("total").asInt());
        assertEquals(2, list(talk.server.as(Role.EQA), "").get("total").asInt());
        assertEquals(3, list(assessor, "").get("total").asInt());
        JsonNode matrix =
                talk.server
                        .as(Role.IQA)
                        .get("/api/enrolments/" + talk.enrolment + "/matrix")
                        .json();
        assertEquals(0, matrix.get("columns").size());
    }

    @Test
    void theMatrixHoldsCriteriaAgainstAllEvidence() {
        String address = "/api/enrolments/" + talk.enrolment + "/matrix";
        JsonNode matrix = assessor.get(address).json();
        assertEquals(1, matrix.get("columns").size());
        JsonNode row = matrix.get("rows").get(0);
        assertEquals("fully", row.get("state").asString());
        assertTrue(row.get("unchecked").asBoolean());
        assertEquals(2.6, row.get("cells").get(0).get("start").asDouble());
        assertEquals(5, row.get("cells").get(0).get("firstWord").asInt());
        assertEquals(List.of("1.1 unchecked", "1.2 partly"), missing(matrix));

        Answer other =
                assessor.post(
                        "/api/enrolments/" + talk.enrolment + "/evidence",
                        evidence("Risk assessment", "fully", "1.1", "1.2"));
        assertEquals(201, other.status(), other.body());
        matrix = assessor.get(address).json();
        assertEquals(List.of(), missing(matrix));
        JsonNode column = matrix.get("columns").get(1);
        assertEquals("other", column.get("kind").asString());
        assertEquals("Folder 3, page 12", column.get("location").asString());
        JsonNode cell = matrix.get("rows").get(1).get("cells").get(1);
        assertEquals("fully", cell.get("strength").asString());
        assertTrue(cell.get("tagId").isNull());
        assertFalse(matrix.get("rows").get(0).get("unchecked").asBoolean());

        assessor.delete("/api/evidence/" + other.json().get("id").asString());
        assertEquals(List.of("1.1 unchecked", "1.2 partly"), missing(assessor.get(address).json()));
        assertEquals(400, assessor.get(address + "?session=" + secondSession).status());
        assertEquals(400, assessor.get(address + "?session=none").status());
        assertEquals(404, talk.stranger().get(address).status());
    }

    private static List<String> missing(JsonNode matrix) {
        List<String> missing = new ArrayList<>();
        matrix.get("missing")
                .forEach(
                        one ->
                                missing.add(
                                        one.get("criterion").get("number").asString()
                                                + " "
                                                + one.get("why").asString()));
        return missing;
    }

    private Map<String, Object> evidence(String title, String strength, String... numbers) {
        List<Map<String, String>> criteria = new ArrayList<>();
        for (String number : numbers) {
            criteria.add(
                    Map.of(
                            "criterionId",
                            talk.rows.criterion(talk.unit, number),
                            "strength",
                            strength));
        }
        return Map.of(
                "kind",
                "work-product",
                "title",
                title,
                "location",
                "Folder 3, page 12",
                "relevance",
                "Shows what she checks",
                "date",
                "2026-10-01",
                "criteria",
                criteria);
    }

    @Test
    void otherEvidenceIsDescribedChangedWithdrawnAndRestored() {
        String address = "/api/enrolments/" + talk.enrolment + "/evidence";
        Answer made = assessor.post(address, evidence("Risk assessment", "partly", "1.2", "1.1"));
        String one = "/api/evidence/" + made.json().get("id").asString();
        assertEquals("1.1", numberOf(made.json().get("criteria").get(0)));
        assertEquals(
                made.json(),
                assessor.post(address, evidence("Risk assessment", "partly", "1.1", "1.2")).json());
        Answer changed = assessor.put(one, evidence("Safety plan", "fully", "1.2"));
        assertEquals(200, changed.status(), changed.body());
        assertEquals("Safety plan", changed.json().get("title").asString());
        assertEquals(1, changed.json().get("criteria").size());
        Answer withdrawn = assessor.delete(one);
        assertTrue(withdrawn.json().get("withdrawn").asBoolean(), withdrawn.body());
        assertEquals(withdrawn.json(), assessor.delete(one).json());
        assertEquals(409, assessor.put(one, evidence("Other", "fully", "1.2")).status());
        assertEquals(withdrawn.json(), assessor.get(address).json().get(0));
        JsonNode restored = assessor.post(one + "/restore", Map.of()).json();
        assertFalse(restored.get("withdrawn").asBoolean());
        assertEquals("Safety plan", restored.get("title").asString());
        assertEquals(1, assessor.get(address).json().size());
    }

    @Test
    void otherEvidenceIsChangedOnlyAsItWasSeenWhereTheVersionIsNamed() {
        String address = "/api/enrolments/" + talk.enrolment + "/evidence";
        JsonNode made = assessor.post(address, evidence("First", "partly", "1.1")).json();
        String one = "/api/evidence/" + made.get("id").asString();
        assertEquals(1, made.get("version").asInt());
        Answer second = assessor.put(one, seen(1, evidence("Second", "fully", "1.2")));
        assertEquals(2, second.json().get("version").asInt(), second.body());
        // sent once more, as after an answer that got lost
        assertEquals(
                second.json(),
                assessor.put(one, seen(1, evidence("Second", "fully", "1.2"))).json());

        Answer late = assessor.put(one, seen(1, evidence("Late", "fully", "1.2")));
        assertEquals(409, late.status(), late.body());
        assertTrue(late.message().contains("changed meanwhile"), late.message());
        assertEquals(409, assessor.delete(one + "?version=1").status());
        assertEquals(second.json(), assessor.get(address).json().get(0));

        Answer withdrawn = assessor.delete(one + "?version=2");
        assertEquals(3, withdrawn.json().get("version").asInt(), withdrawn.body());
        assertEquals(withdrawn.json(), assessor.delete(one + "?version=2").json());
        assertEquals(409, assessor.post(one + "/restore?version=2", Map.of()).status());
        JsonNode restored = assessor.post(one + "/restore?version=3", Map.of()).json();
        assertEquals(4, restored.get("version").asInt());
        assertEquals(restored, assessor.post(one + "/restore?version=3", Map.of()).json());

        JsonNode back = assessor.put(one, seen(4, evidence("First", "partly", "1.1"))).json();
        assertEquals("First", back.get("title").asString());
        assertEquals(made.get("criteria"), back.get("criteria"));
        assertEquals(400, assessor.delete(one + "?version=last").status());
    }

    private static Map<String, Object> seen(int version, Map<String, Object> evidence) {
        Map<String, Object> body = new HashMap<>(evidence);
        body.put("version", version);
        return body;
    }

    @Test
    void theSpeakersOfAPassageAreThoseOfItsTurnsInOrder() {
        Answer named =
                assessor.put(
                        "/api/transcripts/" + talk.transcript + "/speakers/1",
                        Map.of("name", "Ann"));
        assertEquals(200, named.status(), named.body());
        JsonNode both = list(assessor, "?strength=partly").get("passages").get(0);
        assertEquals(List.of("Ann", "Speaker 2"), texts(both.get("speakers")));
        assertEquals(Map.of("Ann", 1, "Speaker 2", 3), counts(list(assessor, ""), "speaker"));
        assertEquals(List.of("How did you start? I made"), quotes(list(assessor, "?speaker=Ann")));
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asString()));
        return texts;
    }

    private String numberOf(JsonNode meets) {
        return meets.get("criterionId").asString().equals(talk.rows.criterion(talk.unit, "1.1"))
                ? "1.1"
                : "1.2";
    }

    @Test
    void otherEvidenceIsReadByAllOfTheEnrolmentAndDescribedByItsAssessor() {
        String address = "/api/enrolments/" + talk.enrolment + "/evidence";
        Answer made = assessor.post(address, evidence("Risk assessment", "partly", "1.2"));
        String one = "/api/evidence/" + made.json().get("id").asString();
        for (Role role : Role.values()) {
            Client client = talk.server.as(role);
            assertEquals(1, client.get(address).json().size(), role.toString());
            if (role != Role.ASSESSOR) {
                assertEquals(403, client.post(address, evidence("X", "fully", "1.1")).status());
                assertEquals(403, client.delete(one).status());
            }
        }
        Client stranger = talk.stranger();
        assertEquals(404, stranger.get(address).status());
        assertEquals(404, stranger.post(address, evidence("X", "fully", "1.1")).status());
        assertEquals(404, stranger.put(one, evidence("X", "fully", "1.1")).status());
        assertEquals(404, stranger.delete(one).status());
        assertEquals(404, stranger.post(one + "/restore", Map.of()).status());
    }

    @Test
    void refusesOtherEvidenceThatIsNotDescribed() {
        String address = "/api/enrolments/" + talk.enrolment + "/evidence";
        for (Map.Entry<String, Object> wrong :
                List.<Map.Entry<String, Object>>of(
                        Map.entry("title", " \u0000 "),
                        Map.entry("location", ""),
                        Map.entry("relevance", ""),
                        Map.entry("kind", "rumour"),
                        Map.entry("date", "soon"),
                        Map.entry("date", "0001-01-01"),
                        Map.entry("criteria", List.of()),
                        Map.entry(
                                "criteria",
                                List.of(Map.of("criterionId", "x", "strength", "fully"))),
                        Map.entry(
                                "criteria",
                                List.of(
                                        Map.of(
                                                "criterionId",
                                                talk.rows.criterion(talk.unit, "1.1"),
                                                "strength",
                                                "much"))))) {
            Map<String, Object> body = new HashMap<>(evidence("Fine", "fully", "1.1"));
            body.put(wrong.getKey(), wrong.getValue());
            Answer answer = assessor.post(address, body);
            assertEquals(400, answer.status(), wrong + " " + answer.body());
        }
        Map<String, Object> tooLong = new HashMap<>(evidence("x".repeat(201), "fully", "1.1"));
        assertEquals(413, assessor.post(address, tooLong).status());
        assertEquals(0, assessor.get(address).json().size());
    }
}
