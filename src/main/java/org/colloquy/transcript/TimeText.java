package org.colloquy.transcript;

import org.colloquy.common.Position;
import org.jspecify.annotations.Nullable;

/** Says where in a recording something is, in a sentence. */
final class TimeText {
    private TimeText() {}

    /** " at 00:41", " at 1:02:03"; nothing where it is nowhere. */
    static String at(@Nullable Long millis) {
        return millis == null ? "" : " at " + Position.of(millis);
    }
}
