package org.colloquy.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Durable;
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
            try (Excerpt file = Excerpt.whole(original)) {
                return decode(file, sentences, false, wav, peaks, progress, cancellation);
            }
        } catch (IOException disk) {
            throw new Problem.Unavailable(sentences.disk(disk), disk);
        }
    }

    private MediaFacts decode(
            Excerpt file,
            Sentences sentences,
            boolean salvage,
            Path wav,
            @Nullable Path peaks,
            Progress progress,
            Cancellation cancellation)
            throws IOException {
        Path draft = beside(wav);
        try {
            Decoding decoding =
                    new Decoding(file, draft, salvage, limits, sentences, progress, cancellation);
            MediaFacts facts = decoding.run();
            if (peaks != null) {
                write(decoding.peaks(), peaks);
            }
            Durable.rename(draft, wav);
            return facts;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Peaks drawn, Path peaks) throws IOException {
        Path draft = beside(peaks);
        Files.writeString(draft, Json.write(drawn), StandardCharsets.UTF_8);
        Durable.rename(draft, peaks);
    }

    /**
     * As {@link #prepare}, of a recording that is a row of self-contained files. One that breaks
     * off plays to its end; one that is no sound is silent for about as long as it was.
     *
     * @param spans where the parts lie in the original, in order
     * @throws Problem.BadInput where none of them is sound
     */
    public PartedSound prepareParts(
            Path original,
            List<ByteSpan> spans,
            String fileName,
            Path wav,
            Path peaks,
            Progress progress,
            Cancellation cancellation) {
        try {
            return new PartedDecoding(
                            this, original, spans, fileName, wav.resolveSibling("audio.parts"))
                    .run(wav, peaks, progress, cancellation);
        } catch (IOException disk) {
            throw new Problem.Unavailable(new Sentences(fileName).disk(disk), disk);
        }
    }

    /**
     * Decodes one part. That it is no sound is an answer and no failure.
     *
     * @param part its number from 0, for the sentences
     */
    public PartSound decodePart(
            Path original,
            ByteSpan span,
            int part,
            String fileName,
            Path wav,
            Progress progress,
            Cancellation cancellation) {
        Sentences sentences = new Sentences(fileName).ofPart(part);
        try (Excerpt file = Excerpt.of(original, span)) {
            if (file.size() == 0) {
                return new PartSound(null, sentences.empty());
            }
            MediaFacts facts = decode(file, sentences, true, wav, null, progress, cancellation);
            return new PartSound(facts, facts.warning());
        } catch (Problem.BadInput noSound) {
            return new PartSound(null, noSound.text());
        } catch (IOException disk) {
            throw new Problem.Unavailable(sentences.disk(disk), disk);
        }
    }

    /**
     * Puts listening copies behind one another into one, and draws the waveform of the whole. It
     * has two channels where one of them has. Both files appear whole or not at all.
     *
     * @param fileName of the whole, for the sentences
     * @param peaks null: no waveform
     * @throws Problem.TooLarge where the whole lasts longer than the limit
     * @throws Problem.Unavailable where the disk is full
     */
    public TimelineFacts join(
            List<TimelinePiece> pieces,
            String fileName,
            Path wav,
            @Nullable Path peaks,
            Cancellation cancellation) {
        Sentences sentences = new Sentences(fileName);
        Path draft = beside(wav);
        try {
            Timeline timeline = new Timeline(pieces, cancellation);
            if (timeline.seconds() > limits.longest().toSeconds()) {
                throw new Problem.TooLarge(sentences.tooLongTogether(limits.longest().toHours()));
            }
            try (Sound sound = new Sound(draft, timeline.channels())) {
                TimelineFacts facts = timeline.write(sound);
                if (peaks != null) {
                    write(sound.peaks(), peaks);
                }
                Durable.rename(draft, wav);
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
