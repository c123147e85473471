package org.colloquy.transcript;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One word as people read it now.
 *
 * @param id unique in the transcript and kept for life
 * @param text without white space, never empty
 * @param startMillis where it begins in the recording
 * @param endMillis where it ends, not before its start
 * @param confidence how sure the engine was, 0 to 1; null where a person wrote the text
 * @param machineId the machine's word it stands for; null where a person put it in
 * @param given where a person said who speaks it; null where nobody did
 */
public record Word(
        int id,
        String text,
        long startMillis,
        long endMillis,
        @Nullable Double confidence,
        @Nullable Integer machineId,
        @Nullable Given given) {

    /**
     * A person said who speaks a word.
     *
     * @param before who spoke it until then, as the machine had it; giving it back takes back what
     *     the person said
     */
    public record Given(@Nullable Integer before) {}

    public Word {
        if (id < 1 || text.isBlank() || startMillis < 0 || endMillis < startMillis) {
            throw new IllegalArgumentException(
                    "Word "
                            + id
                            + " “"
                            + text
                            + "” from "
                            + startMillis
                            + " to "
                            + endMillis
                            + " ms");
        }
    }

    /** A word of which nobody said who speaks it. */
    public Word(
            int id,
            String text,
            long startMillis,
            long endMillis,
            @Nullable Double confidence,
            @Nullable Integer machineId) {
        this(id, text, startMillis, endMillis, confidence, machineId, null);
    }

    Word with(@Nullable Given nowGiven) {
        return new Word(id, text, startMillis, endMillis, confidence, machineId, nowGiven);
    }

    /** As said by another one, once a person says so. */
    Word givenTo(@Nullable Integer speaker, @Nullable Integer until) {
        if (given == null) {
            return with(new Given(until));
        }
        return Objects.equals(given.before, speaker) ? with(null) : this;
    }
}
