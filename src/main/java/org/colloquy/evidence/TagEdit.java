package org.colloquy.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What a person makes of a tag.
 *
 * @param reviewed the person looked at the words as they are now: they become the quote. A new
 *     passage is always taken as looked at.
 * @param strength null: as it is
 * @param criterionId null: as it is
 */
public record TagEdit(
        int firstWord,
        int lastWord,
        String reason,
        boolean reviewed,
        @Nullable Strength strength,
        @Nullable String criterionId) {

    /** Another passage or reason. */
    public static TagEdit of(int firstWord, int lastWord, String reason, boolean reviewed) {
        return new TagEdit(firstWord, lastWord, reason, reviewed, null, null);
    }
}
