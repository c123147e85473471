package org.colloquy.transcript;

import org.jspecify.annotations.Nullable;

/**
 * One word as the engine heard it; never changed.
 *
 * @param id from 1, in order of time
 * @param confidence 0 to 1
 * @param speaker 1, 2, ...; null where nobody was told apart
 */
public record MachineWord(
        int id,
        String text,
        long startMillis,
        long endMillis,
        double confidence,
        @Nullable Integer speaker) {}
