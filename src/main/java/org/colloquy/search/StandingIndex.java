package org.colloquy.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.database.FolderLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index as a command finds it in the data folder. Where it is not like the database and no
 * server has the folder, it is brought up to date before it is read.
 */
final class StandingIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StandingIndex.class);

    private final IndexContent content;
    private final Path data;
    private final Path folder;
    private @Nullable IndexView opened;

    StandingIndex(IndexContent content, Path data, Path folder) {
        this.content = content;
        this.data = data;
        this.folder = folder;
    }

    /**
     * For reading.
     *
     * @throws Problem.Unavailable where there is none yet and a server is busy making it
     */
    synchronized IndexView view() {
        IndexView present = opened;
        if (present == null) {
            present = current();
            opened = present;
        }
        return present;
    }

    private IndexView current() {
        IndexView present = open();
        if (present != null) {
            if (content.isCurrent(present)) {
                return present;
            }
            present.close();
        }
        FolderLock lock = lockOrNull();
        if (lock != null) {
            try (lock) {
                update(false);
            }
        }
        IndexView view = open();
        if (view == null) {
            throw new Problem.Unavailable(
                    "The search index is not made yet. The running Colloquy is making it: try"
                            + " again in a moment.");
        }
        return view;
    }

    /** Makes all of it anew; the number of sessions and units in it. */
    int rebuild() {
        try (FolderLock lock = FolderLock.take(data)) {
            return update(true);
        }
    }

    private int update(boolean anew) {
        try (IndexFiles files = IndexFiles.open(folder)) {
            if (anew) {
                files.removeAll();
                files.commit();
            }
            int count = content.compare(files);
            files.commit();
            return count;
        } catch (IOException failed) {
            throw new Problem.Unavailable(
                    "The search index in {folder} cannot be written.",
                    Map.of("folder", folder),
                    failed);
        }
    }

    private @Nullable FolderLock lockOrNull() {
        try {
            return FolderLock.take(data);
        } catch (Problem.Unavailable served) {
            LOG.debug("A server keeps the index; it is read as it is.", served);
            return null;
        }
    }

    private @Nullable IndexView open() {
        try {
            return IndexView.open(folder);
        } catch (IOException | IllegalArgumentException noIndex) {
            LOG.debug("There is no index to read in {}", folder, noIndex);
            return null;
        }
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
