package org.colloquy.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.colloquy.common.Hashes;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.people.People;
import org.colloquy.people.Viewer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in files that arrive in a folder, piece by piece on the same way as everything else. A file
 * that was half taken in when the server died is taken in from the beginning again: pieces that are
 * stored are compared and not stored twice. One that comes back after it was taken in is known by
 * its name, time and bytes. Who may do so in a session is asked at the door.
 */
public final class Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final int PIECE_BYTES = 8 << 20;
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("wav", "audio/wav"),
                    Map.entry("mp3", "audio/mpeg"),
                    Map.entry("m4a", "audio/mp4"),
                    Map.entry("aac", "audio/aac"),
                    Map.entry("amr", "audio/amr"),
                    Map.entry("awb", "audio/amr-wb"),
                    Map.entry("3gp", "video/3gpp"),
                    Map.entry("ogg", "audio/ogg"),
                    Map.entry("opus", "audio/ogg"),
                    Map.entry("flac", "audio/flac"),
                    Map.entry("webm", "video/webm"),
                    Map.entry("mp4", "video/mp4"),
                    Map.entry("mov", "video/quicktime"),
                    Map.entry("mkv", "video/x-matroska"));

    /**
     * What lies in the viewer's folder.
     *
     * @param folder null where nothing is watched for them
     */
    public record Arrived(@Nullable String folder, List<ArrivedFile> files) {
        public Arrived {
            files = List.copyOf(files);
        }
    }

    private final Jdbi jdbi;
    private final People people;
    private final Recordings recordings;
    private final @Nullable WatchFolder watch;
    private final Consumer<Recording> begin;
    private final ArrivalStore store = new ArrivalStore();

    /** One file at a time for each person. */
    private final Map<Path, ReentrantLock> locks = new ConcurrentHashMap<>();

    /**
     * @param watchFolder null: nothing is watched
     * @param begin starts the work on a recording that is closed; perhaps twice
     */
    public Arrivals(
            Database database,
            People people,
            Recordings recordings,
            @Nullable Path watchFolder,
            Clock clock,
            Consumer<Recording> begin) {
        this.jdbi = database.jdbi();
        this.people = people;
        this.recordings = recordings;
        this.watch = watchFolder == null ? null : new WatchFolder(watchFolder, clock);
        this.begin = begin;
    }

    /**
     * At a start: makes the watch folder.
     *
     * @throws Problem.Unavailable where it cannot be made
     */
    public void open() {
        if (watch != null) {
            watch.open();
        }
    }

    /** The viewer's own files that are whole and not taken in, the newest first. */
    public Arrived list(Viewer viewer) {
        Path folder = folder(viewer).orElse(null);
        return folder == null || watch == null
                ? new Arrived(null, List.of())
                : new Arrived(folder.toString(), watch.list(folder));
    }

    private Optional<Path> folder(Viewer viewer) {
        WatchFolder watched = watch;
        return watched == null
                ? Optional.empty()
                : Optional.ofNullable(people.get(viewer.personId()).email()).map(watched::of);
    }

    /**
     * Takes a file of the viewer's into the session and moves it to {@code taken}. Asked again it
     * goes on where it stopped, or gives the recording that the file became.
     *
     * @throws Problem.NotFound where there is no such file
     * @throws Problem.Conflict where it is still being copied, or changes while it is read
     * @throws Problem.Unavailable where the disk is full; what came is kept
     */
    public Recording take(Viewer viewer, String sessionId, String name) {
        WatchFolder watched = watch;
        Path folder = folder(viewer).orElse(null);
        if (watched == null || folder == null) {
            throw new Problem.NotFound(
                    "No folder is watched for you: choose the file on the page instead.");
        }
        ReentrantLock lock = locks.computeIfAbsent(folder, key -> new ReentrantLock());
        lock.lock();
        try {
            Optional<ArrivedFile> file = watched.findWhole(folder, name);
            return file.isPresent()
                    ? take(watched, folder, viewer, sessionId, file.get())
                    : takenBefore(folder, sessionId, name);
        } finally {
            lock.unlock();
        }
    }

    private Recording takenBefore(Path folder, String sessionId, String name) {
        return jdbi.withHandle(handle -> store.taken(handle, sessionId, key(folder), name))
                .map(recordings::get)
                .orElseThrow(
                        () ->
                                new Problem.NotFound(
                                        "That file is not in your folder, or not any more. Look"
                                                + " again at what is there."));
    }

    private Recording take(
            WatchFolder watched, Path folder, Viewer viewer, String sessionId, ArrivedFile file) {
        Recording recording = begun(watched, folder, viewer, sessionId, file);
        if (recording.state() == Recording.State.RECEIVING) {
            copy(watched, folder, file, recording.id());
            recording = recordings.complete(recording.id(), file.lengthBytes(), null);
        }
        begin.accept(recording);
        try {
            watched.moveToTaken(folder, file.name());
        } catch (IOException failed) {
            LOG.warn("{} was taken in, but could not be moved", file.name(), failed);
        }
        return recordings.get(recording.id());
    }

    /** The recording that this very file is becoming or became, or a new one. */
    private Recording begun(
            WatchFolder watched, Path folder, Viewer viewer, String sessionId, ArrivedFile file) {
        for (String id :
                jdbi.withHandle(handle -> store.ofFile(handle, sessionId, key(folder), file))) {
            Recording before = recordings.get(id);
            if (before.state() == Recording.State.RECEIVING
                    || hash(watched, folder, file).equals(before.sha256())) {
                return before;
            }
        }
        return jdbi.inTransaction(
                handle -> {
                    Recording fresh =
                            recordings.create(
                                    viewer,
                                    sessionId,
                                    RecordingRequest.of(
                                            file.name(), type(file.name()), Recording.Source.FILE));
                    store.insert(handle, fresh.id(), sessionId, key(folder), file);
                    return fresh;
                });
    }

    private static String hash(WatchFolder watched, Path folder, ArrivedFile file) {
        MessageDigest digest = Hashes.sha256();
        byte[] piece = new byte[PIECE_BYTES];
        try (SeekableByteChannel in = watched.read(folder, file.name())) {
            for (int read = fill(in, piece); read > 0; read = fill(in, piece)) {
                digest.update(piece, 0, read);
            }
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
        return Hashes.hex(digest.digest());
    }

    private static Problem.Unavailable unreadable(ArrivedFile file, IOException failed) {
        return new Problem.Unavailable(
                "“{file}” could not be read in your folder ({why}). It is "
                        + "still there; take it in again, and it goes on where it stopped.",
                Map.of("file", file.name(), "why", String.valueOf(failed.getMessage())),
                failed);
    }

    private void copy(WatchFolder watched, Path folder, ArrivedFile file, String recordingId) {
        byte[] piece = new byte[PIECE_BYTES];
        long length = 0;
        try (SeekableByteChannel in = watched.read(folder, file.name())) {
            int number = 0;
            for (int read = fill(in, piece); read > 0; read = fill(in, piece)) {
                length += read;
                if (length > file.lengthBytes()) {
                    break;
                }
                append(
                        recordingId,
                        number++,
                        read == piece.length ? piece : Arrays.copyOf(piece, read),
                        file);
            }
        } catch (NoSuchFileException gone) {
            recordings.setAside(recordingId, true);
            throw new Problem.NotFound(
                    "“{file}” is not in your folder any more.", Map.of("file", file.name()));
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
        if (length != file.lengthBytes() || !watched.isUnchanged(folder, file)) {
            throw changed(recordingId, file);
        }
    }

    private void append(String recordingId, int number, byte[] piece, ArrivedFile file) {
        try {
            recordings.append(recordingId, number, piece, null);
        } catch (Problem.Conflict otherBytes) {
            LOG.info("{} is not what was half taken in before", file.name(), otherBytes);
            throw changed(recordingId, file);
        }
    }

    /** Nothing is thrown away: what came of it is set aside. */
    private Problem.Conflict changed(String recordingId, ArrivedFile file) {
        recordings.setAside(recordingId, true);
        return new Problem.Conflict(
                "“{file}” was changed while it was taken in, so it was not used: "
                        + "what had come of it is set aside. Wait until it is copied whole, "
                        + "then take it in again.",
                Map.of("file", file.name()));
    }

    private static int fill(SeekableByteChannel in, byte[] piece) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(piece);
        while (buffer.hasRemaining() && in.read(buffer) >= 0) {
            // A channel may give less than it is asked for.
        }
        return buffer.position();
    }

    private static String key(Path folder) {
        return folder.getFileName().toString();
    }

    private static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
