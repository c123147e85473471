package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.colloquy.SettableClock;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossaryRoutesTest {
    @TempDir Path data;

    @Test
    void assessorsWriteTheGlossaryAndEverybodyReadsIt() {
        try (TestServer server = TestServer.withPeople(data, SettableClock.atTen())) {
            Client assessor = server.as(Role.ASSESSOR);
            Answer saved =
                    assessor.put("/api/glossary", Map.of("terms", List.of("RIDDOR", "COSHH")));
            assertEquals(200, saved.status(), saved.body());
            Answer read = server.as(Role.IQA).get("/api/glossary");
            assertEquals(saved.json(), read.json());
            assertEquals("COSHH", read.json().get("terms").get(1).asString());
            assertEquals("2026-11-23T10:00:00Z", read.json().get("changedAt").asString());
            Answer late =
                    assessor.put(
                            "/api/glossary",
                            Map.of("terms", List.of("MARAC"), "seen", "2026-11-22T10:00:00Z"));
            assertEquals(409, late.status(), late.body());
            String seen = read.json().get("changedAt").asString();
            Answer next =
                    assessor.put("/api/glossary", Map.of("terms", List.of("MARAC"), "seen", seen));
            assertEquals(200, next.status(), next.body());
            Client learner = server.as(Role.LEARNER);
            assertEquals(403, learner.put("/api/glossary", Map.of("terms", List.of())).status());
            Answer refused = assessor.put("/api/glossary", Map.of("terms", List.of("!!")));
            assertEquals(400, refused.status());
            assertTrue(refused.message().contains("“!!”"), refused.message());
            assertEquals(400, assessor.put("/api/glossary", Map.of()).status());
        }
    }

    @Test
    void aSessionsVocabularyHasUnitNamesAndGlossary() {
        try (Talk talk = new Talk(data)) {
            Client assessor = talk.server.as(Role.ASSESSOR);
            assessor.put("/api/glossary", Map.of("terms", List.of("RIDDOR")));
            String session = talk.server.application().recordings().get(talk.recording).sessionId();
            String path = "/api/sessions/" + session + "/vocabulary";
            Answer vocabulary = assessor.get(path);
            assertEquals(200, vocabulary.status(), vocabulary.body());
            assertEquals("RIDDOR", vocabulary.json().get("glossary").get(0).asString());
            assertTrue(vocabulary.json().get("names").size() >= 2, vocabulary.body());
            assertEquals(404, talk.stranger().get(path).status());
        }
    }
}
