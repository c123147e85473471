package org.colloquy.recording;

import java.time.Instant;
import org.colloquy.common.WireName;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * What the person who records noted at one moment.
 *
 * @param id made by the page; unique in the recording
 * @param partSeconds where in the part it is
 * @param lengthSeconds of a pause or an interruption; null: not known, or it has none
 * @param questionText the planned question as it read when it was asked
 * @param at by the page's clock
 * @param seconds on the recording's timeline; an estimate until its part is decoded
 * @param tagId what it became, once there was a transcript
 * @param withdrawn it was taken back; it is kept, and nobody is shown it
 */
public record Mark(
        String id,
        String recordingId,
        Kind kind,
        int part,
        double partSeconds,
        @Nullable Double lengthSeconds,
        String note,
        @Nullable String questionId,
        @Nullable String questionText,
        @Nullable String criterionId,
        Instant at,
        double seconds,
        @Nullable String tagId,
        PersonName by,
        boolean withdrawn) {

    public enum Kind {
        /** Something to come back to. */
        MOMENT,
        /** A planned question, asked now. */
        QUESTION,
        /** What is said meets a criterion. */
        CRITERION,
        /** Nothing was recorded for a while. */
        PAUSE,
        /** Something disturbed. */
        INTERRUPTION;

        /** Whether it may have a length. */
        boolean lasts() {
            return this == PAUSE || this == INTERRUPTION;
        }

        /** The name in JSON and in the database. */
        @Override
        public String toString() {
            return WireName.of(this);
        }

        static Kind of(String stored) {
            return WireName.stored(Kind.class, stored);
        }
    }

    /** At another place of the timeline. */
    Mark placedAt(double newSeconds) {
        return new Mark(
                id,
                recordingId,
                kind,
                part,
                partSeconds,
                lengthSeconds,
                note,
                questionId,
                questionText,
                criterionId,
                at,
                newSeconds,
                tagId,
                by,
                withdrawn);
    }

    /** As somebody reads it who may not read all that was written. */
    public Mark reading(String newNote, @Nullable String newQuestionText) {
        return new Mark(
                id,
                recordingId,
                kind,
                part,
                partSeconds,
                lengthSeconds,
                newNote,
                questionId,
                newQuestionText,
                criterionId,
                at,
                seconds,
                tagId,
                by,
                withdrawn);
    }
}
