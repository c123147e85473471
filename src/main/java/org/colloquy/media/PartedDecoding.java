package org.colloquy.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording part by part and puts the parts together. A part that cannot be read costs its
 * own time and nothing else: that is kept open as silence, so far as its bytes, beside those of the
 * other parts, tell how long it was.
 */
final class PartedDecoding {
    /** What a page writes as one part lasts some minutes; a longer guess is wrong. */
    private static final double LONGEST_SILENCE_SECONDS = 3600;

    private static final int MOST_SENTENCES = 4;

    private final Media media;
    private final Path original;
    private final List<ByteSpan> spans;
    private final Sentences sentences;
    private final String fileName;
    private final Path folder;

    /**
     * @param folder for the sound of single parts; made, and gone afterwards
     */
    PartedDecoding(Media media, Path original, List<ByteSpan> spans, String fileName, Path folder) {
        this.media = media;
        this.original = original;
        this.spans = spans;
        this.fileName = fileName;
        this.sentences = new Sentences(fileName);
        this.folder = folder;
    }

    PartedSound run(Path wav, Path peaks, Progress progress, Cancellation cancellation)
            throws IOException {
        clear();
        Files.createDirectories(folder);
        try {
            List<PartSound> sounds = decode(progress, cancellation);
            MediaFacts first =
                    sounds.stream()
                            .map(PartSound::facts)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElseThrow(() -> new Problem.BadInput(sentences.noPartReadable()));
            List<Double> silences = silences(sounds);
            TimelineFacts whole =
                    media.join(pieces(sounds, silences), fileName, wav, peaks, cancellation);
            List<PartedSound.Part> parts = parts(sounds, silences, whole);
            return new PartedSound(
                    new MediaFacts(
                            whole.durationSeconds(),
                            whole.channels(),
                            first.format(),
                            first.codec(),
                            told(parts)),
                    parts);
        } finally {
            clear();
        }
    }

    private Path file(int part) {
        return folder.resolve(part + ".wav");
    }

    private void clear() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private List<PartSound> decode(Progress progress, Cancellation cancellation) {
        long all = Math.max(1, spans.stream().mapToLong(ByteSpan::lengthBytes).sum());
        List<PartSound> sounds = new ArrayList<>();
        long done = 0;
        for (int i = 0; i < spans.size(); i++) {
            long before = done;
            long length = spans.get(i).lengthBytes();
            sounds.add(
                    media.decodePart(
                            original,
                            spans.get(i),
                            i,
                            fileName,
                            file(i),
                            (step, fraction) ->
                                    progress.at(
                                            step,
                                            fraction == null
                                                    ? null
                                                    : (before + fraction * length) / all),
                            cancellation));
            done += length;
        }
        return sounds;
    }

    /** How long each part is silent: 0 for one that can be heard. */
    private List<Double> silences(List<PartSound> sounds) {
        double bytes = 0;
        double seconds = 0;
        for (int i = 0; i < sounds.size(); i++) {
            if (sounds.get(i).facts() != null) {
                bytes += spans.get(i).lengthBytes();
                seconds += sounds.get(i).seconds();
            }
        }
        List<Double> silences = new ArrayList<>();
        for (int i = 0; i < sounds.size(); i++) {
            double guess =
                    sounds.get(i).facts() != null || bytes == 0
                            ? 0
                            : spans.get(i).lengthBytes() * seconds / bytes;
            silences.add(guess > LONGEST_SILENCE_SECONDS ? 0 : guess);
        }
        return silences;
    }

    private List<TimelinePiece> pieces(List<PartSound> sounds, List<Double> silences) {
        List<TimelinePiece> pieces = new ArrayList<>();
        for (int i = 0; i < sounds.size(); i++) {
            pieces.add(
                    sounds.get(i).facts() == null
                            ? new TimelinePiece.Silence(silences.get(i))
                            : new TimelinePiece.Copy(file(i)));
        }
        return pieces;
    }

    private List<PartedSound.Part> parts(
            List<PartSound> sounds, List<Double> silences, TimelineFacts whole) {
        List<PartedSound.Part> parts = new ArrayList<>();
        for (int i = 0; i < sounds.size(); i++) {
            double start = whole.startSeconds().get(i);
            double end =
                    i + 1 < sounds.size()
                            ? whole.startSeconds().get(i + 1)
                            : whole.durationSeconds();
            Text problem =
                    sounds.get(i).facts() == null
                            ? sentences.silentPart(i, silences.get(i), start)
                            : sounds.get(i).problem();
            parts.add(new PartedSound.Part(start, end - start, problem));
        }
        return parts;
    }

    private @Nullable Text told(List<PartedSound.Part> parts) {
        List<Text> problems =
                parts.stream().map(PartedSound.Part::problem).filter(Objects::nonNull).toList();
        if (problems.size() <= MOST_SENTENCES) {
            return problems.isEmpty() ? null : Text.joined(problems);
        }
        List<Text> told = new ArrayList<>(problems.subList(0, MOST_SENTENCES));
        told.add(sentences.morePartsDamaged(problems.size() - MOST_SENTENCES));
        return Text.joined(told);
    }
}
