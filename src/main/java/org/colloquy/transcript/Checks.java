package org.colloquy.transcript;

import java.util.BitSet;
import org.jdbi.v3.core.Handle;

/** Which words of a transcript somebody said are right. */
public final class Checks {
    private Checks() {}

    /**
     * Ids of the words of a transcript that nobody checked and nobody confirmed: one query for all
     * passages of it.
     */
    public static BitSet unchecked(Handle handle, String transcriptId) {
        return new CheckStore().unchecked(handle, transcriptId);
    }
}
