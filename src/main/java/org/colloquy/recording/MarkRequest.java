package org.colloquy.recording;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A mark as the page sends it.
 *
 * @param part number of the part it is in
 * @param partSeconds where in the part it is
 * @param lengthSeconds of a pause or an interruption; null: it still lasts, or it has no length
 * @param questionId of a question's mark
 * @param criterionId of a criterion's mark; a question's may have one too
 * @param at by the page's clock, ISO 8601
 */
public record MarkRequest(
        Mark.Kind kind,
        int part,
        double partSeconds,
        @Nullable Double lengthSeconds,
        String note,
        @Nullable String questionId,
        @Nullable String criterionId,
        String at) {
    private static final int MOST_PARTS = 100_000;
    private static final double MOST_SECONDS = 7 * 24 * 3600.0;
    private static final int LONGEST_NOTE = 1_500;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public MarkRequest {
        if (part < 0 || part > MOST_PARTS) {
            throw new Problem.BadInput("A mark's part is a number from 0.");
        }
        requireSeconds(partSeconds);
        if (lengthSeconds != null) {
            requireSeconds(lengthSeconds);
        }
        if (note.length() > LONGEST_NOTE) {
            throw new Problem.TooLarge(
                    "The note of a mark can have at most 1,500 characters: write more into the notes"
                            + " of the session.");
        }
        note = note.replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
        if (kind == Mark.Kind.CRITERION && criterionId == null) {
            throw new Problem.BadInput("The mark of a criterion must say which criterion.");
        }
        if (kind == Mark.Kind.QUESTION && questionId == null) {
            throw new Problem.BadInput("The mark of a question must say which question.");
        }
        time(at);
    }

    private static void requireSeconds(double seconds) {
        if (!(seconds >= 0 && seconds <= MOST_SECONDS)) {
            throw new Problem.BadInput("A mark's seconds are a number from 0 to a week.");
        }
    }

    private static Instant time(String text) {
        try {
            Instant at = Instant.parse(text);
            if (at.isAfter(EARLIEST) && at.isBefore(LATEST)) {
                return at.truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException unreadable) {
            throw new Problem.BadInput(
                    "The time of a mark is written as 2026-11-23T10:30:00Z.", unreadable);
        }
        throw new Problem.BadInput("The time of that mark cannot be right.");
    }

    Instant time() {
        return time(at);
    }

    long partMillis() {
        return Math.round(partSeconds * 1000);
    }

    /** Of what has a length; null for every other kind. */
    @Nullable Long lengthMillis() {
        return lengthSeconds == null || !kind.lasts() ? null : Math.round(lengthSeconds * 1000);
    }
}
