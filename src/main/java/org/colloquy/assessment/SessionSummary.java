package org.colloquy.assessment;

import java.time.LocalDate;
import java.util.Locale;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * A session in a list. Recordings set aside are not counted.
 *
 * @param title "Professional discussion, 23 Nov 2026"
 * @param durationSeconds of all its recordings together
 * @param tags passages tagged in it
 * @param withheld a sentence: why the viewer sees nothing of what is in it; null where they do
 */
public record SessionSummary(
        String id,
        Method method,
        LocalDate date,
        @Nullable String place,
        String title,
        int recordings,
        double durationSeconds,
        State state,
        int tags,
        @Nullable Text withheld) {

    /** How far its recordings are, taken together. */
    public enum State {
        /** Nothing is recorded. */
        NONE,
        /** One is not closed yet. */
        RECEIVING,
        /** One is being prepared or transcribed. */
        WORKING,
        READY,
        FAILED,
        /** A person stopped it before there was a transcript. */
        STOPPED;

        /** The name in JSON. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
