package org.colloquy.speech.live;

/**
 * A word of a caption, as the page gets it.
 *
 * @param start in seconds since the first sample of its channel
 */
public record CaptionWord(String text, double start, double end) {
    public CaptionWord {
        if (text.isBlank() || !(start >= 0) || !(end >= start)) {
            throw new IllegalArgumentException(
                    "Caption \"" + text + "\" from " + start + " to " + end);
        }
    }

    /** Times to the hundredth: more would only be digits on the way. */
    public static CaptionWord of(String text, double start, double end) {
        double from = Math.max(0, Math.round(start * 100) / 100.0);
        return new CaptionWord(text, from, Math.max(from, Math.round(end * 100) / 100.0));
    }
}
