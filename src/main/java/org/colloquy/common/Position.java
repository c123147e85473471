package org.colloquy.common;

import java.util.Locale;

/** Where something is in a recording, as people read it. */
public final class Position {
    private Position() {}

    /** "00:41" or "1:02:03". */
    public static String of(long millis) {
        long seconds = millis / 1000;
        return seconds < 3600
                ? String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60);
    }
}
