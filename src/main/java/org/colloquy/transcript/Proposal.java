package org.colloquy.transcript;

import java.time.Instant;
import org.colloquy.speech.Model;
import org.jspecify.annotations.Nullable;

/**
 * A later hearing that waits to be looked at, beside the transcript that it would replace.
 *
 * @param engine that heard it
 * @param part what it heard anew, null: the whole
 * @param carried what would stand, made from the present transcript as it is now
 */
public record Proposal(
        String id,
        String recordingId,
        String engine,
        Model model,
        String language,
        Instant createdAt,
        @Nullable Stretch part,
        Present present,
        Carried carried) {

    /** The transcript that would be replaced, as it was read. */
    public record Present(String id, int version, String engine, Model model) {}
}
