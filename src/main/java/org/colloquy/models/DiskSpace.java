package org.colloquy.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.colloquy.common.Problem;

/** Free space on the disk of a path. A test gives its own. */
@FunctionalInterface
interface DiskSpace {
    DiskSpace REAL = path -> Files.getFileStore(path).getUsableSpace();

    long freeBytes(Path existing) throws IOException;

    /**
     * @param near a file that need not exist, in a folder that does
     * @throws Problem.Unavailable where less is free than needed
     */
    default void require(Path near, long neededBytes) throws IOException {
        Path folder = near.toAbsolutePath().getParent();
        Path place = folder == null ? near : folder;
        long free = freeBytes(place);
        if (neededBytes > free) {
            throw new Problem.Unavailable(
                    "The disk of {place} is too full: this needs {megabytes} MB and "
                            + "{free} MB are free. Make room and try again.",
                    Map.of(
                            "place",
                            place,
                            "megabytes",
                            megabytes(neededBytes),
                            "free",
                            megabytes(free)));
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + 999_999) / 1_000_000;
    }
}
