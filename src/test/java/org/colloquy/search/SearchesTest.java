package org.colloquy.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.common.Problem;
import org.colloquy.people.Viewer;
import org.colloquy.search.SearchResult.FacetValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchesTest {
    @TempDir Path data;
    private World world;
    private Viewer anna;

    @BeforeEach
    void open() {
        world = new World(data);
        anna = world.annaSigned();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aWordLeadsToTheMomentItIsSaid() {
        String recording =
                world.said(
                        world.annasEnrolment,
                        "How did you prepare?",
                        "First I negotiated the price with them.");
        world.started();
        SearchResult result = world.find(anna, "negotiating");
        assertEquals(1, result.total());
        Hit hit = result.hits().getFirst();
        assertEquals("transcript", hit.kind());
        assertEquals(recording, hit.recording());
        assertEquals("First I negotiated the price with them.", hit.text());
        assertEquals(List.of(List.of(8, 18)), hit.highlights());
        assertEquals(7, hit.word());
        assertEquals(3.4, hit.start());
        assertEquals(5.3, hit.end());
        assertEquals("Lena Learner", hit.learner());
        assertEquals("Anna Assessor", hit.assessor());
        assertEquals("Plan events", hit.unitTitle());
        assertEquals("Speaker 2", hit.speaker());
        assertEquals("2026-11-23", hit.date());
        assertEquals("Professional discussion, 23 Nov 2026", hit.title());
        assertEquals(world.annasEnrolment, hit.enrolment());
    }

    @Test
    void wordsMustAllBeThereAndAPhraseInOrder() {
        world.said(world.annasEnrolment, "health and safety first", "safety and then health");
        world.started();
        assertEquals(2, world.find(anna, "safety health").total());
        assertEquals(
                List.of("health and safety first"), world.texts(anna, "\"health and safety\""));
        assertEquals(List.of("health and safety first"), world.texts(anna, "“health and safety”"));
        assertEquals(0, world.find(anna, "safety bananas").total());
        Hit hit = world.find(anna, "\"health and safety\"").hits().getFirst();
        assertEquals(List.of(List.of(0, 17)), hit.highlights());
    }

    @Test
    void aBeginningWithAStarFindsTheWord() {
        world.said(world.annasEnrolment, "we had a face-to-face negotiation today");
        world.started();
        assertEquals(1, world.find(anna, "negot*").total());
        assertEquals(1, world.find(anna, "face-to-f*").total());
        assertEquals(
                List.of(List.of(22, 33)),
                world.find(anna, "NEGOT*").hits().getFirst().highlights());
    }

    @Test
    void aLastWordThatIsOnlyBegunIsFoundAllTheSame() {
        world.said(world.annasEnrolment, "we negotiated today");
        world.started();
        SearchResult result = world.find(anna, "we negoti");
        assertEquals(1, result.total());
        assertNull(result.suggestion());
    }

    @Test
    void aMisspelledWordIsFoundAndCorrected() {
        world.said(world.annasEnrolment, "we talked about negotiation skills");
        world.started();
        SearchResult result = world.find(anna, "negotation Skills");
        assertEquals(1, result.total());
        assertEquals("negotiation Skills", result.suggestion());
        assertEquals(
                List.of(List.of(16, 27), List.of(28, 34)), result.hits().getFirst().highlights());
        assertEquals("“negotiation skills”", world.find(anna, "“negotation skills”").suggestion());
    }

    @Test
    void accentsAndCaseDoNotCount() {
        world.said(world.annasEnrolment, "Zoë went to the CAFÉ");
        world.started();
        assertEquals(1, world.find(anna, "zoe cafe").total());
        assertEquals(1, world.find(anna, "ZOË café").total());
    }

    @Test
    void tagsNotesSessionsAndUnitsAreFoundToo() {
        String session = world.session(world.annasEnrolment);
        String recording = world.saidIn(session, "I wrote the plan");
        String transcript = world.transcripts.get(recording).id();
        String criterion = world.rows.criterion(world.unit, "1.2");
        world.rows.tag(transcript, criterion, world.anna, "active");
        world.sql(
                "UPDATE session SET notes = 'Portfolio seen', place = 'Room 4' WHERE id = ?",
                session);
        world.started();
        Hit tag = hit("because");
        assertEquals("tag", tag.kind());
        assertEquals("1.2", tag.criterion());
        assertEquals("I wrote — because — 1.2 Criterion 1.2", tag.text());
        assertEquals(0.0, tag.start());
        assertEquals(1, tag.word());
        assertEquals("note", hit("portfolio").kind());
        assertEquals("session", hit("room").kind());
        assertEquals("unit", hit("plan events kind").kind().replace("session", "unit"));
        assertEquals("Weld pipes", hit("weld").title());
    }

    private Hit hit(String text) {
        SearchResult result = world.find(anna, text.replace(" kind", ""));
        assertFalse(result.hits().isEmpty(), text);
        return result.hits().getFirst();
    }

    @Test
    void facetsCountAndNarrow() {
        String session = world.session(world.annasEnrolment);
        String recording = world.saidIn(session, "I wrote a budget", "which budget");
        world.rows.tag(
                world.transcripts.get(recording).id(),
                world.rows.criterion(world.unit, "1.2"),
                world.anna,
                "active");
        String october = world.said(world.bensEnrolment, "another budget");
        world.sql(
                """
                UPDATE session SET date = '2026-10-05', method = 'oral-questioning'
                WHERE id = (SELECT session_id FROM recording WHERE id = ?)
                """,
                october);
        world.started();
        SearchResult all = world.find(world.eqa(), "budget");
        assertEquals(3, all.total());
        assertEquals(
                List.of(
                        new FacetValue(world.lena, "Lena Learner", 2),
                        new FacetValue(world.liam, "Liam Learner", 1)),
                all.facets().get(FacetName.LEARNER));
        assertEquals(
                List.of(
                        new FacetValue("2026-11", "November 2026", 2),
                        new FacetValue("2026-10", "October 2026", 1)),
                all.facets().get(FacetName.DATE));
        assertEquals(
                List.of("1.2 Criterion 1.2"),
                all.facets().get(FacetName.CRITERION).stream().map(FacetValue::label).toList());
        SearchResult oral = narrowed("budget", FacetName.METHOD, "oral-questioning");
        assertEquals(1, oral.total());
        assertEquals(2, oral.facets().get(FacetName.METHOD).size(), "the others stay on offer");
        assertEquals(1, oral.facets().get(FacetName.LEARNER).size());
        assertEquals("Oral questioning", oral.facets().get(FacetName.METHOD).getLast().label());
        assertEquals(0, narrowed("budget", FacetName.LEARNER, "nobody").total());
    }

    private SearchResult narrowed(String text, FacetName facet, String value) {
        return world.searches.search(
                world.eqa(), new SearchQuery(text, Map.of(facet, value), null, null, 1));
    }

    @Test
    void datesNarrowToTheDay() {
        world.said(world.annasEnrolment, "a budget");
        world.started();
        LocalDate day = LocalDate.parse("2026-11-23");
        assertEquals(1, between(day, day));
        assertEquals(1, between(null, day));
        assertEquals(0, between(day.plusDays(1), null));
        assertEquals(0, between(null, day.minusDays(1)));
    }

    private int between(LocalDate from, LocalDate to) {
        return world.searches
                .search(anna, new SearchQuery("budget", Map.of(), from, to, 1))
                .total();
    }

    @Test
    void nothingTypedFindsEverythingTheNewestFirst() {
        world.said(world.annasEnrolment, "old words");
        world.sql("UPDATE session SET date = '2025-01-01'");
        world.said(world.annasEnrolment, "new words");
        world.started();
        List<Hit> hits = world.find(anna, " ").hits();
        assertEquals("2026-11-23", hits.getFirst().date());
        assertEquals(hits, world.find(anna, "*").hits());
        assertTrue(hits.stream().anyMatch(hit -> hit.kind().equals("unit")));
    }

    @Test
    void pagesDivideTheHits() {
        world.said(
                world.annasEnrolment,
                Stream.generate(() -> "the same budget").limit(45).toArray(String[]::new));
        world.started();
        List<String> ids =
                Stream.of(1, 2, 3)
                        .map(page -> SearchQuery.of("budget").withPage(page))
                        .flatMap(query -> world.searches.search(anna, query).hits().stream())
                        .map(Hit::id)
                        .distinct()
                        .toList();
        assertEquals(45, ids.size());
        SearchResult beyond = world.searches.search(anna, SearchQuery.of("budget").withPage(4));
        assertEquals(List.of(), beyond.hits());
        assertEquals(3, beyond.pages());
    }

    @Test
    void whateverIsTypedGetsAnAnswer() {
        world.said(world.annasEnrolment, "a budget");
        world.started();
        String bombs = "a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p* q* r* s* t* u* v* w* ";
        for (String hostile :
                List.of(
                        "((((",
                        "*",
                        "**",
                        "\"",
                        "\"\"",
                        "\"".repeat(1000),
                        "\0",
                        "budget\0",
                        "-budget",
                        "+|()~\\",
                        "text:budget",
                        "_x:*",
                        bombs.repeat(8),
                        "x".repeat(1000),
                        "\ud83d",
                        "🎉",
                        "مرحبا",
                        "\u202ebudget",
                        "a\\",
                        "budget~9",
                        "[a TO z]")) {
            assertNotNull(world.find(anna, hostile), hostile);
        }
        assertThrows(Problem.TooLarge.class, () -> SearchQuery.of("x".repeat(100_000)));
        assertThrows(Problem.TooLarge.class, () -> world.find(anna, "a ".repeat(499)));
    }

    @Test
    void anEmptyCentreHasNothingToFind() {
        for (String table : List.of("enrolment", "criterion", "learning_outcome", "unit")) {
            world.sql("DELETE FROM " + table);
        }
        world.started();
        SearchResult result = world.find(anna, "anything");
        assertEquals(0, result.total());
        assertEquals(FacetName.values().length, result.facets().size());
        assertEquals(0, world.find(anna, "").total());
    }

    @Test
    void whatWasSaidComesBeforeWhatIsPublished() {
        world.said(
                world.annasEnrolment,
                "And in the end, after a long day with many people and much talk, we plan events.");
        world.started();
        List<String> kinds =
                world.find(anna, "plan events").hits().stream().map(Hit::kind).toList();
        assertEquals("transcript", kinds.getFirst());
        assertTrue(kinds.contains("unit"), kinds.toString());
    }
}
