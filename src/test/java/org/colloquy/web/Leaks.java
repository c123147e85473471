package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;

/** Looks for something that is hidden behind every route that only reads. */
record Leaks(Talk talk, String recording, String transcript) {
    /** The addresses whose answers have it. */
    List<String> of(Client client, Pattern hidden) {
        List<String> found = new ArrayList<>();
        for (Routes.Route route : talk.server.application().routes().all()) {
            if (route.method() != HandlerType.GET) {
                continue;
            }
            String path = addressOf(route.path());
            for (String query : queries(path)) {
                Answer answer = client.get(path + query);
                assertNotEquals(500, answer.status(), path + query + answer.body());
                if (hidden.matcher(answer.body()).find()) {
                    found.add(path + query);
                }
            }
        }
        return found;
    }

    private static List<String> queries(String path) {
        return path.matches("/api/(search|passages)")
                ? List.of("", "?q=rang%20clinic", "?q=names")
                : path.endsWith("/history") ? List.of("", "?after=0") : List.of("");
    }

    private String addressOf(String path) {
        Map<String, String> ids =
                Map.of(
                        "recordings", recording,
                        "transcripts", transcript,
                        "sessions", talk.session,
                        "enrolments", talk.enrolment,
                        "units", talk.unit);
        return path.replace("{id}", ids.getOrDefault(path.split("/")[2], "1"))
                .replaceAll("\\{[^}]+}", "1");
    }
}
