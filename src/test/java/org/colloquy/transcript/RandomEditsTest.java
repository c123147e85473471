package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand edits in a row, of every kind, on a long transcript with tags. */
class RandomEditsTest {
    @TempDir Path folder;

    @Test
    void aThousandEditsLoseNoOrderAndNoTimeAndAreAllTakenBack() {
        RandomEdits.Outcome outcome = RandomEdits.run(folder, 600, 40, 1_000, 6);
        assertEquals(
                List.of(),
                outcome.violations().subList(0, Math.min(12, outcome.violations().size())));
        assertEquals(1_000, outcome.count());
        assertEquals(Set.of(RandomEdits.Kind.values()), outcome.edits().keySet());
        assertTrue(outcome.kept() > 150_000, outcome.toString());
        assertTrue(outcome.undone() > 300, outcome.toString());
    }
}
