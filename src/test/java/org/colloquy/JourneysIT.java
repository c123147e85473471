package org.colloquy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is looked at in a real browser: the pages in every state, on a server in memory ({@code
 * web/tests/looks}), and the journeys through the built jar in a process of its own ({@code
 * web/tests/journeys}). They are started from here because this JVM is the Java that the jar needs.
 */
class JourneysIT {
    private static final Path WEB = Path.of("web").toAbsolutePath();

    @BeforeEach
    void needsTheFrontEnd() {
        assumeTrue(
                Files.exists(WEB.resolve("node_modules/.bin/playwright")),
                "Skipped: the front end was left out of this build (-DskipWeb).");
    }

    @Test
    void everyPageLooksRight() throws IOException, InterruptedException {
        run("looks", Map.of());
    }

    @Test
    void everyJourneyArrives() throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(Path.of("target/colloquy.jar")),
                "Skipped: there is no target/colloquy.jar; run the package phase first.");
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        run("journeys", Map.of("COLLOQUY_JAVA", java, "COLLOQUY_NO_FAKE", "1"));
    }

    private static void run(String script, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder npm = new ProcessBuilder("npm", "run", script).directory(WEB.toFile());
        npm.environment().putAll(environment);
        npm.redirectErrorStream(true);
        File log = Path.of("target/" + script + ".log").toFile();
        npm.redirectOutput(log);
        int exit = npm.start().waitFor();
        assertEquals(0, exit, () -> "Not all is well:\n" + failures(log));
    }

    /** What Playwright says of those that failed; all that it said where it ran none. */
    private static String failures(File log) {
        try {
            String said = Files.readString(log.toPath());
            int first = said.indexOf("\n  1) ");
            return first < 0 ? said : said.substring(first);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
