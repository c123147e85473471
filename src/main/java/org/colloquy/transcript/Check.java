package org.colloquy.transcript;

import java.time.Instant;
import java.util.Locale;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Words in a row that somebody said are right. Words in none are as the machine heard them.
 *
 * @param firstWord of the words, in reading order
 * @param how of a confirmation: by the learner's own account, or noted in their presence
 */
public record Check(
        int firstWord, int lastWord, State state, PersonName by, Instant at, @Nullable How how) {

    /** What was said of a word. */
    public enum State {
        CHECKED,
        CONFIRMED;

        /** The name in JSON and in the database. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    /** How a learner confirmed. */
    public enum How {
        SELF,
        PRESENCE;

        /** The name in JSON and in the database. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static How of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }
}
