package org.colloquy.recording;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.colloquy.common.Hashes;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How bytes come in: append, force to disk, write the manifest row, and only then answer. What they
 * promise is said at {@link Recordings}.
 */
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final RecordingStore store;
    private final ManifestStore manifest;
    private final RecordingFiles files;
    private final Clock clock;

    /** One at a time for each recording; different recordings do not wait for each other. */
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    Reception(RecordingStore store, ManifestStore manifest, RecordingFiles files, Clock clock) {
        this.store = store;
        this.manifest = manifest;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Begins a recording, or gives the one that was begun with that id before.
     *
     * @param id has the form of one
     */
    Recording create(String id, String sessionId, RecordingRequest request, String personId) {
        return alone(
                id,
                () -> {
                    if (store.find(id).isEmpty()) {
                        makeFolder(id);
                        store.insert(id, sessionId, request, personId);
                    }
                    Recording begun = store.get(id);
                    if (!begun.sessionId().equals(sessionId)) {
                        throw new Problem.Conflict(
                                "That recording was begun in another session.",
                                Map.of("reason", "other-session"));
                    }
                    return begun;
                });
    }

    private void makeFolder(String id) {
        try {
            files.create(id);
        } catch (IOException failed) {
            throw new Problem.Unavailable(
                    "The recording cannot be begun: the data folder cannot be written "
                            + "to ({why}). Make room or change its permissions, then try "
                            + "again.",
                    Map.of("why", String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    /**
     * @param part the self-contained part that the piece belongs to
     * @param hash of the bytes
     */
    ChunkReceipt append(String id, int number, int part, byte[] bytes, String hash) {
        return alone(id, () -> appendAlone(id, number, part, bytes, hash));
    }

    Recording complete(String id, @Nullable Long lengthBytes, @Nullable String sha256) {
        return alone(id, () -> complete(store.get(id), lengthBytes, sha256));
    }

    private ChunkReceipt appendAlone(String id, int number, int part, byte[] bytes, String hash) {
        ManifestStore.Standing standing = manifest.standing(id);
        Optional<Chunk> stored = manifest.find(id, number);
        if (stored.isPresent()) {
            if (stored.get().sha256().equals(hash)) {
                return stored.get().receipt();
            }
            throw new Problem.Conflict(
                    "Piece {piece} of this recording was stored before with other bytes, and "
                            + "is kept as it is.",
                    facts(standing, "other-bytes", Map.of("piece", number)));
        }
        if (standing.state() != Recording.State.RECEIVING) {
            throw new Problem.Conflict(
                    "This recording is closed: nothing can be added. Begin another one.",
                    facts(standing, "closed", Map.of()));
        }
        if (number != standing.nextNumber()) {
            throw new Problem.Conflict(
                    "Piece {wanted} is wanted next, not piece {piece}.",
                    facts(standing, "gap", Map.of("piece", number)));
        }
        if (part < standing.lastPart() || part > standing.lastPart() + 1) {
            throw new Problem.Conflict(
                    "Piece {piece} cannot belong to part {claimed}: the parts of a recording "
                            + "follow one another.",
                    facts(standing, "part", Map.of("piece", number, "claimed", part)));
        }
        Chunk chunk =
                new Chunk(
                        number,
                        part,
                        standing.lengthBytes(),
                        bytes.length,
                        hash,
                        Database.now(clock));
        try {
            files.append(id, chunk.offsetBytes(), bytes);
            manifest.add(id, chunk);
        } catch (RecordingFiles.BytesLost lost) {
            throw new Problem.Conflict(
                    "{damage} Nothing can be added to it: go on in another recording.",
                    facts(
                            standing,
                            "lost",
                            Map.of(
                                    "damage",
                                    Damage.sentence(lost.left(), standing.lengthBytes()))));
        } catch (IOException | JdbiException failed) {
            throw new Problem.Unavailable(
                    "This piece of the recording could not be stored: the disk is full "
                            + "or cannot be written to. What was acknowledged before "
                            + "({receivedBytes} bytes) is safe. Make room, then go on where it "
                            + "stopped.",
                    facts(standing, "disk", Map.of()),
                    failed);
        }
        return chunk.receipt();
    }

    /** What a sender needs to go on from where the recording is. */
    private static Map<String, Object> facts(
            ManifestStore.Standing standing, String reason, Map<String, ?> more) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.put("reason", reason);
        facts.put("wanted", standing.nextNumber());
        facts.put("part", Math.max(0, standing.lastPart()));
        facts.put("receivedBytes", standing.lengthBytes());
        facts.put("state", standing.state().toString());
        return facts;
    }

    private Recording complete(
            Recording recording, @Nullable Long lengthBytes, @Nullable String sha256) {
        String id = recording.id();
        if (recording.source() == Recording.Source.JOINED) {
            return recording;
        }
        if (lengthBytes != null && lengthBytes != recording.lengthBytes()) {
            throw new Problem.Conflict(
                    "{receivedBytes} bytes of “{fileName}” have come, and not "
                            + "{claimed}. Piece {wanted} is wanted next.",
                    facts(
                            manifest.standing(id),
                            "gap",
                            Map.of("fileName", recording.fileName(), "claimed", lengthBytes)));
        }
        if (recording.lengthBytes() == 0) {
            Text sentence =
                    Text.of(
                            "“{fileName}” is empty: it has no bytes at all. Choose or record "
                                    + "it again.",
                            Map.of("fileName", recording.fileName()));
            store.unreadable(id, sentence);
            throw new Problem.BadInput(sentence);
        }
        boolean isWhole = recording.state() != Recording.State.RECEIVING || dropTail(recording);
        String hash = hash(recording);
        // Of a damaged one what is left is closed and told of; to refuse would not bring it back.
        if (isWhole && sha256 != null && !hash.equalsIgnoreCase(sha256.strip())) {
            throw new Problem.BadInput(
                    "What came of “{fileName}” is not what was sent: its hash is "
                            + "another. Send it again as a new recording.",
                    Map.of("fileName", recording.fileName()));
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
            return Hashes.sha256(files.original(recording.id()));
        } catch (IOException failed) {
            throw unreadable(recording, failed);
        }
    }

    /**
     * Drops what was not acknowledged.
     *
     * @return whether all that was acknowledged is there
     */
    private boolean dropTail(Recording recording) {
        try {
            files.dropTail(recording.id(), recording.lengthBytes());
            return true;
        } catch (RecordingFiles.BytesLost lost) {
            if (lost.left() == 0) {
                Text sentence =
                        Damage.sentence(0, recording.lengthBytes()).with(Map.of("reason", "lost"));
                store.unreadable(recording.id(), sentence);
                throw new Problem.Conflict(sentence);
            }
            return false;
        } catch (IOException failed) {
            throw unreadable(recording, failed);
        }
    }

    private static Problem unreadable(Recording recording, IOException failed) {
        return new Problem.Unavailable(
                "“{fileName}” is stored, but could not be read back " + "({why}). Try again.",
                Map.of(
                        "fileName",
                        recording.fileName(),
                        "why",
                        String.valueOf(failed.getMessage())),
                failed);
    }

    /**
     * After a start: drops what was written but not acknowledged when the last server died, and
     * says what is lost, which harms this recording alone.
     */
    void recover(Recording recording) {
        String id = recording.id();
        Text problem = null;
        try {
            files.dropTail(id, recording.lengthBytes());
        } catch (RecordingFiles.BytesLost lost) {
            problem = Damage.sentence(lost.left(), recording.lengthBytes());
        } catch (IOException failed) {
            problem =
                    Text.of(
                            "What came of this recording cannot be read on the disk ({why}). "
                                    + "Look at the data folder and its permissions.",
                            Map.of("why", String.valueOf(failed.getMessage())));
        }
        if (problem != null) {
            LOG.warn("Recording {}: {}", id, problem);
        }
        if (!Objects.equals(message(problem), message(recording.problem()))) {
            store.setProblem(id, problem);
        }
    }

    private static @Nullable String message(@Nullable Text text) {
        return text == null ? null : text.message();
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
