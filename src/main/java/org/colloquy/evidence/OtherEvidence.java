package org.colloquy.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.common.WireName;
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
 * @param version from 1, one more with every change, withdrawal and restoring
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
        boolean withdrawn,
        int version) {
    public OtherEvidence {
        criteria = List.copyOf(criteria);
    }

    /** How far it meets one criterion. */
    public record Meets(String criterionId, Strength strength) {}

    public enum Kind {
        WORK_PRODUCT("Work product"),
        WITNESS_TESTIMONY("Witness testimony"),
        OBSERVATION("Observation"),
        REFLECTIVE_ACCOUNT("Reflective account"),
        OTHER("Other evidence");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** As people write it. */
        public String title() {
            return title;
        }

        /** The name in JSON and in the database. */
        @Override
        public String toString() {
            return WireName.of(this);
        }

        /**
         * The kind of that name.
         *
         * @throws Problem.BadInput where there is none
         */
        public static Kind parse(String wire) {
            return WireName.find(Kind.class, wire)
                    .orElseThrow(
                            () ->
                                    new Problem.BadInput(
                                            "“{given}” is no kind of evidence here: use work-product, "
                                                    + "witness-testimony, observation, reflective-account or other.",
                                            Map.of("given", wire)));
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
