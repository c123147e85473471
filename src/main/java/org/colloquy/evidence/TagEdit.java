package org.colloquy.evidence;

import java.util.Map;
import java.util.Objects;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a person makes of a tag.
 *
 * @param reviewed the person looked at the words as they are now: they become the quote. A new
 *     passage is always taken as looked at.
 * @param strength null: as it is
 * @param criterionId null: as it is
 * @param seen the tag that the person changed, so that what others made of it meanwhile stays; null
 *     where that is not known: then this edit is all that counts
 */
public record TagEdit(
        int firstWord,
        int lastWord,
        String reason,
        boolean reviewed,
        @Nullable Strength strength,
        @Nullable String criterionId,
        @Nullable Seen seen) {

    /**
     * A tag as a person had it before them.
     *
     * @param review it asked to be looked at again
     */
    public record Seen(
            int firstWord,
            int lastWord,
            String reason,
            Strength strength,
            String criterionId,
            boolean review) {
        public static Seen of(Tag tag) {
            return new Seen(
                    tag.firstWord(),
                    tag.lastWord(),
                    tag.reason(),
                    tag.strength(),
                    tag.criterion().id(),
                    tag.state() == Tag.State.REVIEW);
        }

        public Seen because(String newReason) {
            return new Seen(firstWord, lastWord, newReason, strength, criterionId, review);
        }
    }

    /** Another passage or reason, whatever others made of the tag. */
    public static TagEdit of(int firstWord, int lastWord, String reason, boolean reviewed) {
        return new TagEdit(firstWord, lastWord, reason, reviewed, null, null, null);
    }

    /**
     * This edit joined with what others made of the tag since the person saw it: what the person
     * left alone stays as it is now. Words that were corrected since were not looked at.
     *
     * @throws Problem.Conflict where both changed the same thing to something different
     */
    TagEdit onto(Tag now) {
        Seen was = seen;
        if (was == null) {
            return this;
        }
        boolean movedByMe = firstWord != was.firstWord() || lastWord != was.lastWord();
        boolean movedByOthers =
                now.firstWord() != was.firstWord() || now.lastWord() != was.lastWord();
        boolean sameWords = firstWord == now.firstWord() && lastWord == now.lastWord();
        if (movedByMe && movedByOthers && !sameWords) {
            throw new Problem.Conflict(
                    "The words of this tag were changed by somebody else meanwhile. Look at where"
                            + " it begins and ends now, and store again.");
        }
        return new TagEdit(
                movedByMe ? firstWord : now.firstWord(),
                movedByMe ? lastWord : now.lastWord(),
                joined(
                        reason,
                        was.reason(),
                        now.reason(),
                        Text.of(
                                "The reason was changed by somebody else meanwhile. Store again to put"
                                        + " yours in its place.")),
                reviewed && (was.review() || now.state() != Tag.State.REVIEW),
                joined(
                        Objects.requireNonNullElse(strength, was.strength()),
                        was.strength(),
                        now.strength(),
                        Text.of(
                                "How far these words meet the criterion was changed by somebody else"
                                        + " meanwhile. Store again to put yours in its place.")),
                criterion(was, now),
                null);
    }

    private String criterion(Seen was, Tag now) {
        String mine = Objects.requireNonNullElse(criterionId, was.criterionId());
        String theirs = now.criterion().id();
        if (!mine.equals(was.criterionId())
                && !theirs.equals(was.criterionId())
                && !theirs.equals(mine)) {
            throw new Problem.Conflict(
                    "This tag was given to criterion {number} by somebody else meanwhile. Store"
                            + " again to put yours in its place.",
                    Map.of("number", now.criterion().number()));
        }
        return mine.equals(was.criterionId()) ? theirs : mine;
    }

    private static <T> T joined(T mine, T was, T now, Text refusal) {
        if (mine.equals(was)) {
            return now;
        }
        if (!now.equals(was) && !now.equals(mine)) {
            throw new Problem.Conflict(refusal);
        }
        return mine;
    }
}
