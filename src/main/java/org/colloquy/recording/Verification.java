package org.colloquy.recording;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.colloquy.common.Text;

/**
 * Whether the bytes on disk are those that were received.
 *
 * @param message a sentence for the person
 * @param damaged numbers of the pieces that are not as they were received, in order
 */
public record Verification(State state, Text message, List<Integer> damaged, Instant checkedAt) {
    public Verification {
        damaged = List.copyOf(damaged);
    }

    /** All is as it was received; some of it is not; nothing is there. */
    public enum State {
        WHOLE,
        DAMAGED,
        MISSING;

        /** The name in JSON. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
