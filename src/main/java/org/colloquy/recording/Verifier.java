package org.colloquy.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.colloquy.common.Hashes;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
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
                        Text.of("Nothing of this recording has come, so nothing is lost."),
                        List.of());
            }
            return compare(recording, chunks, original, size, read);
        } catch (IOException failed) {
            throw new Problem.Unavailable(
                    "“{fileName}” could not be read to its end ({why}). Look at "
                            + "the disk and try again.",
                    Map.of(
                            "fileName",
                            recording.fileName(),
                            "why",
                            String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    private Verification compare(
            Recording recording, List<Chunk> chunks, Path original, long size, LongConsumer read)
            throws IOException {
        List<Text> wrong = new ArrayList<>();
        long sum = chunks.isEmpty() ? 0 : chunks.getLast().endBytes();
        boolean isClosed = recording.state() != Recording.State.RECEIVING;
        if (hasGaps(chunks) || (isClosed && sum != recording.lengthBytes())) {
            wrong.add(
                    Text.of(
                            "The list of its pieces is not complete: rows are missing in the "
                                    + "database."));
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
            wrong.add(
                    Text.of(
                            "Only the first {left} of its {bytes} bytes are there.",
                            Map.of("left", size, "bytes", should)));
        } else if (isClosed && size > should) {
            wrong.add(
                    Text.of(
                            "{bytes} bytes more are there than were received.",
                            Map.of("bytes", size - should)));
        }
        if (!damaged.isEmpty()) {
            wrong.add(
                    Text.plural(
                            damaged.size(),
                            "Piece {pieces} of {all} is not as received.",
                            "Pieces {pieces} of {all} are not as received.",
                            Map.of("pieces", ranges(damaged), "all", chunks.size())));
        }
        boolean wholeIsOther =
                recording.sha256() != null
                        && !recording.sha256().equals(Hashes.hex(whole.digest()));
        if (wholeIsOther) {
            wrong.add(Text.of("The hash of the whole is another than when it was closed."));
        }
        return wrong.isEmpty()
                ? answer(Verification.State.WHOLE, praise(recording, chunks.size(), sum), damaged)
                : answer(
                        Verification.State.DAMAGED,
                        Text.of(
                                "This recording is damaged. {why}",
                                Map.of("why", Text.joined(wrong))),
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

    private static Text praise(Recording recording, int pieces, long bytes) {
        Map<String, Long> size = Map.of("bytes", bytes);
        return recording.sha256() == null
                ? Text.plural(
                        pieces,
                        "Its one piece that has come is as received: {bytes} bytes.",
                        "All {count} pieces that have come are as received: {bytes} bytes.",
                        size)
                : Text.plural(
                        pieces,
                        "Its one piece and the whole are as received: {bytes} bytes.",
                        "All {count} pieces and the whole are as received: {bytes} bytes.",
                        size);
    }

    /** What it was put together from, one after the other. */
    private Verification joined(Recording recording, LongConsumer read) {
        Verification.State worst = Verification.State.WHOLE;
        List<Text> said = new ArrayList<>();
        for (JoinedPart part : recording.joinedFrom()) {
            Recording source = store.get(part.recordingId());
            Verification one = verify(source, read);
            if (one.state().compareTo(worst) > 0) {
                worst = one.state();
            }
            said.add(
                    Text.of(
                            "“{fileName}”: {verdict}",
                            Map.of("fileName", source.fileName(), "verdict", one.message())));
        }
        return answer(worst, Text.joined(said), List.of());
    }

    private static List<Integer> numbers(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::number).toList();
    }

    /** "3, 7 to 9 and 12"; of very many the first. */
    static Text ranges(List<Integer> numbers) {
        List<Text> ranges = new ArrayList<>();
        for (int i = 0; i < numbers.size(); ) {
            int last = i;
            while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
                last++;
            }
            ranges.add(range(numbers.get(i), numbers.get(last)));
            i = last + 1;
        }
        boolean tooMany = ranges.size() > MOST_RANGES;
        Text end = tooMany ? Text.of("more") : ranges.getLast();
        return ranges.subList(0, tooMany ? MOST_RANGES : ranges.size() - 1).stream()
                .reduce((before, next) -> Text.of("{before}, {next}", pair(before, next)))
                .map(before -> Text.of("{before} and {next}", pair(before, end)))
                .orElse(end);
    }

    private static Text range(int first, int last) {
        if (last == first) {
            return Text.asItIs(Integer.toString(first));
        }
        Map<String, Object> ends = pair(Integer.toString(first), Integer.toString(last));
        return last == first + 1
                ? Text.of("{before} and {next}", ends)
                : Text.of("{before} to {next}", ends);
    }

    private static Map<String, Object> pair(Object before, Object next) {
        return Map.of("before", before, "next", next);
    }

    private Verification answer(Verification.State state, Text message, List<Integer> damaged) {
        return new Verification(state, message, damaged, Database.now(clock));
    }
}
