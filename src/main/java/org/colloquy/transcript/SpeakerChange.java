package org.colloquy.transcript;

import java.time.Instant;
import org.colloquy.common.WireName;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log: who said that somebody else speaks, when, and where.
 *
 * @param firstWord of what was given; null where it is about all of a speaker
 * @param before what the speaker was called, or who spoke until then
 * @param after what the speaker is called, or who speaks from then on
 */
public record SpeakerChange(
        Kind kind,
        PersonName by,
        Instant at,
        @Nullable Integer firstWord,
        @Nullable Integer lastWord,
        String before,
        String after) {

    public enum Kind {
        /** A turn was given to another speaker. */
        TURN,
        /** Some words were. */
        WORDS,
        /** What two speakers said was swapped: everywhere, or from the first word on. */
        SWAP,
        /** A speaker was named. */
        NAME;

        /** The name in JSON and in the database. */
        @Override
        public String toString() {
            return WireName.of(this);
        }

        static Kind of(String stored) {
            return WireName.stored(Kind.class, stored);
        }
    }
}
