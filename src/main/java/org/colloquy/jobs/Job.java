package org.colloquy.jobs;

import java.time.Instant;
import java.util.Locale;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work on one recording, as people see it.
 *
 * @param progress 0 to 1; null while not known
 * @param secondsLeft null while not known
 * @param step what it does now, for the person: "Reading the sound"
 * @param problem the sentence that says why it failed
 */
public record Job(
        String id,
        Kind kind,
        String recordingId,
        State state,
        @Nullable Double progress,
        @Nullable Double secondsLeft,
        Text step,
        @Nullable Text problem,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** What is done; the earlier constant goes first where both wait. */
    public enum Kind {
        PREPARE(Text.of("Waiting to be read"), false),
        TRANSCRIBE(Text.of("Waiting to be transcribed"), true),
        SECOND_OPINION(Text.of("Waiting for the second opinion"), true),
        SUGGEST(Text.of("Waiting to look for likely criteria"), false);

        private final Text waiting;
        private final boolean hears;

        Kind(Text waiting, boolean hears) {
            this.waiting = waiting;
            this.hears = hears;
        }

        /** The step of one that has not started. */
        Text waiting() {
            return waiting;
        }

        /** Whether an engine listens: that takes a gigabyte and all cores. */
        boolean hears() {
            return hears;
        }

        /** The name in JSON and in the database. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind parse(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Queued, then running, then one of the other three; failed and cancelled may be retried. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }

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
