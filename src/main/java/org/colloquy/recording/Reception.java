package org.colloquy.recording;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.colloquy.common.Hashes;
import org.colloquy.common.Problem;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * How bytes come in: append, force to disk, write the manifest row, and only then answer. What they
 * promise is said at {@link Recordings}.
 */
final class Reception {
    private final RecordingStore store;
    private final RecordingFiles files;

    /** One at a time for each recording; different recordings do not wait for each other. */
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    Reception(RecordingStore store, RecordingFiles files) {
        this.store = store;
        this.files = files;
    }

    /**
     * @param hash of the bytes
     */
    ChunkReceipt append(String id, int number, byte[] bytes, String hash) {
        return alone(id, () -> append(store.get(id), number, bytes, hash));
    }

    Recording complete(String id, @Nullable Long lengthBytes, @Nullable String sha256) {
        return alone(id, () -> complete(store.get(id), lengthBytes, sha256));
    }

    private ChunkReceipt append(Recording recording, int number, byte[] bytes, String hash) {
        String id = recording.id();
        Optional<Chunk> stored = store.findChunk(id, number);
        if (stored.isPresent()) {
            if (stored.get().sha256().equals(hash)) {
                return stored.get().receipt();
            }
            throw new Problem.Conflict(
                    "Piece "
                            + number
                            + " of this recording was stored before with other bytes, and is kept"
                            + " as it is.");
        }
        if (recording.state() != Recording.State.RECEIVING) {
            throw new Problem.Conflict(
                    "This recording is closed: nothing can be added. Begin another one.");
        }
        if (number != recording.receivedChunks()) {
            throw new Problem.Conflict(
                    "Piece "
                            + recording.receivedChunks()
                            + " is wanted next, not piece "
                            + number
                            + ".");
        }
        Chunk chunk = new Chunk(number, recording.lengthBytes(), bytes.length, hash);
        try {
            files.append(id, chunk.offsetBytes(), bytes);
            store.add(id, chunk);
        } catch (IOException | JdbiException failed) {
            throw new Problem.Unavailable(
                    "This piece of the recording could not be stored: the disk is full or cannot be"
                            + " written to. What was acknowledged before ("
                            + recording.lengthBytes()
                            + " bytes) is safe. Make room, then go on where it stopped.",
                    failed);
        }
        return chunk.receipt();
    }

    private Recording complete(
            Recording recording, @Nullable Long lengthBytes, @Nullable String sha256) {
        String id = recording.id();
        if (lengthBytes != null && lengthBytes != recording.lengthBytes()) {
            throw new Problem.Conflict(
                    recording.lengthBytes()
                            + " bytes of “"
                            + recording.fileName()
                            + "” have come, and not "
                            + lengthBytes
                            + ". Piece "
                            + recording.receivedChunks()
                            + " is wanted next.");
        }
        if (recording.lengthBytes() == 0) {
            String sentence =
                    "“"
                            + recording.fileName()
                            + "” is empty: it has no bytes at all. Choose or"
                            + " record it again.";
            store.unreadable(id, sentence);
            throw new Problem.BadInput(sentence);
        }
        String hash = hash(recording);
        if (sha256 != null && !hash.equalsIgnoreCase(sha256.strip())) {
            throw new Problem.BadInput(
                    "What came of “"
                            + recording.fileName()
                            + "” is not what was sent: its hash is another. Send it again as a new"
                            + " recording.");
        }
        if (recording.state() == Recording.State.RECEIVING) {
            store.close(id, hash);
            files.protect(id);
        }
        return store.get(id);
    }

    private String hash(Recording recording) {
        String known = recording.sha256();
        if (known != null) {
            return known;
        }
        try {
            files.dropTail(recording.id(), recording.lengthBytes());
            return Hashes.sha256(files.original(recording.id()));
        } catch (IOException failed) {
            throw new Problem.Unavailable(
                    "“"
                            + recording.fileName()
                            + "” is stored, but could not be read back ("
                            + failed.getMessage()
                            + "). Try again.",
                    failed);
        }
    }

    private <T> T alone(String id, Supplier<T> work) {
        ReentrantLock lock = locks.computeIfAbsent(id, key -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
