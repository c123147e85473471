package org.colloquy.recording;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.common.Text;
import org.colloquy.media.ByteSpan;
import org.colloquy.media.Media;
import org.colloquy.media.MediaFacts;
import org.colloquy.media.PartedSound;
import org.jspecify.annotations.Nullable;

/** Makes the listening copy and the waveform of a closed recording. */
final class Preparation {
    private final RecordingStore store;
    private final ManifestStore manifest;
    private final RecordingFiles files;
    private final SoFar soFar;
    private final Media media;

    Preparation(
            RecordingStore store,
            ManifestStore manifest,
            RecordingFiles files,
            SoFar soFar,
            Media media) {
        this.store = store;
        this.manifest = manifest;
        this.files = files;
        this.soFar = soFar;
        this.media = media;
    }

    /** What is promised is said at {@link Recordings#prepare}. */
    void prepare(Recording recording, Progress progress, Cancellation cancellation) {
        String id = recording.id();
        if (recording.state() == Recording.State.RECEIVING) {
            throw new Problem.Conflict("This recording is not closed yet.");
        }
        if (recording.source() == Recording.Source.JOINED) {
            prepareJoined(recording, cancellation);
            return;
        }
        try {
            Text lost = lost(recording);
            List<ByteSpan> spans = manifest.spans(id);
            PartedSound sound =
                    spans.size() > 1
                            ? prepareParts(recording, spans, progress, cancellation)
                            : prepareWhole(recording, progress, cancellation);
            MediaFacts facts = sound.facts();
            List<Text> odd =
                    Stream.of(lost, facts.warning()).filter(sentence -> sentence != null).toList();
            store.ready(id, sound, odd.isEmpty() ? null : Text.joined(odd));
            soFar.drop(id);
        } catch (Problem.BadInput | Problem.TooLarge refused) {
            store.unreadable(id, refused.text());
            throw refused;
        }
    }

    /** Its parts and times stand: only the files are made again. */
    private void prepareJoined(Recording recording, Cancellation cancellation) {
        new JoinedSound(files, media)
                .make(
                        recording.id(),
                        recording.joinedFrom().stream().map(JoinedPart::recordingId).toList(),
                        recording.fileName(),
                        cancellation);
    }

    /**
     * What is to be said where bytes are gone.
     *
     * @throws Problem.BadInput where all are
     */
    private @Nullable Text lost(Recording recording) {
        try {
            long left = files.lengthOnDisk(recording.id());
            if (left >= recording.lengthBytes()) {
                return null;
            }
            Text sentence = Damage.sentence(left, recording.lengthBytes());
            if (left == 0) {
                throw new Problem.BadInput(sentence);
            }
            return sentence;
        } catch (IOException failed) {
            throw new Problem.Unavailable(
                    "“{fileName}” cannot be read in the data folder ({why}).",
                    Map.of(
                            "fileName",
                            recording.fileName(),
                            "why",
                            String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    private PartedSound prepareWhole(
            Recording recording, Progress progress, Cancellation cancellation) {
        String id = recording.id();
        MediaFacts facts =
                media.prepare(
                        files.original(id),
                        recording.fileName(),
                        files.audio(id),
                        files.peaks(id),
                        progress,
                        cancellation);
        return new PartedSound(
                facts, List.of(new PartedSound.Part(0, facts.durationSeconds(), facts.warning())));
    }

    private PartedSound prepareParts(
            Recording recording,
            List<ByteSpan> spans,
            Progress progress,
            Cancellation cancellation) {
        String id = recording.id();
        return media.prepareParts(
                files.original(id),
                spans,
                recording.fileName(),
                files.audio(id),
                files.peaks(id),
                progress,
                cancellation);
    }
}
