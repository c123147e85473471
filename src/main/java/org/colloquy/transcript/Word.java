package org.colloquy.transcript;

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
 */
public record Word(
        int id,
        String text,
        long startMillis,
        long endMillis,
        @Nullable Double confidence,
        @Nullable Integer machineId) {

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
}
