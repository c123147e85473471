package org.colloquy.transcript;

import java.util.List;

/**
 * A changed turn.
 *
 * @param version of the transcript after the change
 * @param tagsToReview ids of the tags whose words this change touched
 */
public record TurnSaved(int version, Turn turn, List<String> tagsToReview) {
    public TurnSaved {
        tagsToReview = List.copyOf(tagsToReview);
    }
}
