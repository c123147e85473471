package org.colloquy.durability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.colloquy.common.Json;
import tools.jackson.databind.JsonNode;

/** The server as somebody who is signed in talks to it. */
final class Api {
    /** Far more than any answer here takes: a server that hangs must not hang the proof. */
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    /** The server is gone: nobody knows whether it did what it was asked. */
    static final class NoAnswer extends IOException {
        private static final long serialVersionUID = 1;

        NoAnswer(IOException cause) {
            super("No answer: " + cause, cause);
        }
    }

    /** What came back. */
    record Answer(int status, byte[] body) {
        JsonNode json() {
            return Json.mapper().readTree(text());
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /**
         * @throws AssertionError where it is a refusal
         */
        Answer expect(int... statuses) {
            for (int each : statuses) {
                if (each == status) {
                    return this;
                }
            }
            throw new AssertionError("The server answered " + status + ": " + text());
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;

    Api(String address, String token) {
        this.address = address;
        this.token = token;
    }

    Answer get(String path) throws NoAnswer, InterruptedException {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    Answer post(String path, Object body) throws NoAnswer, InterruptedException {
        return send(
                "POST",
                path,
                BodyPublishers.ofString(Json.write(body)),
                Map.of("Content-Type", "application/json"));
    }

    /** Sends a piece as the page does. */
    Answer put(String recordingId, Piece piece) throws NoAnswer, InterruptedException {
        return send(
                "PUT",
                "/api/recordings/" + recordingId + "/chunks/" + piece.number(),
                BodyPublishers.ofByteArray(piece.bytes()),
                Map.of(
                        "Content-Type",
                        "application/octet-stream",
                        "X-Content-SHA-256",
                        piece.sha256(),
                        "X-Part",
                        Integer.toString(piece.part())));
    }

    private Answer send(String method, String path, BodyPublisher body, Map<String, String> headers)
            throws NoAnswer, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(AT_MOST)
                        .header("Cookie", "colloquy_sign_in=" + token)
                        .method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException gone) {
            throw new NoAnswer(gone);
        }
    }
}
