package org.colloquy.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.colloquy.common.Hashes;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;

/**
 * Holds every piece of an original, and the whole, against its hash. It only reads, in memory that
 * does not grow, and may run while the recording is received.
 */
final class Verifier {
    private static final int BLOCK = 1 << 16;
    private static final int MOST_RANGES = 12;

    private final RecordingStore store;
    private final ManifestStore manifest;
    private final RecordingFiles files;
    private final Clock clock;

    Verifier(RecordingStore store, ManifestStore manifest, RecordingFiles files, Clock clock) {
        this.store = store;
        this.manifest = manifest;
        this.files = files;
        this.clock = clock;
    }

    /**
     * @param read told of bytes as they are read
     */
    Verification verify(Recording recording, LongConsumer read) {
        if (recording.source() == Recording.Source.JOINED) {
            return joined(recording, read);
        }
        List<Chunk> chunks = manifest.list(recording.id());
        Path original = files.original(recording.id());
        try {
            boolean somethingCame = chunks.stream().anyMatch(chunk -> chunk.lengthBytes() > 0);
            long size = files.lengthOnDisk(recording.id());
            if (size == 0 && (somethingCame || recording.lengthBytes() > 0)) {
                return answer(
                        Verification.State.MISSING,
                        Damage.sentence(0, recording.lengthBytes()),
                        numbers(chunks));
            }
            if (size == 0) {
                return answer(
                        Verification.State.WHOLE,
                        "Nothing of this recording has come, so nothing is lost.",
                        List.of());
            }
            return compare(recording, chunks, original, size, read);
        } catch (IOException failed) {
            throw new Problem.Unavailable(
                    "“"
                            + recording.fileName()
                            + "” could not be read to its end ("
                            + failed.getMessage()
                            + "). Look at the disk and try again.",
                    failed);
        }
    }

    private Verification compare(
            Recording recording, List<Chunk> chunks, Path original, long size, LongConsumer read)
            throws IOException {
        List<String> wrong = new ArrayList<>();
        long sum = chunks.isEmpty() ? 0 : chunks.getLast().endBytes();
        boolean isClosed = recording.state() != Recording.State.RECEIVING;
        if (hasGaps(chunks) || (isClosed && sum != recording.lengthBytes())) {
            wrong.add("The list of its pieces is not complete: rows are missing in the database.");
        }
        long should = Math.max(sum, recording.lengthBytes());
        List<Integer> damaged = new ArrayList<>();
        MessageDigest whole = Hashes.sha256();
        try (InputStream in = Files.newInputStream(original)) {
            long at = 0;
            for (Chunk chunk : chunks) {
                // What no row tells of is passed over, and is part of the whole all the same.
                digest(in, chunk.offsetBytes() - at, whole, Hashes.sha256(), read);
                MessageDigest piece = Hashes.sha256();
                long got = digest(in, chunk.lengthBytes(), whole, piece, read);
                at = Math.max(at, chunk.endBytes());
                if (got < chunk.lengthBytes()
                        || !Hashes.hex(piece.digest()).equals(chunk.sha256())) {
                    damaged.add(chunk.number());
                }
            }
            if (isClosed) {
                digest(in, Long.MAX_VALUE, whole, Hashes.sha256(), read);
            }
        }
        if (size < should) {
            wrong.add("Only the first " + size + " of its " + should + " bytes are there.");
        } else if (isClosed && size > should) {
            wrong.add((size - should) + " bytes more are there than were received.");
        }
        if (!damaged.isEmpty()) {
            wrong.add(
                    (damaged.size() == 1 ? "Piece " : "Pieces ")
                            + ranges(damaged)
                            + " of "
                            + chunks.size()
                            + (damaged.size() == 1 ? " is" : " are")
                            + " not as received.");
        }
        boolean wholeIsOther =
                recording.sha256() != null
                        && !recording.sha256().equals(Hashes.hex(whole.digest()));
        if (wholeIsOther) {
            wrong.add("The hash of the whole is another than when it was closed.");
        }
        return wrong.isEmpty()
                ? answer(Verification.State.WHOLE, praise(recording, chunks.size(), sum), damaged)
                : answer(
                        Verification.State.DAMAGED,
                        "This recording is damaged. " + String.join(" ", wrong),
                        damaged);
    }

    private static boolean hasGaps(List<Chunk> chunks) {
        long end = 0;
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.get(i).number() != i || chunks.get(i).offsetBytes() != end) {
                return true;
            }
            end = chunks.get(i).endBytes();
        }
        return false;
    }

    /** Reads so many bytes, or to the end, into both. */
    private static long digest(
            InputStream in, long wanted, MessageDigest one, MessageDigest other, LongConsumer read)
            throws IOException {
        byte[] block = new byte[Math.clamp(wanted, 0, BLOCK)];
        long got = 0;
        while (got < wanted) {
            int more = in.read(block, 0, (int) Math.min(block.length, wanted - got));
            if (more < 0) {
                break;
            }
            one.update(block, 0, more);
            other.update(block, 0, more);
            read.accept(more);
            got += more;
        }
        return got;
    }

    private static String praise(Recording recording, int pieces, long bytes) {
        return String.format(
                Locale.UK,
                "%s %s as received: %,d bytes.",
                pieces == 1 ? "Its one piece" : String.format(Locale.UK, "All %,d pieces", pieces),
                recording.sha256() == null
                        ? (pieces == 1 ? "that has come is" : "that have come are")
                        : "and the whole are",
                bytes);
    }

    /** What it was put together from, one after the other. */
    private Verification joined(Recording recording, LongConsumer read) {
        Verification.State worst = Verification.State.WHOLE;
        List<String> said = new ArrayList<>();
        for (JoinedPart part : recording.joinedFrom()) {
            Recording source = store.get(part.recordingId());
            Verification one = verify(source, read);
            if (one.state().compareTo(worst) > 0) {
                worst = one.state();
            }
            said.add("“" + source.fileName() + "”: " + one.message());
        }
        return answer(worst, String.join(" ", said), List.of());
    }

    private static List<Integer> numbers(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::number).toList();
    }

    /** "3, 7 to 9 and 12"; of very many the first. */
    static String ranges(List<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < numbers.size(); ) {
            int last = i;
            while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
                last++;
            }
            ranges.add(
                    last == i
                            ? numbers.get(i).toString()
                            : numbers.get(i)
                                    + (last == i + 1 ? " and " : " to ")
                                    + numbers.get(last));
            i = last + 1;
        }
        if (ranges.size() > MOST_RANGES) {
            return String.join(", ", ranges.subList(0, MOST_RANGES)) + " and more";
        }
        return ranges.size() == 1
                ? ranges.getFirst()
                : String.join(", ", ranges.subList(0, ranges.size() - 1))
                        + " and "
                        + ranges.getLast();
    }

    private Verification answer(Verification.State state, String message, List<Integer> damaged) {
        return new Verification(state, message, damaged, Database.now(clock));
    }
}
