package org.colloquy.criteria;

import java.util.List;
import org.colloquy.criteria.UnitDraft.MethodDraft;
import org.jspecify.annotations.Nullable;

/**
 * A unit that is kept. Fields as in {@link UnitDraft}.
 *
 * @param inUse whether a session was held for it: then it cannot be changed any more
 */
public record Unit(
        String id,
        String title,
        @Nullable String number,
        @Nullable String reference,
        @Nullable String level,
        @Nullable Integer creditValue,
        @Nullable Integer guidedLearningHours,
        @Nullable String purpose,
        @Nullable Boolean simulationAllowed,
        @Nullable String evidenceRequirements,
        List<Outcome> outcomes,
        List<MethodDraft> methods,
        boolean inUse) {

    public Unit {
        outcomes = List.copyOf(outcomes);
        methods = List.copyOf(methods);
    }

    /** A learning outcome with its criteria, in the order of the specification. */
    public record Outcome(String id, String number, String text, List<Criterion> criteria) {
        public Outcome {
            criteria = List.copyOf(criteria);
        }
    }

    /** All criteria, in the order of the specification. */
    public List<Criterion> criteria() {
        return outcomes.stream().flatMap(outcome -> outcome.criteria().stream()).toList();
    }
}
