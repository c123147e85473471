package org.colloquy.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What putting a state back touched.
 *
 * @param transcriptId whose words, turns, speakers or checks; null: none
 * @param versionBefore of that transcript, 0 where there is none
 * @param tags whether a tag is other than before
 * @param tagsToReview ids of tags that are for review since
 */
public record Touched(
        @Nullable String transcriptId, int versionBefore, boolean tags, List<String> tagsToReview) {
    public Touched {
        tagsToReview = List.copyOf(tagsToReview);
    }

    /** Only tags, or what stands beside them. */
    public static Touched ofTags() {
        return new Touched(null, 0, true, List.of());
    }

    /** Nothing of the words and no tag. */
    public static Touched nothing() {
        return new Touched(null, 0, false, List.of());
    }
}
