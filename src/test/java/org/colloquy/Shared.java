package org.colloquy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The speech and the unit that lie in {@code ../shared}, beside the project and not part of it. */
public final class Shared {
    private Shared() {}

    /** The file at this place below {@code ../shared}; where absent, skips the test and says so. */
    public static Path file(String relative) {
        Optional<Path> found = find(relative);
        assumeTrue(
                found.isPresent(),
                "Skipped: this test needs ../shared/" + relative + ", which is not here.");
        return found.orElseThrow();
    }

    /**
     * Looks for a folder {@code shared} beside the working folder and beside each of its parents.
     */
    public static Optional<Path> find(String relative) {
        for (Path folder = Path.of("").toAbsolutePath();
                folder.getParent() != null;
                folder = folder.getParent()) {
            Path candidate = folder.resolveSibling("shared").resolve(relative);
            if (Files.exists(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
