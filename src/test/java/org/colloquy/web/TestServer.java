package org.colloquy.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.colloquy.Application;
import org.colloquy.common.Json;
import org.colloquy.people.Centre;
import org.colloquy.people.Person;
import org.colloquy.people.PersonDetails;
import org.colloquy.people.Role;
import org.colloquy.settings.Settings;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.JsonNode;

/** The whole application on a free port of this machine, with one person of each role. */
public final class TestServer implements AutoCloseable {
    private static final String PASSWORD = "correct horse battery";

    private final Application application;
    private final WebServer server;

    private TestServer(Path data, Clock clock) {
        this(Map.of("data", data.toString(), "port", "0"), clock);
    }

    private TestServer(Map<String, String> options, Clock clock) {
        Settings settings = Settings.read(options, Map.of(), Map.of());
        application = Application.open(settings, clock);
        server = application.serve();
    }

    /** A server whose centre nobody has set up yet. */
    public static TestServer fresh(Path data, Clock clock) {
        return new TestServer(data, clock);
    }

    /** A server with a centre and the people ADMINISTRATOR, ASSESSOR, LEARNER, IQA and EQA. */
    public static TestServer withPeople(Path data, Clock clock) {
        return withPeople(new TestServer(data, clock), data);
    }

    /** As {@link #withPeople}, and files arrive in that folder. */
    public static TestServer watching(Path data, Path watch, Clock clock) {
        return withPeople(
                new TestServer(
                        Map.of("data", data.toString(), "port", "0", "watch", watch.toString()),
                        clock),
                data);
    }

    private static TestServer withPeople(TestServer server, Path data) {
        List<PersonDetails> people =
                List.of(Role.values()).stream().map(TestServer::personOf).toList();
        server.application
                .people()
                .setUp(new Centre("Test centre", null, "Europe/London", false), people);
        givePasswordToAll(data);
        return server;
    }

    private static PersonDetails personOf(Role role) {
        return new PersonDetails(
                "The " + role,
                role + "@test.example",
                null,
                List.of(role),
                role == Role.ADMINISTRATOR ? PASSWORD : null,
                false);
    }

    /** One hash for all: making one takes long, which is what it is for. */
    private static void givePasswordToAll(Path data) {
        Jdbi.create("jdbc:sqlite:" + data.resolve("colloquy.db"))
                .useHandle(
                        handle ->
                                handle.execute(
                                        """
                                        UPDATE person SET password_hash =
                                            (SELECT MAX(password_hash) FROM person)
                                        """));
    }

    public Application application() {
        return application;
    }

    public String address() {
        return "http://localhost:" + server.port();
    }

    WebServer webServer() {
        return server;
    }

    /** The person that {@link #withPeople} made for that role. */
    public Person person(Role role) {
        return application.people().list(role).stream()
                .filter(person -> (role + "@test.example").equals(person.email()))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody who is not signed in. */
    public Client anyone() {
        return new Client(address());
    }

    /** The person of that role, signed in. */
    public Client as(Role role) {
        return new Client(address(), application.signIns().open(person(role)));
    }

    public Client signedIn(String email, String password) {
        Client client = anyone();
        Answer answer = client.post("/api/sign-in", Map.of("email", email, "password", password));
        if (answer.status() != 200) {
            throw new AssertionError("Sign-in failed: " + answer);
        }
        return client;
    }

    @Override
    public void close() {
        server.close();
        application.close();
    }

    /** What the server answered. */
    public record Answer(int status, String body, Map<String, List<String>> headers) {
        public JsonNode json() {
            return Json.mapper().readTree(body);
        }

        /** The sentence of a failure. */
        public String message() {
            return json().get("message").asString();
        }
    }

    /** A program that talks to the server and keeps its cookies. */
    public static final class Client {
        private final String address;
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

        Client(String address) {
            this.address = address;
        }

        Client(String address, String token) {
            this(address);
            try {
                cookies.put(
                        URI.create(address),
                        Map.of(
                                "Set-Cookie",
                                List.of(Doorkeeper.COOKIE + "=" + token + "; Path=/")));
            } catch (IOException impossible) {
                throw new AssertionError("A cookie store in memory failed", impossible);
            }
        }

        public Answer get(String path) {
            return send("GET", path, BodyPublishers.noBody(), Map.of());
        }

        /** What is no text: the body as it comes. */
        public HttpResponse<byte[]> bytes(String path, Map<String, String> headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
            headers.forEach(request::header);
            try {
                return http.send(request.build(), BodyHandlers.ofByteArray());
            } catch (IOException | InterruptedException failed) {
                throw new AssertionError(path + " got no answer", failed);
            }
        }

        public Answer post(String path, Object body) {
            return send("POST", path, BodyPublishers.ofString(Json.write(body)), Map.of());
        }

        public Answer put(String path, Object body) {
            return send("PUT", path, BodyPublishers.ofString(Json.write(body)), Map.of());
        }

        public Answer delete(String path) {
            return send("DELETE", path, BodyPublishers.noBody(), Map.of());
        }

        public Answer send(
                String method,
                String path,
                HttpRequest.BodyPublisher body,
                Map<String, String> headers) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
            headers.forEach(request::header);
            try {
                HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.body(), response.headers().map());
            } catch (IOException | InterruptedException failed) {
                throw new AssertionError(method + " " + path + " got no answer", failed);
            }
        }
    }
}
