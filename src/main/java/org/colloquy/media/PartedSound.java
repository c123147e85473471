package org.colloquy.media;

import java.util.List;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * What became of a recording in several parts.
 *
 * @param facts of the whole
 */
public record PartedSound(MediaFacts facts, List<Part> parts) {
    public PartedSound {
        parts = List.copyOf(parts);
    }

    /**
     * One part on the timeline of the whole.
     *
     * @param problem a sentence where something is wrong with it
     */
    public record Part(double startSeconds, double durationSeconds, @Nullable Text problem) {}
}
