package org.colloquy.assessment;

import java.time.Instant;
import org.colloquy.common.WireName;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * One person's acknowledgement of one use of what they say in one session.
 *
 * @param noticeVersion of the text that they were shown or read
 * @param recordedBy who noted it
 * @param withdrawn null while it stands
 */
public record Consent(
        String id,
        Participant person,
        Scope scope,
        Basis basis,
        How how,
        int noticeVersion,
        Instant givenAt,
        PersonName recordedBy,
        @Nullable Withdrawal withdrawn) {

    /** Why the use is allowed: they were told of it (the centre's duty), or they agreed to it. */
    public enum Basis {
        NOTICE,
        CONSENT;

        /** The name in JSON and in the database. */
        @Override
        public String toString() {
            return WireName.of(this);
        }

        static Basis of(String stored) {
            return WireName.stored(Basis.class, stored);
        }
    }

    /** How it was said. */
    public enum How {
        SPOKEN,
        TICKED,
        WRITTEN;

        /** The name in JSON and in the database. */
        @Override
        public String toString() {
            return WireName.of(this);
        }

        static How of(String stored) {
            return WireName.stored(How.class, stored);
        }
    }

    /**
     * @param by who noted it
     */
    public record Withdrawal(Instant at, PersonName by, How how, String note) {}

    /** Whether it stands. */
    public boolean stands() {
        return withdrawn == null;
    }
}
