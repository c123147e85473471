package org.colloquy.media;

import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * What became of one part of a recording.
 *
 * @param facts null where no sound could be read from it
 * @param problem a sentence where something is wrong with it
 */
public record PartSound(@Nullable MediaFacts facts, @Nullable Text problem) {
    /** Seconds of sound in it. */
    public double seconds() {
        return facts == null ? 0 : facts.durationSeconds();
    }
}
