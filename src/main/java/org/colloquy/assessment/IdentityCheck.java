package org.colloquy.assessment;

import java.time.Instant;
import org.colloquy.common.WireName;
import org.colloquy.people.PersonName;

/** How it was made sure, in one session, that a person is who they say they are. */
public record IdentityCheck(Participant person, How how, String note, Instant at, PersonName by) {
    /** What it was told by. */
    public enum How {
        /** The assessor knows them. */
        KNOWN,
        PHOTO_ID,
        CENTRE_ID,
        OTHER;

        /** The name in JSON and in the database: "photo-id". */
        @Override
        public String toString() {
            return WireName.of(this);
        }

        static How of(String stored) {
            return WireName.stored(How.class, stored);
        }
    }
}
