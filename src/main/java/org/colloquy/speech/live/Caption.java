package org.colloquy.speech.live;

import java.util.List;

/**
 * What is new of one channel.
 *
 * @param fixed words that follow those fixed before, and stay
 * @param open words after them that may still change: all there are now
 */
public record Caption(List<CaptionWord> fixed, List<CaptionWord> open) {
    public static final Caption NOTHING = new Caption(List.of(), List.of());

    public Caption {
        fixed = List.copyOf(fixed);
        open = List.copyOf(open);
    }
}
