package org.colloquy.recording;

import java.time.Instant;
import java.util.Locale;
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
        @Nullable String problem,
        boolean setAside,
        Instant createdAt,
        PersonName createdBy) {

    /** Where it came from. */
    public enum Source {
        MICROPHONE,
        FILE;

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
