package org.colloquy.transcript;

import org.colloquy.common.Problem;

/**
 * A part of a recording, in milliseconds; the end does not belong to it. A word belongs to the part
 * that its middle lies in.
 */
public record Stretch(long fromMillis, long toMillis) {
    public Stretch {
        if (fromMillis < 0 || toMillis <= fromMillis) {
            throw new Problem.BadInput(
                    "A part begins at 0 seconds or later and ends after it begins.");
        }
    }

    boolean holds(double middleMillis) {
        return middleMillis >= fromMillis && middleMillis < toMillis;
    }
}
