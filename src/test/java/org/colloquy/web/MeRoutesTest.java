package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colloquy.SettableClock;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeRoutesTest {
    private static final String PATH = "/api/me/keys";

    @TempDir Path data;

    @Test
    void everybodyKeepsTheirOwnKeys() {
        try (TestServer server = TestServer.withPeople(data, SettableClock.atTen())) {
            Client assessor = server.as(Role.ASSESSOR);
            assertEquals("{}", assessor.get(PATH).body());
            Map<String, List<String>> chosen =
                    Map.of(
                            "play",
                            List.of("F9", "g p"),
                            "tag",
                            List.of(),
                            "help",
                            List.of("Ctrl+ü"));
            Answer saved = assessor.put(PATH, chosen);
            assertEquals(200, saved.status(), saved.body());
            assertEquals(saved.json(), assessor.get(PATH).json());
            assertEquals("g p", saved.json().get("play").get(1).asString());
            assertEquals(0, saved.json().get("tag").size());
            assertEquals(saved.json(), assessor.put(PATH, chosen).json());
            assertEquals("{}", server.as(Role.LEARNER).get(PATH).body());
            assertEquals("{}", assessor.put(PATH, Map.of()).body());
            assertEquals(401, server.anyone().get(PATH).status());
        }
    }

    @Test
    void whatIsNoKeyIsRefusedAndChangesNothing() {
        try (TestServer server = TestServer.withPeople(data, SettableClock.atTen())) {
            Client learner = server.as(Role.LEARNER);
            learner.put(PATH, Map.of("play", List.of("F9")));
            List<Object> wrong =
                    List.of(
                            Map.of("no command", List.of("a")),
                            Map.of("a".repeat(61), List.of("a")),
                            Map.of("play", List.of("")),
                            Map.of("play", List.of("a\nb")),
                            Map.of("play", List.of("a b c d")),
                            Map.of("play", List.of("a".repeat(41))),
                            Map.of("play", Collections.nCopies(13, "a")),
                            Map.of("play", Collections.singletonList(null)),
                            Collections.singletonMap("play", null),
                            Map.of("play", "a"),
                            List.of("play"),
                            IntStream.range(0, 301)
                                    .boxed()
                                    .collect(Collectors.toMap(n -> "c" + n, n -> List.of("a"))));
            for (Object body : wrong) {
                Answer refused = learner.put(PATH, body);
                assertEquals(400, refused.status(), body + ": " + refused.body());
                assertTrue(refused.message().endsWith("."), refused.message());
            }
            assertEquals("F9", learner.get(PATH).json().get("play").get(0).asString());
        }
    }
}
