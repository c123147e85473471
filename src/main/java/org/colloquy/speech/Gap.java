package org.colloquy.speech;

/**
 * Speech that could not be transcribed, because the engine failed on it twice or gave no words that
 * can be trusted; in seconds from the start of the recording.
 */
public record Gap(double startSeconds, double endSeconds) {
    public Gap {
        if (!(startSeconds >= 0) || !(endSeconds >= startSeconds)) {
            throw new IllegalArgumentException("Gap from " + startSeconds + " to " + endSeconds);
        }
    }
}
