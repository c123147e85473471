package org.colloquy.transcript;

import org.jspecify.annotations.Nullable;

/**
 * A place where another engine heard something else than what is written.
 *
 * @param id made of the place and both wordings: the same as long as these are
 * @param firstWord null, as the last, where nothing is written there
 * @param before where nothing is written: the word it stands before, null at the turn's end
 * @param written empty where only the other heard something
 * @param heard empty where the other heard nothing
 * @param surer whether the other engine is surer of its words than the first of the ones written
 */
public record Difference(
        String id,
        int turnId,
        @Nullable Integer firstWord,
        @Nullable Integer lastWord,
        @Nullable Integer before,
        String written,
        String heard,
        long startMillis,
        long endMillis,
        boolean surer) {}
