package org.colloquy.recording;

import java.util.List;
import org.colloquy.common.FileNames;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What begins a recording.
 *
 * @param id as it was given out with its key; null: a new one
 * @param microphones in the order of the channels, at most two; null: not said
 */
public record RecordingRequest(
        @Nullable String id,
        String fileName,
        String mediaType,
        Recording.Source source,
        @Nullable List<Microphone> microphones) {
    private static final int MOST_MICROPHONES = 2;
    private static final String UNKNOWN_TYPE = "application/octet-stream";
    private static final String MEDIA_TYPE = "[\\w.+-]{1,60}/[\\w.+-]{1,60}(\\s*;[ -~]{0,80})?";

    /** Of a file or of a microphone that nothing more is known of. */
    public static RecordingRequest of(String fileName, String mediaType, Recording.Source source) {
        return new RecordingRequest(null, fileName, mediaType, source, null);
    }

    /**
     * The same with what people may read brought on one line.
     *
     * @throws Problem.BadInput where it cannot be begun like that
     */
    RecordingRequest cleaned() {
        if (source == Recording.Source.JOINED) {
            throw new Problem.BadInput(
                    "A recording comes from a microphone or a file; recordings of a session are"
                            + " joined with a request of its own.");
        }
        List<Microphone> given = microphones == null ? List.of() : microphones;
        if (given.size() > MOST_MICROPHONES) {
            throw new Problem.BadInput("A recording has one or two microphones, not more.");
        }
        String type = mediaType.strip();
        return new RecordingRequest(
                id == null ? null : RecordingKeys.checked(id),
                FileNames.clean(fileName),
                type.matches(MEDIA_TYPE) ? type : UNKNOWN_TYPE,
                source,
                given.stream().map(Microphone::cleaned).toList());
    }
}
