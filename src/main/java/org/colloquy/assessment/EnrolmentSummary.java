package org.colloquy.assessment;

import java.time.Instant;
import java.util.List;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A learner on a unit, and how far they are.
 *
 * @param criteria the unit's criteria in order, each with how much evidence there is for it
 * @param lastSessionAt when the latest session began, future ones included
 */
public record EnrolmentSummary(
        String id,
        PersonName learner,
        UnitName unit,
        PersonName assessor,
        @Nullable PersonName iqa,
        Instant createdAt,
        List<CriterionCount> criteria,
        int sessionCount,
        @Nullable Instant lastSessionAt) {
    public EnrolmentSummary {
        criteria = List.copyOf(criteria);
    }

    /** A unit as others name it. */
    public record UnitName(String id, String title, @Nullable String number) {}

    /**
     * A criterion's number, "2.3", and what there is for it.
     *
     * @param passages that are tagged to it
     * @param other pieces of evidence beside recordings
     */
    public record CriterionCount(String number, int passages, int other) {}
}
