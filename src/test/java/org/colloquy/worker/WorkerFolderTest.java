package org.colloquy.worker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerFolderTest {
    @TempDir Path temporary;

    @Test
    void goesWithAllThatIsInIt() throws IOException {
        WorkerFolder folder = WorkerFolder.create(temporary);
        Files.createDirectories(folder.path().resolve("native/deep"));
        Files.writeString(folder.path().resolve("native/deep/library.so"), "x");
        folder.delete();
        assertFalse(Files.exists(folder.path()));
        folder.delete();
    }

    @Test
    void whatAKilledColloquyLeftGoesAndWhatIsInUseStays() throws IOException {
        Path left = Files.createDirectory(temporary.resolve("colloquy-worker-999999999999-ab"));
        Files.writeString(left.resolve("library.so"), "x");
        Path foreign = Files.createDirectory(temporary.resolve("colloquy-worker-ours-ab"));
        WorkerFolder mine = WorkerFolder.create(temporary);
        WorkerFolder another = WorkerFolder.create(temporary);
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(foreign) && Files.exists(mine.path()));
        assertTrue(Files.exists(another.path()));
    }
}
