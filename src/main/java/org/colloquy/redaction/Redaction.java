package org.colloquy.redaction;

import java.time.Instant;
import org.colloquy.people.PersonName;

/**
 * One stretch that is hidden.
 *
 * @param recordingId the recording it was made in, or one that shares its sound
 * @param startMillis in that recording
 * @param reason why, in the words of who made it; may be empty
 */
public record Redaction(
        String id,
        String recordingId,
        long startMillis,
        long endMillis,
        String reason,
        PersonName by,
        Instant at) {}
