package org.colloquy.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.media.Media;
import org.colloquy.media.MediaFacts;
import org.colloquy.media.PartedSound;
import org.colloquy.media.TimelineFacts;
import org.colloquy.media.TimelinePiece;

/** The listening copy of a joined recording, from those of what it was joined from. */
final class JoinedSound {
    private final RecordingFiles files;
    private final Media media;

    JoinedSound(RecordingFiles files, Media media) {
        this.files = files;
        this.media = media;
    }

    /**
     * @param sources in order
     * @return with a part for each source
     */
    PartedSound make(String id, List<String> sources, String name, Cancellation cancellation) {
        List<TimelinePiece> pieces = new ArrayList<>();
        for (String source : sources) {
            Path copy = files.audio(source);
            if (!Files.isRegularFile(copy)) {
                throw new Problem.Unavailable(
                        "The listening copy of one of the recordings is not there. It is made"
                                + " again when Colloquy is started; then try again.");
            }
            pieces.add(new TimelinePiece.Copy(copy));
        }
        TimelineFacts whole =
                media.join(pieces, name, files.audio(id), files.peaks(id), cancellation);
        List<PartedSound.Part> parts = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            double start = whole.startSeconds().get(i);
            double end =
                    i + 1 < sources.size()
                            ? whole.startSeconds().get(i + 1)
                            : whole.durationSeconds();
            parts.add(new PartedSound.Part(start, end - start, null));
        }
        return new PartedSound(
                new MediaFacts(whole.durationSeconds(), whole.channels(), "wav", "pcm_s16le", null),
                parts);
    }
}
