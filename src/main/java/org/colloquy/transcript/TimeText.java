package org.colloquy.transcript;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says where in a recording something is, in a sentence. */
final class TimeText {
    private TimeText() {}

    /** " at 00:41", " at 1:02:03"; nothing where it is nowhere. */
    static String at(@Nullable Long millis) {
        if (millis == null) {
            return "";
        }
        long seconds = millis / 1_000;
        return seconds < 3_600
                ? String.format(Locale.ROOT, " at %02d:%02d", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT,
                        " at %d:%02d:%02d",
                        seconds / 3_600,
                        seconds / 60 % 60,
                        seconds % 60);
    }
}
