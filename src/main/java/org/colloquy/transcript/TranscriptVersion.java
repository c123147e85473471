package org.colloquy.transcript;

import java.time.Instant;
import org.colloquy.common.WireName;
import org.colloquy.speech.Model;
import org.jspecify.annotations.Nullable;

/**
 * One of the hearings of a recording. None is ever deleted.
 *
 * @param engine that heard it: of a part, that part alone
 * @param part what was heard anew, null: the whole
 */
public record TranscriptVersion(
        String id,
        String engine,
        Model model,
        String language,
        Instant createdAt,
        State state,
        @Nullable Stretch part) {

    public enum State {
        /** The one that people read, correct and tag. */
        PRESENT,
        /** It was present once. */
        EARLIER,
        /** It waits to be looked at. */
        PROPOSED,
        /** A person, or a later hearing, put it away. */
        DISCARDED;

        /** The name in JSON and in the database. */
        @Override
        public String toString() {
            return WireName.of(this);
        }

        static State of(String stored) {
            return WireName.stored(State.class, stored);
        }
    }
}
