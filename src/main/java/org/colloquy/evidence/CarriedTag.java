package org.colloquy.evidence;

import java.util.OptionalInt;
import org.colloquy.transcript.ProposedChange;

/**
 * A tag of the present transcript and what it would be if a later hearing is accepted.
 *
 * @param first place of its first word among the present words; empty where that is gone
 * @param last place of its last word
 */
public record CarriedTag(Tag before, Tag after, OptionalInt first, OptionalInt last) {
    /** Whether it counts: withdrawn tags go over too, and say nothing. */
    public boolean counts() {
        return after.state() != Tag.State.WITHDRAWN;
    }

    /** Whether it would ask for review, and whether it does so already. */
    public boolean isForReview() {
        return after.state() == Tag.State.REVIEW;
    }

    /** Whether it would ask for review because of that change, and does not yet. */
    public boolean asksBecauseOf(ProposedChange change) {
        return before.state() == Tag.State.ACTIVE
                && isForReview()
                && first.isPresent()
                && last.isPresent()
                && change.touches(first.getAsInt(), last.getAsInt());
    }
}
