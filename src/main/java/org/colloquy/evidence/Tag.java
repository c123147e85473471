package org.colloquy.evidence;

import java.time.Instant;
import org.colloquy.common.WireName;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * One passage tagged to one criterion.
 *
 * @param firstWord id of the passage's first word in its transcript
 * @param lastWord id of its last word, the same as the first or after it in reading order
 * @param startMillis where the passage begins in the recording
 * @param quote the words when the tag was made, changed or last reviewed
 * @param reason why they are evidence, in the assessor's words; may be empty
 * @param suggested the machine proposed it and a person accepted it
 * @param withdrawn by whom and when; null unless withdrawn
 */
public record Tag(
        String id,
        String recordingId,
        String transcriptId,
        String sessionId,
        Criterion criterion,
        int firstWord,
        int lastWord,
        long startMillis,
        long endMillis,
        String quote,
        String reason,
        Strength strength,
        boolean suggested,
        PersonName by,
        Instant at,
        State state,
        @Nullable Withdrawal withdrawn) {

    /** The criterion as published: "2.3" and its wording. */
    public record Criterion(String id, String number, String text) {}

    public record Withdrawal(PersonName by, Instant at) {}

    public enum State {
        ACTIVE,
        /** Its words were corrected after it was made. */
        REVIEW,
        WITHDRAWN;

        /** The name in JSON and in the database: "review". */
        @Override
        public String toString() {
            return WireName.of(this);
        }

        static State of(String stored) {
            return WireName.stored(State.class, stored);
        }
    }

    /** On another passage, or where its passage is now; quote and state stay. */
    Tag on(Passage passage) {
        return copy(criterion, passage, quote, reason, strength, state);
    }

    /** With the words as they are now for its quote. */
    Tag quoting(Passage passage) {
        return copy(criterion, passage, passage.text(), reason, strength, State.ACTIVE);
    }

    Tag because(String newReason) {
        return copy(criterion, passage(), quote, newReason, strength, state);
    }

    /** As it is read by somebody from whom words are hidden. */
    Tag reading(String newQuote, String newReason) {
        return copy(criterion, passage(), newQuote, newReason, strength, state);
    }

    Tag in(State newState) {
        return copy(criterion, passage(), quote, reason, strength, newState);
    }

    Tag meeting(Criterion newCriterion, Strength newStrength) {
        return copy(newCriterion, passage(), quote, reason, newStrength, state);
    }

    /** Its passage as the tag has it, with its quote for text. */
    Passage passage() {
        return new Passage(firstWord, lastWord, startMillis, endMillis, quote);
    }

    private Tag copy(
            Criterion newCriterion,
            Passage passage,
            String newQuote,
            String newReason,
            Strength newStrength,
            State newState) {
        return new Tag(
                id,
                recordingId,
                transcriptId,
                sessionId,
                newCriterion,
                passage.firstWord(),
                passage.lastWord(),
                passage.startMillis(),
                passage.endMillis(),
                newQuote,
                newReason,
                newStrength,
                suggested,
                by,
                at,
                newState,
                withdrawn);
    }
}
