package org.colloquy.recording;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.colloquy.common.Text;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * One recording of a session.
 *
 * @param fileName as given, on one line; for reading only, never a path
 * @param lengthBytes acknowledged so far
 * @param sha256 of the whole original; null until it is closed
 * @param format of the original and its sound track, as FFmpeg names them: "wav/pcm_s16le"
 * @param problem a sentence: why it is unreadable, or what was odd
 * @param parts the self-contained parts of the original, in order; none while nothing has come
 * @param microphones in the order of the channels; none: not said
 * @param lastReceivedAt when the last piece was acknowledged
 * @param joinedFrom the recordings it was put together from, in order
 * @param joinedInto the recording that it is a part of now and that is not set aside
 */
public record Recording(
        String id,
        String sessionId,
        String fileName,
        String mediaType,
        Source source,
        State state,
        int receivedChunks,
        long lengthBytes,
        @Nullable String sha256,
        @Nullable Double durationSeconds,
        @Nullable Integer channels,
        @Nullable String format,
        @Nullable Text problem,
        boolean setAside,
        Instant createdAt,
        PersonName createdBy,
        List<RecordingPart> parts,
        List<Microphone> microphones,
        @Nullable Instant lastReceivedAt,
        List<JoinedPart> joinedFrom,
        @Nullable String joinedInto) {
    public Recording {
        parts = List.copyOf(parts);
        microphones = List.copyOf(microphones);
        joinedFrom = List.copyOf(joinedFrom);
    }

    /**
     * Whether each person has a microphone, so that the channel tells who speaks: two channels that
     * differ, and not one name for both.
     */
    public boolean tellsSpeakersByChannel() {
        if (microphones.size() != 2 || channels == null || channels != 2) {
            return false;
        }
        String first = microphones.getFirst().speaker();
        return first == null || !first.equals(microphones.getLast().speaker());
    }

    /** The same with what is kept beside it. */
    Recording with(
            List<RecordingPart> itsParts,
            List<Microphone> itsMicrophones,
            List<JoinedPart> itsSources) {
        return new Recording(
                id,
                sessionId,
                fileName,
                mediaType,
                source,
                state,
                receivedChunks,
                lengthBytes,
                sha256,
                durationSeconds,
                channels,
                format,
                problem,
                setAside,
                createdAt,
                createdBy,
                itsParts,
                itsMicrophones,
                lastReceivedAt,
                itsSources,
                joinedInto);
    }

    /** Where it came from. */
    public enum Source {
        MICROPHONE,
        FILE,
        /** Put together from others; its originals are theirs. */
        JOINED;

        /** The name in JSON and in the database. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Source parse(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** Not closed yet; closed; can be heard; the bytes are kept, but are no sound. */
    public enum State {
        RECEIVING,
        PREPARING,
        READY,
        UNREADABLE;

        /** The name in JSON and in the database. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State parse(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }
}
