package org.colloquy.common;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and names that are still there after a power cut. */
public final class Durable {
    private static final Logger LOG = LoggerFactory.getLogger(Durable.class);

    private Durable() {}

    /**
     * Gives a finished draft its name, in place of what had it before. When this returns, the bytes
     * and the name are on disk; a database row may say so.
     *
     * @param draft in the same folder
     */
    public static void rename(Path draft, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        forceNames(file.resolveSibling("").toAbsolutePath());
    }

    /** Forces the names in a folder to disk, where the system can do that. */
    public static void forceNames(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException cannot) {
            LOG.debug("The folder {} cannot be forced to disk on this system", folder, cannot);
        }
    }
}
