package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.search.Indexer;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.Speech;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SearchRoutesTest {
    @TempDir Path data;
    private TestServer server;
    private String recording;

    @BeforeEach
    void open() throws InterruptedException {
        server = TestServer.withPeople(data, SettableClock.atTen());
        Rows rows = new Rows(Database.open(data));
        String assessor = server.person(Role.ASSESSOR).id();
        String unit = rows.unit("Plan events", List.of("1.1"));
        String enrolment = rows.enrolment(server.person(Role.LEARNER).id(), unit, assessor, null);
        recording = rows.recording(rows.session(enrolment, assessor), assessor, "ready", 9_000L);
        server.application()
                .hearings()
                .store(recording, null, null, Speech.of("we agreed a budget"));
        server.application().indexer().awaitIdle();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aHitHasTheFieldsOfTheContract() {
        TestServer.Answer answer = server.as(Role.ASSESSOR).get("/api/search?q=budget");
        assertEquals(200, answer.status(), answer.body());
        JsonNode result = answer.json();
        assertEquals(1, result.get("total").asInt());
        assertEquals(1, result.get("pages").asInt());
        assertTrue(result.get("suggestion").isNull());
        JsonNode hit = result.get("hits").get(0);
        assertEquals("transcript", hit.get("kind").asString());
        assertEquals("Speaker 1", hit.get("speaker").asString());
        assertEquals(1, hit.get("unnamed").asInt());
        assertEquals("professional-discussion", hit.get("method").asString());
        assertEquals("[[12,18]]", hit.get("highlights").toString());
        assertEquals(4, hit.get("word").asInt());
        assertEquals(1.2, hit.get("start").asDouble());
        for (String facet :
                List.of("kind", "learner", "unit", "criterion", "assessor", "method", "date")) {
            assertTrue(result.get("facets").get(facet).isArray(), facet);
        }
        assertEquals(
                "The learner", result.get("facets").get("learner").get(0).get("label").asString());
    }

    @Test
    void facetsAreChosenByParameters() {
        TestServer.Client assessor = server.as(Role.ASSESSOR);
        String learner = server.person(Role.LEARNER).id();
        assertEquals(1, total(assessor, "?q=budget&learner=" + learner + "&kind=transcript"));
        assertEquals(0, total(assessor, "?q=budget&kind=tag"));
        assertEquals(1, total(assessor, "?q=budget&date=2026-11&from=2026-11-23&to=2026-11-23"));
        assertEquals(0, total(assessor, "?q=budget&method=oral-questioning"));
    }

    @Test
    void aHearingThatWaitsAndASecondOpinionAreNotFound() throws InterruptedException {
        TestServer.Client assessor = server.as(Role.ASSESSOR);
        Hearings hearings = server.application().hearings();
        String transcript = server.application().transcripts().get(recording).id();
        server.application().opinions().store(transcript, null, Speech.of("we agreed a xylophone"));
        hearings.store(recording, null, null, Speech.of("we agreed a zeppelin"));
        Indexer indexer = server.application().indexer();
        indexer.recordingChanged(recording);
        indexer.awaitIdle();
        assertEquals(0, total(assessor, "?q=xylophone"));
        assertEquals(0, total(assessor, "?q=zeppelin"));
        assertEquals(1, total(assessor, "?q=budget"));

        hearings.discard(hearings.findProposalId(recording).orElseThrow());
        hearings.store(recording, null, null, Speech.of("we agreed a gondola"));
        hearings.accept(hearings.findProposalId(recording).orElseThrow(), 1);
        indexer.awaitIdle();
        assertEquals(0, total(assessor, "?q=zeppelin"));
        assertEquals(0, total(assessor, "?q=%22budget%22"));
        assertEquals(1, total(assessor, "?q=gondola"));
    }

    private static int total(TestServer.Client client, String query) {
        return client.get("/api/search" + query).json().get("total").asInt();
    }

    @Test
    void everyRoleMaySearchWhatItMaySee() {
        assertEquals(1, total(server.as(Role.LEARNER), "?q=budget"));
        assertEquals(1, total(server.as(Role.EQA), "?q=budget"));
        assertEquals(0, total(server.as(Role.IQA), "?q=budget"));
    }

    @Test
    void whatMakesNoSenseGetsASentence() {
        TestServer.Client assessor = server.as(Role.ASSESSOR);
        TestServer.Answer date = assessor.get("/api/search?q=x&from=23.11.2026");
        assertEquals(400, date.status());
        assertEquals("“23.11.2026” is no date; write it as 2026-11-23.", date.message());
        for (String wrong :
                List.of("page=0", "page=x", "page=501", "from=2026-02-01&to=2026-01-01")) {
            assertEquals(400, assessor.get("/api/search?q=x&" + wrong).status(), wrong);
        }
        assertEquals(413, assessor.get("/api/search?q=" + "x".repeat(1001)).status());
    }

    @Test
    void hostileTextGetsAnAnswer() {
        TestServer.Client assessor = server.as(Role.ASSESSOR);
        for (String hostile : List.of("\0", "((((", "*", "\"\"\"", "a* b* c*", "'; DROP TABLE")) {
            assertEquals(200, assessor.get("/api/search?q=" + encoded(hostile)).status(), hostile);
        }
    }
}
