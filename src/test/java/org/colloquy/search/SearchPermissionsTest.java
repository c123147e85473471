package org.colloquy.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.colloquy.search.SearchResult.FacetValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person may not see changes nothing that they get. */
class SearchPermissionsTest {
    @TempDir Path data;
    private World world;

    @BeforeEach
    void open() {
        world = new World(data);
        world.said(world.annasEnrolment, "the budget of Lena");
        world.said(world.bensEnrolment, "the budget and the negotiation of Liam");
        world.started();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anAssessorFindsAndCountsOnlyWhatTheyAssess() {
        SearchResult result = world.find(world.annaSigned(), "budget");
        assertEquals(List.of("the budget of Lena"), result.hits().stream().map(Hit::text).toList());
        assertEquals(1, result.total());
        assertEquals(
                List.of(new FacetValue(world.lena, "Lena Learner", 1)),
                result.facets().get(FacetName.LEARNER));
        assertEquals(
                List.of(new FacetValue(world.anna, "Anna Assessor", 1)),
                result.facets().get(FacetName.ASSESSOR));
    }

    @Test
    void choosingWhatIsHiddenFindsNothing() {
        SearchResult result =
                world.searches.search(
                        world.annaSigned(),
                        new SearchQuery(
                                "budget", Map.of(FacetName.LEARNER, world.liam), null, null, 1));
        assertEquals(0, result.total());
        assertFalse(
                result.facets().get(FacetName.LEARNER).stream()
                        .anyMatch(value -> value.value().equals(world.liam)));
    }

    @Test
    void aSuggestionDoesNotTellHiddenWords() {
        SearchResult anna = world.find(world.annaSigned(), "negotation");
        assertEquals(0, anna.total());
        assertNull(anna.suggestion());
        assertEquals("negotiation", world.find(world.benSigned(), "negotation").suggestion());
        assertEquals(0, world.find(world.annaSigned(), "negot*").total());
        assertEquals(0, world.find(world.annaSigned(), "negot").total());
    }

    @Test
    void aLearnerFindsOnlyTheirOwn() {
        SearchResult result = world.find(world.lenaSigned(), "");
        assertTrue(
                result.hits().stream()
                        .allMatch(
                                hit ->
                                        world.annasEnrolment.equals(hit.enrolment())
                                                || world.unit.equals(hit.unit())));
        assertEquals(0, world.find(world.lenaSigned(), "weld").total());
        assertTrue(world.find(world.annaSigned(), "weld").total() > 0, "staff see every unit");
    }

    @Test
    void anInternalQualityAssurerFindsWhatTheyQualityAssure() {
        String iqa = world.rows.person("Ines", "iqa");
        Viewer ines = new Viewer(iqa, "Ines", EnumSet.of(Role.IQA));
        assertEquals(0, world.find(ines, "budget").total());
        world.sql("UPDATE enrolment SET iqa_id = ? WHERE id = ?", iqa, world.bensEnrolment);
        assertEquals(1, world.find(ines, "budget").total(), "at once, without the index changing");
    }

    @Test
    void administratorsAndExternalQualityAssurersFindEverything() {
        assertEquals(2, world.find(world.eqa(), "budget").total());
        Viewer administrator = new Viewer("x", "Ada", EnumSet.of(Role.ADMINISTRATOR));
        assertEquals(2, world.find(administrator, "budget").total());
    }

    @Test
    void ofASessionWithheldFromThemQualityAssurersFindOnlyThatThereIsOne() {
        String iqa = world.rows.person("Ines", "iqa");
        Viewer ines = new Viewer(iqa, "Ines", EnumSet.of(Role.IQA));
        world.sql("UPDATE enrolment SET iqa_id = ? WHERE id = ?", iqa, world.bensEnrolment);
        world.sql(
                "UPDATE session SET notes = 'negotiated hard' WHERE enrolment_id = ?",
                world.bensEnrolment);
        world.indexer.anythingChanged();
        world.indexed();
        assertEquals(2, world.find(ines, "negotiat*").total());
        int sessions = world.find(ines, "Liam").total();
        world.sql(
                """
                INSERT INTO consent (id, session_id, person_name, person_role, scope, basis, how,
                    notice_version, given_at, recorded_by, recorded_at, withdrawn_at, withdrawn_by,
                    withdrawn_how, withdrawn_note)
                SELECT 'c', id, 'Liam', 'learner', 'verify', 'consent', 'spoken', 0, 1, ?, 1, 2, ?,
                    'spoken', '' FROM session WHERE enrolment_id = ?
                """,
                world.ben,
                world.ben,
                world.bensEnrolment);
        for (Viewer viewer : List.of(ines, world.eqa())) {
            assertEquals(0, world.find(viewer, "negotiat*").total());
            assertNull(world.find(viewer, "negotation").suggestion());
            SearchResult listed = world.find(viewer, "Liam");
            assertEquals(
                    List.of("session"), listed.hits().stream().map(Hit::kind).distinct().toList());
            assertEquals(1, listed.total());
            assertEquals(
                    List.of(new FacetValue("session", "Sessions", 1)),
                    listed.facets().get(FacetName.KIND));
        }
        assertEquals(2, sessions, "what was said and that there was a session");
        assertEquals(1, world.find(world.eqa(), "budget").total(), "other sessions as before");
        assertEquals(2, world.find(world.benSigned(), "negotiat*").total());
        Viewer both = new Viewer(world.ben, "Ben", EnumSet.of(Role.ASSESSOR, Role.EQA));
        assertEquals(2, world.find(both, "negotiat*").total(), "who assesses sees it");
    }

    @Test
    void whoHasNoRoleFindsNothingOfEnrolments() {
        Viewer nobody = new Viewer(world.anna, "Anna", EnumSet.noneOf(Role.class));
        assertEquals(0, world.find(nobody, "").total());
    }
}
