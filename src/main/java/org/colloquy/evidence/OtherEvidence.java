package org.colloquy.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * What shows a learner's competence beside recordings: where it is kept and why it counts, never
 * the thing itself.
 *
 * @param location where it can be looked at: a file, a folder, a cabinet
 * @param relevance why it is evidence for these criteria
 * @param date when it was made or seen; null: not said
 * @param criteria in the order of the unit
 */
public record OtherEvidence(
        String id,
        String enrolmentId,
        Kind kind,
        String title,
        String location,
        String relevance,
        @Nullable LocalDate date,
        List<Meets> criteria,
        PersonName by,
        Instant at,
        boolean withdrawn) {
    public OtherEvidence {
        criteria = List.copyOf(criteria);
    }

    /** How far it meets one criterion. */
    public record Meets(String criterionId, Strength strength) {}

    public enum Kind {
        WORK_PRODUCT("work-product", "Work product"),
        WITNESS_TESTIMONY("witness-testimony", "Witness testimony"),
        OBSERVATION("observation", "Observation"),
        REFLECTIVE_ACCOUNT("reflective-account", "Reflective account"),
        OTHER("other", "Other evidence");

        private final String wire;
        private final String title;

        Kind(String wire, String title) {
            this.wire = wire;
            this.title = title;
        }

        /** As people write it. */
        public String title() {
            return title;
        }

        /** The name in JSON and in the database. */
        @Override
        public String toString() {
            return wire;
        }

        /**
         * The kind of that name.
         *
         * @throws Problem.BadInput where there is none
         */
        public static Kind parse(String wire) {
            for (Kind kind : values()) {
                if (kind.wire.equals(wire)) {
                    return kind;
                }
            }
            throw new Problem.BadInput(
                    "“{given}” is no kind of evidence here: use work-product, "
                            + "witness-testimony, observation, reflective-account or other.",
                    Map.of("given", wire));
        }
    }

    /** Whether it says the same about the same thing. */
    boolean saysTheSameAs(OtherEvidenceRequest request) {
        return kind == request.kind()
                && title.equals(request.title())
                && location.equals(request.location())
                && relevance.equals(request.relevance())
                && java.util.Objects.equals(date, request.date())
                && java.util.Set.copyOf(criteria).equals(java.util.Set.copyOf(request.criteria()));
    }
}
