package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.HandlerType;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteRolesTest {
    /** What anyone may call; a new one here is a decision. */
    private static final Set<String> OPEN =
            Set.of(
                    "GET /api/setup",
                    "POST /api/setup",
                    "POST /api/setup/sample",
                    "POST /api/sign-in",
                    "POST /api/sign-out",
                    "GET /api/openapi.yaml",
                    "GET /api/*");

    @TempDir Path data;

    @Test
    void everyRouteOfTheRunningServerNamesWhoMayCallIt() {
        try (TestServer server = TestServer.fresh(data, SettableClock.atTen())) {
            List<ParsedEndpoint> endpoints =
                    server.webServer().javalin().unsafe.internalRouter.allHttpHandlers();
            assertFalse(endpoints.isEmpty());
            for (ParsedEndpoint parsed : endpoints) {
                HandlerType method = parsed.endpoint.method;
                if (method == HandlerType.BEFORE || method == HandlerType.AFTER) {
                    continue;
                }
                Roles roles = parsed.endpoint.metadata(Roles.class);
                String route = method.name() + " " + parsed.endpoint.path;
                if (method == HandlerType.WEBSOCKET_BEFORE_UPGRADE) {
                    assertTrue(
                            socketCallers(server, parsed.endpoint.path) > 0,
                            route + " names nobody who may call it");
                    continue;
                }
                assertTrue(
                        roles != null && !roles.getRoles().isEmpty(),
                        route + " names nobody who may call it");
            }
        }
    }

    private static long socketCallers(TestServer server, String path) {
        return server.application().routes().sockets().stream()
                .filter(socket -> socket.path().equals(path))
                .flatMap(socket -> socket.callers().stream())
                .filter(caller -> caller != Caller.ANYONE)
                .count();
    }

    @Test
    void onlyTheseRoutesAreOpenToAnyone() {
        try (TestServer server = TestServer.fresh(data, SettableClock.atTen())) {
            Set<String> open =
                    server.webServer().javalin().unsafe.internalRouter.allHttpHandlers().stream()
                            .filter(
                                    parsed -> {
                                        Roles roles = parsed.endpoint.metadata(Roles.class);
                                        return roles != null
                                                && roles.getRoles().contains(Caller.ANYONE);
                                    })
                            .map(
                                    parsed ->
                                            parsed.endpoint.method.name()
                                                    + " "
                                                    + parsed.endpoint.path)
                            .collect(Collectors.toSet());
            open.removeAll(OPEN);
            open.removeIf(route -> OPEN.contains(route.replace("HEAD ", "GET ")));
            assertEquals(Set.of(), open);
        }
    }

    @Test
    void everyOtherRouteTurnsAwayWhoIsNotSignedIn() {
        try (TestServer server = TestServer.fresh(data, SettableClock.atTen())) {
            for (Routes.Route route : server.application().routes().all()) {
                if (route.callers().contains(Caller.ANYONE)) {
                    continue;
                }
                String path = route.path().replaceAll("\\{[^}]+}", "1");
                int status =
                        server.anyone()
                                .send(
                                        route.method().name(),
                                        path,
                                        java.net.http.HttpRequest.BodyPublishers.noBody(),
                                        java.util.Map.of())
                                .status();
                assertEquals(401, status, route.method() + " " + path);
            }
        }
    }
}
