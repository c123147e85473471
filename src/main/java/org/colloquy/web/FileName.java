package org.colloquy.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The name of a file as a browser sends it in a header, for reading only: never a path. */
final class FileName {
    private static final int LONGEST = 100;

    private FileName() {}

    /** Decodes percent signs, drops folders and control characters; null for none. */
    static @Nullable String of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String clean = decoded(header).replaceAll("\\p{Cntrl}", " ").strip();
        String name =
                clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
        return name.isBlank() ? null : name.substring(0, Math.min(LONGEST, name.length()));
    }

    private static String decoded(String header) {
        try {
            return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return header;
        }
    }
}
