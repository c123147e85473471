package org.colloquy.database;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.colloquy.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir Path folder;

    @Test
    void oneServerAtATimeHasTheFolder() {
        try (FolderLock first = FolderLock.take(folder)) {
            Problem.Unavailable problem =
                    assertThrows(Problem.Unavailable.class, () -> FolderLock.take(folder));
            assertTrue(problem.getMessage().contains("Another Colloquy"), problem.getMessage());
        }
        FolderLock.take(folder).close();
    }
}
