package org.colloquy.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.media.ByteSpan;
import org.colloquy.media.Media;
import org.colloquy.media.PartSound;
import org.colloquy.media.TimelinePiece;

/**
 * What can be heard of a recording while it is still received: a listening copy of the acknowledged
 * bytes, made when somebody asks and made again when more has come. Parts that are over are decoded
 * once. It reads what is on disk and never waits for, nor holds up, what comes in.
 */
final class SoFar {
    private static final Pattern WHOLE = Pattern.compile("whole-(\\d{1,18})\\.wav");

    /** So much room is left to recordings that come in. */
    private static final long SPARE_BYTES = 256L << 20;

    /** Decoded sound takes at most so many times the room of what recorders write. */
    private static final int GROWTH = 40;

    /** Twelve hours of two channels, in parts and whole. */
    private static final long MOST_BYTES = 6L << 30;

    private final ManifestStore manifest;
    private final RecordingFiles files;
    private final Media media;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    /** One after the other: listening gives way to recording. */
    private final Semaphore decoding = new Semaphore(1, true);

    /** Who waits for a copy of one recording. */
    private static final class Asked {
        private final ReentrantLock lock = new ReentrantLock();

        /** Copies that were begun; written with the lock held. */
        private volatile long begun;
    }

    SoFar(ManifestStore manifest, RecordingFiles files, Media media) {
        this.manifest = manifest;
        this.files = files;
        this.media = media;
    }

    /**
     * @param renew false: the copy that was made last will do, as for a listener in the middle of
     *     it
     * @throws Problem.NotFound where nothing can be heard yet
     */
    Path of(String id, String fileName, boolean renew) {
        Asked its = asked.computeIfAbsent(id, key -> new Asked());
        long before = its.begun;
        its.lock.lock();
        try {
            List<Path> copies = copies(id);
            // What was begun after this was asked for has all that had come by then.
            if (!copies.isEmpty() && (!renew || its.begun > before)) {
                return copies.getLast();
            }
            its.begun = its.begun + 1;
            return made(id, fileName, copies);
        } catch (IOException disk) {
            throw new Problem.Unavailable(
                    "What has come of “{fileName}” is safe, but cannot be made ready "
                            + "to listen to now ({why}).",
                    Map.of("fileName", fileName, "why", String.valueOf(disk.getMessage())),
                    disk);
        } finally {
            its.lock.unlock();
        }
    }

    /** Copies of the whole that are there, the shortest first. */
    private List<Path> copies(String id) throws IOException {
        Path folder = files.soFar(id);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> bytesOf(file) >= 0)
                    .sorted(Comparator.comparingLong(SoFar::bytesOf))
                    .toList();
        }
    }

    private static long bytesOf(Path file) {
        Matcher name = WHOLE.matcher(file.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }

    private Path made(String id, String fileName, List<Path> earlier) throws IOException {
        List<ByteSpan> spans = manifest.spans(id);
        long received = spans.stream().mapToLong(ByteSpan::lengthBytes).sum();
        Path folder = files.soFar(id);
        Path whole = folder.resolve("whole-" + received + ".wav");
        if (Files.exists(whole)) {
            return whole;
        }
        Files.createDirectories(folder);
        refuseWhereRecordingsNeedTheRoom(folder, fileName, received);
        decoding.acquireUninterruptibly();
        try {
            List<TimelinePiece> pieces = pieces(id, fileName, spans);
            if (pieces.isEmpty()) {
                throw new Problem.NotFound(
                        "Nothing of “{fileName}” can be heard yet. What has come is safe.",
                        Map.of("fileName", fileName));
            }
            media.join(pieces, fileName, whole, null, Cancellation.NEVER);
        } finally {
            decoding.release();
        }
        // The last one may be listened to at this moment.
        for (Path older : earlier.subList(0, Math.max(0, earlier.size() - 1))) {
            Files.deleteIfExists(older);
        }
        return whole;
    }

    private static void refuseWhereRecordingsNeedTheRoom(
            Path folder, String fileName, long received) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < SPARE_BYTES + Math.min(GROWTH * received, MOST_BYTES)) {
            throw new Problem.Unavailable(
                    "There is too little room on the disk to make “{fileName}” ready "
                            + "to listen to while it is recorded. It goes on being recorded; "
                            + "make room, or listen when it is finished.",
                    Map.of("fileName", fileName));
        }
    }

    private List<TimelinePiece> pieces(String id, String fileName, List<ByteSpan> spans)
            throws IOException {
        List<TimelinePiece> pieces = new ArrayList<>();
        for (int part = 0; part < spans.size(); part++) {
            Path wav = decoded(id, fileName, part, spans.get(part));
            if (Files.size(wav) > 0) {
                pieces.add(new TimelinePiece.Copy(wav));
            }
        }
        return pieces;
    }

    /** The sound of one part as far as it has come; an empty file where it is no sound. */
    private Path decoded(String id, String fileName, int part, ByteSpan span) throws IOException {
        Path folder = files.soFar(id);
        Path wav = folder.resolve(part + "-" + span.lengthBytes() + ".wav");
        if (Files.exists(wav)) {
            return wav;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path shorter :
                    all.filter(file -> file.getFileName().toString().startsWith(part + "-"))
                            .toList()) {
                Files.delete(shorter);
            }
        }
        PartSound sound =
                media.decodePart(
                        files.original(id),
                        span,
                        part,
                        fileName,
                        wav,
                        Progress.NONE,
                        Cancellation.NEVER);
        if (sound.facts() == null) {
            Files.createFile(wav);
        }
        return wav;
    }

    /** Once the listening copy is there nobody needs these. */
    void drop(String id) {
        Asked its = asked.computeIfAbsent(id, key -> new Asked());
        its.lock.lock();
        try {
            files.deleteSoFar(id);
        } finally {
            its.lock.unlock();
        }
    }
}
