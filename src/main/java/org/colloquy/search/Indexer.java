package org.colloquy.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.database.FolderLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index in {@code <data>/index} like the database. In a server one thread does so: other
 * rooms say what changed, once it is committed, and from time to time everything is compared, so
 * that nothing is missed for long, neither what a crash cut off nor what another process wrote.
 *
 * <p>Outside a server the index is only read, and first brought up to date where no server has the
 * folder.
 */
public final class Indexer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final long COMPARE_EVERY_MILLIS = 60_000;

    /** What is to be looked at again. */
    private sealed interface Change {
        record Of(Owner owner) implements Change {}

        record OfRecording(String id) implements Change {}

        record Unknown() implements Change {}
    }

    /** Held, for Java forgets the level of a logger that nobody holds. */
    private final java.util.logging.Logger lucene =
            java.util.logging.Logger.getLogger("org.apache.lucene");

    private final IndexContent content;
    private final Path folder;
    private final StandingIndex standing;
    private final Set<Change> waiting = new LinkedHashSet<>();
    private boolean busy;
    private boolean closing;
    private @Nullable Thread thread;
    private volatile @Nullable IndexFiles files;

    public Indexer(Database database, Path data) {
        // It would tell every command that vectors, which nobody uses here, could be faster.
        lucene.setLevel(Level.SEVERE);
        this.content = new IndexContent(new SourceStore(database));
        this.folder = data.resolve("index");
        this.standing = new StandingIndex(content, data, folder);
    }

    /** Opens the index for writing and begins to keep it; the caller has the {@link FolderLock}. */
    public synchronized void start() {
        files = IndexFiles.open(folder);
        thread = Thread.ofPlatform().name("indexer").daemon().start(this::run);
        tell(new Change.Unknown());
    }

    /** A session, its people, questions or notes were made or changed. */
    public void sessionChanged(String sessionId) {
        tell(new Change.Of(Owner.session(sessionId)));
    }

    /** A recording was set aside or taken back, or its transcript or tags changed. */
    public void recordingChanged(String recordingId) {
        tell(new Change.OfRecording(recordingId));
    }

    /** A unit was made or changed. */
    public void unitChanged(String unitId) {
        tell(new Change.Of(Owner.unit(unitId)));
    }

    /** Something changed that may show in many places, such as a name. */
    public void anythingChanged() {
        tell(new Change.Unknown());
    }

    /** Without a running server there is nobody to tell: the next one compares everything. */
    private synchronized void tell(Change change) {
        if (thread != null && !closing) {
            waiting.add(change);
            notifyAll();
        }
    }

    /** Waits until everything told so far is in the index. */
    public synchronized void awaitIdle() throws InterruptedException {
        while (thread != null && !closing && (busy || !waiting.isEmpty())) {
            wait();
        }
    }

    private void run() {
        for (List<Change> changes = take(); !changes.isEmpty(); changes = take()) {
            try {
                work(changes);
            } catch (IOException | RuntimeException failed) {
                LOG.error("The search index could not take a change; it is tried again.", failed);
            }
        }
    }

    /** What waits; everything where nothing came for a while; nothing when it is time to end. */
    private synchronized List<Change> take() {
        busy = false;
        notifyAll();
        try {
            if (waiting.isEmpty() && !closing) {
                wait(COMPARE_EVERY_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
        List<Change> changes = List.copyOf(waiting);
        waiting.clear();
        busy = true;
        return changes.isEmpty() && !closing ? List.of(new Change.Unknown()) : changes;
    }

    private void work(List<Change> changes) throws IOException {
        IndexFiles open = usable();
        for (Change change : changes) {
            switch (change) {
                case Change.Of(Owner owner) -> content.index(open, owner);
                case Change.OfRecording(String id) -> {
                    Owner owner = content.ownerOfRecording(id).orElse(null);
                    if (owner != null) {
                        content.index(open, owner);
                    }
                }
                case Change.Unknown() -> content.compare(open);
            }
        }
        open.commit();
    }

    /** The open index, opened again where a failure closed it. */
    private IndexFiles usable() {
        IndexFiles open = files;
        if (open == null || !open.isUsable()) {
            if (open != null) {
                open.close();
            }
            open = IndexFiles.open(folder);
            files = open;
        }
        return open;
    }

    /**
     * The index for searching: the one kept here, else the one in the folder.
     *
     * @throws Problem.Unavailable where there is none yet and another server is busy making it
     */
    IndexView view() {
        IndexFiles open = files;
        return open == null ? standing.view() : open.view();
    }

    /**
     * Throws the index away and makes it again from the database, while no server has the folder.
     *
     * @return how many sessions and units are in it
     * @throws Problem.Unavailable where a server has the folder
     */
    public int rebuild() {
        return standing.rebuild();
    }

    /** Takes what still waits, commits and closes. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closing = true;
            running = thread;
            notifyAll();
        }
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        IndexFiles open = files;
        if (open != null) {
            open.close();
        }
        standing.close();
    }
}
