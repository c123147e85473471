package org.colloquy.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.colloquy.common.Cancellation;
import org.colloquy.common.FileNames;
import org.colloquy.common.Hashes;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.database.Database;
import org.colloquy.media.Media;
import org.colloquy.people.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Receives recordings and keeps them. What was acknowledged is on disk, whatever dies next; the
 * original never changes once it is closed. Who may do what is decided by the caller.
 */
public final class Recordings {
    /** The most bytes of one piece. */
    public static final int MOST_CHUNK_BYTES = 16 << 20;

    private final RecordingStore store;
    private final ManifestStore manifest;
    private final RecordingKeys keys;
    private final RecordingFiles files;
    private final Reception reception;
    private final SoFar soFar;
    private final Verifier verifier;
    private final Preparation preparation;
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
        this.manifest = new ManifestStore(database);
        this.keys = new RecordingKeys(database);
        this.files = new RecordingFiles(dataFolder);
        this.reception = new Reception(store, manifest, files, clock);
        this.soFar = new SoFar(manifest, files, media);
        this.preparation = new Preparation(store, manifest, files, soFar, media);
        this.verifier = new Verifier(store, manifest, files, clock);
        this.onSetAside = onSetAside;
    }

    /**
     * After a start: drops what was written but not acknowledged when the last server died. What is
     * damaged says so and keeps nobody from working with the others.
     */
    public void recover() {
        store.inState(Recording.State.RECEIVING).forEach(reception::recover);
    }

    /**
     * Those whose listening copy is gone, though they were ready, joined ones last: it can be made
     * again.
     */
    public List<Recording> withoutListeningCopy() {
        return store.idsInState(Recording.State.READY).stream()
                .filter(id -> !isHeard(id))
                .map(store::get)
                .filter(this::canBeMadeAgain)
                .sorted(
                        Comparator.comparing(Recording::source)
                                .thenComparing(Recording::createdAt)
                                .thenComparing(Recording::id))
                .toList();
    }

    private boolean isHeard(String id) {
        return Files.isRegularFile(files.audio(id)) && Files.isRegularFile(files.peaks(id));
    }

    private boolean canBeMadeAgain(Recording recording) {
        return recording.source() == Recording.Source.JOINED
                || Files.isRegularFile(files.original(recording.id()));
    }

    /** Those that are closed but not prepared: each needs work that is queued or failed. */
    public List<Recording> preparing() {
        return store.inState(Recording.State.PREPARING);
    }

    /** Those that are still received, the newest first, those set aside too. */
    public List<Recording> receiving() {
        return store.inState(Recording.State.RECEIVING).reversed();
    }

    /**
     * The key that a browser keeps unsent sound of this recording with: always the same.
     *
     * @param recordingId of a recording of that session; null: of one still to be begun
     * @throws Problem.Conflict where the recording is another session's
     */
    public RecordingKey key(String sessionId, @Nullable String recordingId) {
        RecordingKey key = keys.of(sessionId, recordingId);
        find(key.recordingId())
                .filter(recording -> !recording.sessionId().equals(sessionId))
                .ifPresent(
                        other -> {
                            throw new Problem.Conflict(
                                    "That recording was begun in another session.");
                        });
        return key;
    }

    /**
     * Begins a recording of the session, or gives the one that was begun with that id before.
     *
     * @throws Problem.Conflict where it was begun in another session
     */
    public Recording create(Viewer viewer, String sessionId, RecordingRequest request) {
        RecordingRequest clean = request.cleaned();
        String given = clean.id();
        return reception.create(
                given == null ? Id.create() : given, sessionId, clean, viewer.personId());
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

    /** All of the data folder in the order in which they were begun, those set aside too. */
    public List<Recording> list() {
        return store.list();
    }

    /** In the order in which they were begun, those set aside too. */
    public List<Recording> ofSession(String sessionId) {
        return store.ofSession(sessionId);
    }

    /**
     * Stores the next piece. When this returns the bytes are on disk.
     *
     * @param number from 0
     * @param part the self-contained part that the piece belongs to: never less than that of the
     *     piece before, and at most one more
     * @param sha256 of the bytes in hexadecimal as the sender has it, null: not given
     * @throws Problem.BadInput where the bytes do not have that hash
     * @throws Problem.Conflict where another piece is wanted, this one came with other bytes
     *     before, or the recording is closed
     * @throws Problem.Unavailable where the disk is full; what was acknowledged is safe
     */
    public ChunkReceipt append(
            String id, int number, int part, byte[] bytes, @Nullable String sha256) {
        if (bytes.length > MOST_CHUNK_BYTES) {
            throw tooLarge();
        }
        String hash = Hashes.sha256(bytes);
        if (sha256 != null && !hash.equalsIgnoreCase(sha256.strip())) {
            throw new Problem.BadInput(
                    "Piece {wanted} was damaged on its way: its hash is another. "
                            + "Nothing of it was kept; send it again.",
                    Map.of("reason", "damaged", "wanted", number));
        }
        return reception.append(id, number, part, bytes, hash);
    }

    /** What a sender of a piece that is too long is told. */
    public static Problem tooLarge() {
        return new Problem.TooLarge(
                "One piece of a recording has at most 16 MiB; send it in several.",
                Map.of("reason", "too-large", "mostBytes", MOST_CHUNK_BYTES));
    }

    /** A piece of a recording in one part: {@link #append(String, int, int, byte[], String)}. */
    public ChunkReceipt append(String id, int number, byte[] bytes, @Nullable String sha256) {
        return append(id, number, 0, bytes, sha256);
    }

    /** Holds every piece and the whole against their hashes; reads only. */
    public Verification verify(String id) {
        return verify(id, read -> {});
    }

    /**
     * As {@link #verify(String)}.
     *
     * @param read told of bytes as they are read
     */
    public Verification verify(String id, LongConsumer read) {
        return verifier.verify(get(id), read);
    }

    /** What was acknowledged, piece by piece. */
    public Manifest manifest(String id) {
        Recording recording = get(id);
        return new Manifest(recording.sha256(), recording.lengthBytes(), manifest.list(id));
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
        preparation.prepare(get(id), progress, cancellation);
        return get(id);
    }

    /**
     * Earlier recordings of the data folder with the same bytes, in any session, that are not set
     * aside.
     */
    public List<Recording> twins(Recording recording) {
        return store.withBytes(recording.sha256()).stream()
                .filter(other -> !other.id().equals(recording.id()) && !other.setAside())
                .filter(other -> isBefore(other, recording))
                .toList();
    }

    private static boolean isBefore(Recording one, Recording other) {
        return one.createdAt().isBefore(other.createdAt());
    }

    /**
     * Gives it another name, at any time: nothing but people's eyes goes by it. Harmless to repeat.
     *
     * @param name is brought on one line
     * @throws Problem.BadInput where nothing is left to read, or it is longer than 200 characters
     */
    public Recording rename(String id, String name) {
        String clean = FileNames.oneLine(name);
        if (clean.isEmpty()) {
            throw new Problem.BadInput("A recording needs a name: write at least one letter.");
        }
        if (name.strip().codePointCount(0, name.strip().length()) > FileNames.LONGEST) {
            throw new Problem.BadInput(
                    "The name of a recording has at most {longest} characters: write "
                            + "more into the notes of the session.",
                    Map.of("longest", FileNames.LONGEST));
        }
        store.rename(id, clean);
        return get(id);
    }

    /**
     * Sets it aside, or takes it back; nothing is deleted.
     *
     * @throws Problem.Conflict where it is to be taken back while its sound counts in another one
     *     that it was joined with
     */
    public Recording setAside(String id, boolean setAside) {
        store.setAside(id, setAside);
        onSetAside.accept(id);
        return get(id);
    }

    /** The bytes as they were received. */
    public Path original(String id) {
        if (get(id).source() == Recording.Source.JOINED) {
            throw new Problem.NotFound(
                    "This recording was joined from others, and each of them has its "
                            + "own original.");
        }
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
     * What can be heard of it now: while it is received, a listening copy of what was acknowledged;
     * after that the listening copy.
     *
     * @param renew whether it matters what has come since the last copy was made
     * @throws Problem.NotFound where nothing can be heard yet
     */
    public Path soFar(String id, boolean renew) {
        Recording recording = get(id);
        boolean isReady =
                recording.state() != Recording.State.RECEIVING
                        && Files.isRegularFile(files.audio(id));
        if (isReady) {
            return files.audio(id);
        }
        if (recording.state() == Recording.State.UNREADABLE || recording.lengthBytes() == 0) {
            throw new Problem.NotFound(
                    recording.state() == Recording.State.UNREADABLE
                            ? "Nothing of “{fileName}” can be heard."
                            : "Nothing of “{fileName}” can be heard yet.",
                    Map.of("fileName", recording.fileName()));
        }
        return soFar.of(id, recording.fileName(), renew);
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
