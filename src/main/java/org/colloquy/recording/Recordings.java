package org.colloquy.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.common.Cancellation;
import org.colloquy.common.FileNames;
import org.colloquy.common.Hashes;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.database.Database;
import org.colloquy.media.Media;
import org.colloquy.media.MediaFacts;
import org.colloquy.people.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Receives recordings and keeps them. What was acknowledged is on disk, whatever dies next; the
 * original never changes once it is closed. Who may do what is decided by the caller.
 */
public final class Recordings {
    /** The most bytes of one piece. */
    public static final int MOST_CHUNK_BYTES = 16 << 20;

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,60}(\\s*;[ -~]{0,80})?");

    private final RecordingStore store;
    private final RecordingFiles files;
    private final Reception reception;
    private final Media media;
    private final Consumer<String> onSetAside;

    public Recordings(Database database, Path dataFolder, Media media, Clock clock) {
        this(database, dataFolder, media, clock, id -> {});
    }

    /**
     * @param onSetAside gets the id of a recording that was set aside or taken back, after that is
     *     stored
     */
    public Recordings(
            Database database,
            Path dataFolder,
            Media media,
            Clock clock,
            Consumer<String> onSetAside) {
        this.store = new RecordingStore(database, clock);
        this.files = new RecordingFiles(dataFolder);
        this.reception = new Reception(store, files);
        this.media = media;
        this.onSetAside = onSetAside;
    }

    /** After a start: drops what was written but not acknowledged when the last server died. */
    public void recover() {
        for (Recording recording : store.inState(Recording.State.RECEIVING)) {
            try {
                files.dropTail(recording.id(), recording.lengthBytes());
            } catch (IOException failed) {
                throw new Problem.Unavailable(
                        "The recording “"
                                + recording.fileName()
                                + "” that was being received cannot be read in the data folder: "
                                + failed.getMessage()
                                + ".",
                        failed);
            }
        }
    }

    /** Those that are closed but not prepared: each needs work that is queued or failed. */
    public List<Recording> preparing() {
        return store.inState(Recording.State.PREPARING);
    }

    /** Begins a recording of the session. */
    public Recording create(Viewer viewer, String sessionId, RecordingRequest request) {
        String type = request.mediaType().strip();
        RecordingRequest clean =
                new RecordingRequest(
                        FileNames.clean(request.fileName()),
                        MEDIA_TYPE.matcher(type).matches() ? type : "application/octet-stream",
                        request.source());
        String id = Id.create();
        try {
            files.create(id);
        } catch (IOException failed) {
            throw new Problem.Unavailable(
                    "The recording cannot be begun: the data folder cannot be written to ("
                            + failed.getMessage()
                            + "). Make room or change its permissions, then try again.",
                    failed);
        }
        store.insert(id, sessionId, clean, viewer.personId());
        return get(id);
    }

    public Optional<Recording> find(String id) {
        return store.find(id);
    }

    /**
     * @throws Problem.NotFound where there is none
     */
    public Recording get(String id) {
        return store.get(id);
    }

    /** In the order in which they were begun, those set aside too. */
    public List<Recording> ofSession(String sessionId) {
        return store.ofSession(sessionId);
    }

    /**
     * Stores the next piece. When this returns the bytes are on disk.
     *
     * @param number from 0
     * @param sha256 of the bytes in hexadecimal as the sender has it, null: not given
     * @throws Problem.BadInput where the bytes do not have that hash
     * @throws Problem.Conflict where another piece is wanted, this one came with other bytes
     *     before, or the recording is closed
     * @throws Problem.Unavailable where the disk is full; what was acknowledged is safe
     */
    public ChunkReceipt append(String id, int number, byte[] bytes, @Nullable String sha256) {
        if (bytes.length > MOST_CHUNK_BYTES) {
            throw new Problem.TooLarge(
                    "One piece of a recording has at most 16 MiB; send it in several.");
        }
        String hash = Hashes.sha256(bytes);
        if (sha256 != null && !hash.equalsIgnoreCase(sha256.strip())) {
            throw new Problem.BadInput(
                    "Piece "
                            + number
                            + " was damaged on its way: its hash is another. Nothing of it was"
                            + " kept; send it again.");
        }
        return reception.append(id, number, bytes, hash);
    }

    /**
     * Closes a recording; from now on its bytes do not change. Harmless to repeat.
     *
     * @param lengthBytes of the whole as the sender has it, null: not given
     * @param sha256 of the whole in hexadecimal as the sender has it, null: not given
     * @return the recording, in state preparing or beyond
     * @throws Problem.Conflict where not all bytes have come
     * @throws Problem.BadInput where it is empty or has another hash
     */
    public Recording complete(String id, @Nullable Long lengthBytes, @Nullable String sha256) {
        return reception.complete(id, lengthBytes, sha256);
    }

    /**
     * Makes the listening copy and the waveform; as often as you like, from the original.
     *
     * @throws Problem.BadInput where it is no sound: then its state is unreadable
     * @throws Problem.TooLarge where it lasts too long: then too
     */
    public Recording prepare(String id, Progress progress, Cancellation cancellation) {
        Recording recording = get(id);
        if (recording.state() == Recording.State.RECEIVING) {
            throw new Problem.Conflict("This recording is not closed yet.");
        }
        try {
            MediaFacts facts =
                    media.prepare(
                            files.original(id),
                            recording.fileName(),
                            files.audio(id),
                            files.peaks(id),
                            progress,
                            cancellation);
            String odd =
                    Stream.of(twin(recording), facts.warning())
                            .filter(sentence -> sentence != null)
                            .collect(Collectors.joining(" "));
            store.ready(id, facts, odd.isEmpty() ? null : odd);
            return get(id);
        } catch (Problem.BadInput | Problem.TooLarge refused) {
            String sentence = refused.getMessage();
            store.unreadable(id, sentence == null ? "This is no sound." : sentence);
            throw refused;
        }
    }

    /** A note where the session has the same bytes twice. */
    private @Nullable String twin(Recording recording) {
        String hash = recording.sha256();
        if (hash == null) {
            return null;
        }
        return store.ofSession(recording.sessionId()).stream()
                .filter(other -> !other.id().equals(recording.id()))
                .filter(other -> hash.equals(other.sha256()))
                .filter(other -> !other.createdAt().isAfter(recording.createdAt()))
                .findFirst()
                .map(
                        other ->
                                "This session has the same bytes twice: as “"
                                        + other.fileName()
                                        + "” too.")
                .orElse(null);
    }

    /** Sets it aside, or takes it back; nothing is deleted. */
    public Recording setAside(String id, boolean setAside) {
        store.setAside(id, setAside);
        onSetAside.accept(id);
        return get(id);
    }

    /** The bytes as they were received. */
    public Path original(String id) {
        return existing(files.original(id));
    }

    /**
     * The listening copy: WAV, 16 kHz, 16 bit.
     *
     * @throws Problem.NotFound while there is none
     */
    public Path audio(String id) {
        return existing(files.audio(id));
    }

    /**
     * JSON of {@link org.colloquy.media.Peaks}.
     *
     * @throws Problem.NotFound while there are none
     */
    public Path peaks(String id) {
        return existing(files.peaks(id));
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Problem.NotFound("That is not made yet; wait until the recording is ready.");
        }
        return file;
    }
}
