package org.colloquy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The journeys of {@code web/tests/journeys}: the built jar in a process of its own, in a real
 * browser. They are started from here because this JVM is the Java that the jar needs.
 */
class JourneysIT {
    @Test
    void everyJourneyArrives() throws IOException, InterruptedException {
        Path web = Path.of("web").toAbsolutePath();
        assumeTrue(
                Files.exists(web.resolve("node_modules/.bin/playwright")),
                "Skipped: the front end was left out of this build (-DskipWeb).");
        assumeTrue(
                Files.exists(Path.of("target/colloquy.jar")),
                "Skipped: there is no target/colloquy.jar; run the package phase first.");
        ProcessBuilder npm = new ProcessBuilder("npm", "run", "journeys").directory(web.toFile());
        npm.environment()
                .put(
                        "COLLOQUY_JAVA",
                        Path.of(System.getProperty("java.home"), "bin/java").toString());
        npm.redirectErrorStream(true);
        File log = Path.of("target/journeys.log").toFile();
        npm.redirectOutput(log);
        int exit = npm.start().waitFor();
        String said = Files.readString(log.toPath());
        assertEquals(0, exit, "A journey did not arrive:\n" + said);
    }
}
