package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.SettableClock;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleRoutesTest {
    private final SettableClock clock = SettableClock.atTen();
    @TempDir Path data;

    private static Map<String, Object> person(String name, String email, String role) {
        Map<String, Object> person = new HashMap<>();
        person.put("name", name);
        person.put("email", email);
        person.put("learnerNumber", null);
        person.put("roles", List.of(role));
        person.put("password", "a long password");
        person.put("disabled", false);
        return person;
    }

    private static Map<String, Object> setUp(String key) {
        return Map.of(
                "key", key,
                "centre", Map.of("name", "Hill College", "timeZone", "Europe/London"),
                "account",
                        Map.of(
                                "name", "Ann Head",
                                "email", "Ann@Hill.example",
                                "password", "a long password"));
    }

    @Test
    void setsTheCentreUpOnceAndOnlyWithTheKey() {
        try (TestServer server = TestServer.fresh(data, clock)) {
            Client client = server.anyone();
            assertTrue(client.get("/api/setup").json().get("needed").asBoolean());
            assertEquals(403, client.post("/api/setup", setUp("wrong")).status());
            String key = server.application().setupKey().value();
            Answer answer = client.post("/api/setup", setUp(key));
            assertEquals(201, answer.status(), answer.body());
            assertEquals(
                    "Ann Head", client.get("/api/me").json().get("person").get("name").asString());
            assertEquals(409, server.anyone().post("/api/setup", setUp(key)).status());
            assertFalse(client.get("/api/setup").json().get("needed").asBoolean());
        }
    }

    @Test
    void theCookieIsKeptFromScriptsAndOtherSites() {
        try (TestServer server = TestServer.withPeople(data, clock)) {
            Answer answer =
                    server.anyone()
                            .post(
                                    "/api/sign-in",
                                    Map.of(
                                            "email", "iqa@test.example",
                                            "password", "correct horse battery"));
            String cookie = answer.headers().get("set-cookie").getFirst();
            assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        }
    }

    @Test
    void signsOutAndAfterTwelveIdleHoursByItself() {
        try (TestServer server = TestServer.withPeople(data, clock)) {
            Client one = server.as(Role.IQA);
            Client two = server.as(Role.IQA);
            assertEquals(204, one.post("/api/sign-out", Map.of()).status());
            assertEquals(401, one.get("/api/me").status());
            clock.advance(Duration.ofHours(11));
            assertEquals(200, two.get("/api/me").status());
            clock.advance(Duration.ofHours(11));
            assertEquals(200, two.get("/api/me").status());
            clock.advance(Duration.ofHours(13));
            assertEquals(401, two.get("/api/me").status());
        }
    }

    @Test
    void limitsTriesOnOneAccountAndLetsInAgainLater() {
        try (TestServer server = TestServer.withPeople(data, clock)) {
            Client client = server.anyone();
            Map<String, String> wrong =
                    Map.of("email", "eqa@test.example", "password", "wrong wrong wrong");
            Map<String, String> right =
                    Map.of("email", "eqa@test.example", "password", "correct horse battery");
            for (int i = 0; i < 5; i++) {
                assertEquals(401, client.post("/api/sign-in", wrong).status());
            }
            Answer blocked = client.post("/api/sign-in", right);
            assertEquals(429, blocked.status());
            assertTrue(blocked.headers().containsKey("retry-after"));
            assertEquals(200, server.as(Role.IQA).get("/api/me").status());
            clock.advance(Duration.ofMinutes(16));
            assertEquals(200, client.post("/api/sign-in", right).status());
        }
    }

    @Test
    void doesNotTellWhichAccountsExist() {
        try (TestServer server = TestServer.withPeople(data, clock)) {
            String known =
                    server.anyone()
                            .post(
                                    "/api/sign-in",
                                    Map.of("email", "iqa@test.example", "password", "x"))
                            .body();
            String unknown =
                    server.anyone()
                            .post(
                                    "/api/sign-in",
                                    Map.of("email", "no@test.example", "password", "x"))
                            .body();
            assertEquals(known, unknown);
        }
    }

    @Test
    void assessorsAddLearnersAndNobodyElse() {
        try (TestServer server = TestServer.withPeople(data, clock)) {
            Client assessor = server.as(Role.ASSESSOR);
            assertEquals(
                    201,
                    assessor.post("/api/people", person("Li", "li@test.example", "learner"))
                            .status());
            assertEquals(
                    403,
                    assessor.post("/api/people", person("Bo", "bo@test.example", "iqa")).status());
            assertEquals(
                    403,
                    server.as(Role.LEARNER)
                            .post("/api/people", person("Bo", "bo@test.example", "learner"))
                            .status());
            Answer twice =
                    server.as(Role.ADMINISTRATOR)
                            .post("/api/people", person("Lo", "LI@test.example", "learner"));
            assertEquals(409, twice.status(), twice.body());
        }
    }

    @Test
    void theLastAdministratorCannotBeTakenAway() {
        try (TestServer server = TestServer.withPeople(data, clock)) {
            String id = server.person(Role.ADMINISTRATOR).id();
            Client administrator = server.as(Role.ADMINISTRATOR);
            Answer answer =
                    administrator.put(
                            "/api/people/" + id,
                            person("The admin", "administrator@test.example", "assessor"));
            assertEquals(409, answer.status(), answer.body());
            assertEquals(200, administrator.get("/api/me").status());
        }
    }

    @Test
    void whoIsDisabledIsOutAtOnce() {
        try (TestServer server = TestServer.withPeople(data, clock)) {
            Client eqa = server.as(Role.EQA);
            Map<String, Object> change = person("The eqa", "eqa@test.example", "eqa");
            change.put("disabled", true);
            change.put("password", null);
            server.as(Role.ADMINISTRATOR)
                    .put("/api/people/" + server.person(Role.EQA).id(), change);
            assertEquals(401, eqa.get("/api/me").status());
        }
    }

    @Test
    void changesOnesOwnPassword() {
        try (TestServer server = TestServer.withPeople(data, clock)) {
            Client one = server.as(Role.IQA);
            Client elsewhere = server.as(Role.IQA);
            Map<String, String> wrong = Map.of("old", "no", "new", "another password");
            assertEquals(403, one.post("/api/me/password", wrong).status());
            Map<String, String> change =
                    Map.of("old", "correct horse battery", "new", "another password");
            assertEquals(204, one.post("/api/me/password", change).status());
            assertEquals(200, one.get("/api/me").status());
            assertEquals(401, elsewhere.get("/api/me").status());
            server.signedIn("iqa@test.example", "another password");
        }
    }

    @Test
    void refusesWhatComesFromAnotherSiteOrUnderAnotherName() {
        try (TestServer server = TestServer.withPeople(data, clock)) {
            Client iqa = server.as(Role.IQA);
            for (Map<String, String> headers :
                    List.of(
                            Map.of("Sec-Fetch-Site", "cross-site"),
                            Map.of("Sec-Fetch-Site", "same-site"),
                            Map.of("Origin", "https://evil.example"),
                            Map.of("Origin", "null"))) {
                Answer answer = iqa.send("POST", "/api/sign-out", BodyPublishers.noBody(), headers);
                assertEquals(403, answer.status(), headers.toString());
            }
            assertEquals(200, iqa.get("/api/me").status());
        }
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        try (TestServer server = TestServer.withPeople(data, clock)) {
            Client client = server.anyone();
            assertEquals(
                    "“password” is missing.",
                    client.post("/api/sign-in", Map.of("email", "x")).message());
            Answer huge =
                    client.post(
                            "/api/sign-in", Map.of("email", "x".repeat(5 << 20), "password", "x"));
            assertEquals(413, huge.status(), huge.body());
            Map<String, Object> nameless = person("  ", "n@test.example", "learner");
            assertEquals(
                    "A name needs 1 to 200 characters.",
                    server.as(Role.ADMINISTRATOR).post("/api/people", nameless).message());
            Map<String, Object> noRole = person("N", "n@test.example", "king");
            Answer answer = server.as(Role.ADMINISTRATOR).post("/api/people", noRole);
            assertEquals(400, answer.status(), answer.body());
        }
    }

    @Test
    void anAdministratorGivesRightsAndWhoSetsTheCentreUpHasThem() {
        try (TestServer server = TestServer.fresh(data, clock)) {
            Client first = server.anyone();
            Answer made = first.post("/api/setup", setUp(server.application().setupKey().value()));
            assertEquals(201, made.status(), made.body());
            assertEquals("redactions", made.json().get("person").get("rights").get(0).asString());
            Map<String, Object> other = person("Bo Both", "bo@hill.example", "assessor");
            Answer created = first.post("/api/people", other);
            assertEquals(0, created.json().get("rights").size());
            String one = "/api/people/" + created.json().get("id").asString();
            other.put("rights", List.of("redactions"));
            assertEquals(1, first.put(one, other).json().get("rights").size());
            other.remove("rights");
            assertEquals(1, first.put(one, other).json().get("rights").size());
            other.put("rights", List.of());
            assertEquals(0, first.put(one, other).json().get("rights").size());
            other.put("rights", List.of("everything"));
            assertEquals(400, first.put(one, other).status());
            Client assessor = server.signedIn("bo@hill.example", "a long password");
            Map<String, Object> learner = person("Lee Learner", "lee@hill.example", "learner");
            learner.put("rights", List.of("redactions"));
            assertEquals(403, assessor.post("/api/people", learner).status());
        }
    }
}
