package org.colloquy.transcript;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people said of one word: that it is right, the assessor, the learner, or both.
 *
 * @param checkedAt milliseconds since 1970
 * @param how of the confirmation, as {@link Check.How} is written
 */
record Mark(
        @Nullable String checkedBy,
        @Nullable Long checkedAt,
        @Nullable String confirmedBy,
        @Nullable Long confirmedAt,
        @Nullable String how) {

    private static final Mark NONE = new Mark(null, null, null, null, null);

    static Mark checked(String personId, Instant at) {
        return NONE.withCheck(personId, at);
    }

    static Mark confirmed(@Nullable Mark before, String personId, Instant at, Check.How how) {
        Mark mark = before == null ? NONE : before;
        return new Mark(
                mark.checkedBy, mark.checkedAt, personId, at.toEpochMilli(), how.toString());
    }

    Mark withCheck(String personId, Instant at) {
        return new Mark(personId, at.toEpochMilli(), confirmedBy, confirmedAt, how);
    }

    /** What is left once the confirmation is taken back; null: nothing. */
    @Nullable Mark withoutConfirmation() {
        return checkedBy == null ? null : new Mark(checkedBy, checkedAt, null, null, null);
    }

    boolean isConfirmed() {
        return confirmedBy != null;
    }

    /** Who said so last: the confirmation counts more. */
    String by() {
        String person = confirmedBy == null ? checkedBy : confirmedBy;
        if (person == null) {
            throw new IllegalStateException("Nobody said anything of this word");
        }
        return person;
    }

    long at() {
        Long at = confirmedBy == null ? checkedAt : confirmedAt;
        return at == null ? 0 : at;
    }
}
