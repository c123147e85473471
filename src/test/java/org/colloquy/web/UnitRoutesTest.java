package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.colloquy.SettableClock;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class UnitRoutesTest {
    private static final String TEXT = "Unit title: A\nLevel: 2\n1 Know b\n1.1 Say b\n1.2 Show b\n";
    @TempDir Path data;

    private static Answer preview(Client client, byte[] body) {
        return client.send(
                "POST",
                "/api/units/preview",
                BodyPublishers.ofByteArray(body),
                Map.of("Content-Type", "application/octet-stream", "X-File-Name", "my%20unit.txt"));
    }

    @Test
    void previewsSavesListsAndReplacesAUnit() {
        try (TestServer server = TestServer.withPeople(data, SettableClock.atTen())) {
            Client assessor = server.as(Role.ASSESSOR);
            Answer preview =
                    preview(assessor, TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertEquals(200, preview.status(), preview.body());
            assertEquals(6, preview.json().get("lines").size());
            JsonNode draft = preview.json().get("draft");
            assertEquals(0, assessor.get("/api/units").json().size(), "a preview saves nothing");

            Answer saved = assessor.post("/api/units", draft);
            assertEquals(201, saved.status(), saved.body());
            String path = "/api/units/" + saved.json().get("id").asString();
            assertEquals(
                    "Show b",
                    assessor.get(path)
                            .json()
                            .get("outcomes")
                            .get(0)
                            .get("criteria")
                            .get(1)
                            .get("text")
                            .asString());
            assertEquals(200, assessor.put(path, draft).status());
            assertEquals(2, assessor.get("/api/units").json().get(0).get("criterionCount").asInt());
            assertEquals(404, server.as(Role.LEARNER).get(path).status());
            assertEquals(403, server.as(Role.LEARNER).post("/api/units", draft).status());
            assertEquals(200, server.as(Role.IQA).get(path).status());
        }
    }

    @Test
    void answersASentenceForWhatIsNoUnit() {
        try (TestServer server = TestServer.withPeople(data, SettableClock.atTen())) {
            Client assessor = server.as(Role.ASSESSOR);
            Answer binary = preview(assessor, new byte[] {'P', 'K', 3, 4, 0});
            assertEquals(400, binary.status());
            assertTrue(binary.message().startsWith("my unit.txt is not text"), binary.message());
            assertEquals(413, preview(assessor, new byte[(1 << 20) + 1]).status());
            assertEquals(400, assessor.post("/api/units", Map.of("title", "x")).status());
        }
    }
}
