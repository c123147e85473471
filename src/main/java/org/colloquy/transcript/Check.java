package org.colloquy.transcript;

import java.time.Instant;
import org.colloquy.common.WireName;
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
            return WireName.of(this);
        }

        static State of(String stored) {
            return WireName.stored(State.class, stored);
        }
    }

    /** How a learner confirmed. */
    public enum How {
        SELF,
        PRESENCE;

        /** The name in JSON and in the database. */
        @Override
        public String toString() {
            return WireName.of(this);
        }

        static How of(String stored) {
            return WireName.stored(How.class, stored);
        }
    }
}
