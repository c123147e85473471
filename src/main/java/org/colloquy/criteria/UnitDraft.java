package org.colloquy.criteria;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit as understood or typed in, before it is saved. It may still be incomplete: an empty title
 * or an outcome without words is something for the assessor to correct. Null means that the
 * specification does not say.
 *
 * @param number the awarding body's number of the unit, "23"
 * @param reference the Ofqual number ("D/601/1553") where there is one, else the sector's reference
 * @param level as printed without the word: "4", "Entry 3"
 * @param simulationAllowed null where the text does not say, or says neither yes nor no
 */
public record UnitDraft(
        String title,
        @Nullable String number,
        @Nullable String reference,
        @Nullable String level,
        @Nullable Integer creditValue,
        @Nullable Integer guidedLearningHours,
        @Nullable String purpose,
        @Nullable Boolean simulationAllowed,
        @Nullable String evidenceRequirements,
        List<OutcomeDraft> outcomes,
        List<MethodDraft> methods) {

    public UnitDraft {
        outcomes = List.copyOf(outcomes);
        methods = List.copyOf(methods);
    }

    public int criterionCount() {
        return outcomes.stream().mapToInt(outcome -> outcome.criteria().size()).sum();
    }

    /** A learning outcome: its number without "LO" ("1", or "A" for a learning aim). */
    public record OutcomeDraft(String number, String text, List<CriterionDraft> criteria) {
        public OutcomeDraft {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * A criterion: its number as printed ("2.3", "P1"; "1a" where a letter stands under outcome 1).
     */
    public record CriterionDraft(String number, String text) {}

    /** A way of assessing that the specification prefers, and what it says about it. */
    public record MethodDraft(String name, String text) {}
}
