package org.colloquy.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Knows the texts that only name other files, from how they begin. */
final class PlaylistCheck {
    /** So much of the beginning is enough. */
    static final int HEAD = 4096;

    private static final Pattern BEGINNING =
            Pattern.compile(
                    "#extm3u.*|ffconcat version.*|v=0\\s+o=.*|\\[playlist].*|\\[reference].*"
                            + "|(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*"
                            + "<(mpd|smil|asx|wpl|playlist|smoothstreamingmedia)\\b.*",
                    Pattern.DOTALL);

    private PlaylistCheck() {}

    static boolean isPlaylist(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        return BEGINNING.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
