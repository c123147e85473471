package org.colloquy.transcript;

import java.util.Map;
import org.colloquy.common.Position;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/** Says where in a recording something is, in a sentence. */
final class TimeText {
    private TimeText() {}

    /** "Corrected a turn at 00:41."; without a time where it is nowhere. */
    static Text at(@Nullable Long millis, Text what) {
        return millis == null
                ? Text.of("{what}.", Map.of("what", what))
                : Text.of(
                        "{what} at {position}.",
                        Map.of("what", what, "position", Position.of(millis)));
    }
}
