package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The description at /api/openapi.yaml and the routes of the server say the same. */
class OpenApiTest {
    @TempDir Path data;

    private static Map<String, Object> description() {
        return new Yaml().load(new String(DescriptionRoutes.read(), StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @Test
    void describesEveryRouteAndItsCallersAndNoOther() {
        Map<String, String> described = new TreeMap<>();
        map(description().get("paths"))
                .forEach(
                        (path, operations) ->
                                map(operations)
                                        .forEach(
                                                (method, operation) ->
                                                        described.put(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path,
                                                                callers(map(operation)))));
        Map<String, String> served = new TreeMap<>();
        try (TestServer server = TestServer.fresh(data, SettableClock.atTen())) {
            for (Routes.Route route : server.application().routes().all()) {
                TreeSet<String> callers = new TreeSet<>();
                route.callers()
                        .forEach(caller -> callers.add(caller.name().toLowerCase(Locale.ROOT)));
                served.put(route.method().name() + " " + route.path(), callers.toString());
            }
        }
        assertEquals(served, described);
    }

    private static String callers(Map<String, Object> operation) {
        return new TreeSet<>((List<?>) operation.get("x-callers")).toString();
    }

    @Test
    void everyReferenceLeadsToASchema() {
        String text = new String(DescriptionRoutes.read(), StandardCharsets.UTF_8);
        Map<String, Object> schemas = map(map(description().get("components")).get("schemas"));
        Matcher reference = Pattern.compile("#/components/schemas/(\\w+)").matcher(text);
        int found = 0;
        while (reference.find()) {
            assertTrue(schemas.containsKey(reference.group(1)), reference.group());
            found++;
        }
        assertTrue(found > 50, "only " + found + " references");
    }

    @Test
    void anyoneCanReadIt() {
        try (TestServer server = TestServer.fresh(data, SettableClock.atTen())) {
            TestServer.Answer answer = server.anyone().get("/api/openapi.yaml");
            assertEquals(200, answer.status());
            assertTrue(answer.body().contains("openapi: 3.1.0"));
        }
    }
}
