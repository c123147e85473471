package org.colloquy.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second server off a data folder: two would start each other's work twice. The operating
 * system lets go of it when the process ends, however it ends. Commands that only read or import
 * need none.
 */
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @throws Problem.Unavailable where another server has it
     */
    public static FolderLock take(Path dataFolder) {
        Path file = dataFolder.resolve("server.lock");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(channel);
            }
            channel.close();
            throw taken(dataFolder, null);
        } catch (OverlappingFileLockException ours) {
            release(channel);
            throw taken(dataFolder, ours);
        } catch (IOException unwritable) {
            release(channel);
            throw new Problem.Unavailable(
                    "The data folder {dataFolder} cannot be locked for this server.",
                    Map.of("dataFolder", dataFolder),
                    unwritable);
        }
    }

    private static void release(@Nullable FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException failed) {
            throw new Problem.Unavailable("A file in the data folder cannot be closed.", failed);
        }
    }

    private static Problem.Unavailable taken(Path dataFolder, @Nullable Throwable cause) {
        Text sentence =
                Text.of(
                        "Another Colloquy serves the data folder {folder} already. Stop "
                                + "that one, or give another folder with --data.",
                        Map.of("folder", dataFolder));
        return cause == null
                ? new Problem.Unavailable(sentence)
                : new Problem.Unavailable(sentence, cause);
    }

    @Override
    public void close() {
        release(channel);
    }
}
