package org.colloquy.media;

import java.util.List;

/**
 * A timeline that was put together.
 *
 * @param startSeconds where each piece begins, in order
 */
public record TimelineFacts(double durationSeconds, int channels, List<Double> startSeconds) {
    public TimelineFacts {
        startSeconds = List.copyOf(startSeconds);
    }
}
