package org.colloquy.speech.activity;

/** A stretch of the recording, in seconds from its start. */
public record Span(double startSeconds, double endSeconds) {
    public Span {
        if (!(startSeconds >= 0) || !(endSeconds >= startSeconds)) {
            throw new IllegalArgumentException("Span from " + startSeconds + " to " + endSeconds);
        }
    }

    public double seconds() {
        return endSeconds - startSeconds;
    }

    /** Seconds that both have in common, 0 where none. */
    public double overlap(double start, double end) {
        return Math.max(0, Math.min(end, endSeconds) - Math.max(start, startSeconds));
    }
}
