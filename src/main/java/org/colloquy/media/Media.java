package org.colloquy.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Turns any file with sound into what the other rooms work on: 16-bit PCM at 16 kHz in a WAV file,
 * and the peaks of its waveform. Decoding runs in a worker process that gets bytes and no path.
 */
public final class Media {
    /**
     * How far a file may go.
     *
     * @param longest what lasts longer is refused; at most 18 hours, for WAV ends at 4 GB
     * @param stall a decoder from which nothing comes for so long is stopped
     */
    public record Limits(Duration longest, Duration stall) {
        public static final Limits DEFAULT =
                new Limits(Duration.ofHours(12), Duration.ofSeconds(60));

        public Limits {
            if (longest.isNegative() || longest.compareTo(Duration.ofHours(18)) > 0) {
                throw new IllegalArgumentException("A recording cannot last " + longest);
            }
        }
    }

    private final Limits limits;

    public Media(Limits limits) {
        this.limits = limits;
    }

    /**
     * Decodes a recording and draws its waveform. Both files appear whole or not at all.
     *
     * @param original is read only
     * @param fileName as the person knows it, for the sentences
     * @param wav written: one channel, or two where the file has two that differ
     * @param peaks written: JSON of {@link Peaks}
     * @throws Problem.BadInput where the file is no sound or none of it can be decoded
     * @throws Problem.TooLarge where it lasts longer than the limit
     * @throws Problem.Unavailable where the disk is full or the worker cannot run
     * @throws Problem.Cancelled where the person asked to stop
     */
    public MediaFacts prepare(
            Path original,
            String fileName,
            Path wav,
            Path peaks,
            Progress progress,
            Cancellation cancellation) {
        return write(original, fileName, wav, peaks, progress, cancellation);
    }

    /** As {@link #prepare}, without a waveform. */
    public MediaFacts decode(
            Path original,
            String fileName,
            Path wav,
            Progress progress,
            Cancellation cancellation) {
        return write(original, fileName, wav, null, progress, cancellation);
    }

    private MediaFacts write(
            Path original,
            String fileName,
            Path wav,
            @Nullable Path peaks,
            Progress progress,
            Cancellation cancellation) {
        Sentences sentences = new Sentences(fileName);
        try {
            if (!Files.isRegularFile(original)) {
                throw new Problem.BadInput(
                        Files.exists(original) ? sentences.noPlainFile() : sentences.noFile());
            }
            if (Files.size(original) == 0) {
                throw new Problem.BadInput(sentences.empty());
            }
            Path draft = beside(wav);
            try {
                Decoding decoding =
                        new Decoding(original, draft, limits, sentences, progress, cancellation);
                MediaFacts facts = decoding.run();
                if (peaks != null) {
                    Path peaksDraft = beside(peaks);
                    Files.writeString(
                            peaksDraft, Json.write(decoding.peaks()), StandardCharsets.UTF_8);
                    Files.move(peaksDraft, peaks, StandardCopyOption.ATOMIC_MOVE);
                }
                Files.move(draft, wav, StandardCopyOption.ATOMIC_MOVE);
                return facts;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException disk) {
            throw new Problem.Unavailable(sentences.disk(disk), disk);
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }
}
