package org.colloquy.evidence;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.colloquy.assessment.Method;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which passages of those that somebody may see.
 *
 * @param chosen by facet the values of which one must be met; a facet that is missing narrows
 *     nothing
 * @param enrolmentId null: of every enrolment
 * @param text words that the quote or the reason must have, in any order; may be empty
 * @param from the first day of sessions; null: from the beginning
 * @param to the last day
 * @param page from 1
 * @param size how many on a page
 */
public record PassageQuery(
        Map<PassageFacet, Set<String>> chosen,
        @Nullable String enrolmentId,
        String text,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int page,
        int size) {
    public static final int USUAL_SIZE = 50;
    public static final int LARGEST_SIZE = 500;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_VALUES = 200;

    public PassageQuery {
        chosen = Map.copyOf(chosen);
        for (Set<String> values : chosen.values()) {
            if (values.size() > MOST_VALUES) {
                throw new Problem.BadInput(
                        "Choose at most {mostValues} values at once.",
                        Map.of("mostValues", MOST_VALUES));
            }
        }
        chosen.getOrDefault(PassageFacet.STRENGTH, Set.of()).forEach(Strength::parse);
        chosen.getOrDefault(PassageFacet.METHOD, Set.of()).forEach(Method::parse);
        chosen.getOrDefault(PassageFacet.STATE, Set.of()).forEach(PassageQuery::state);
        text = text.strip();
        if (text.length() > LONGEST_TEXT) {
            throw new Problem.BadInput(
                    "Search for at most {longestText} characters at once.",
                    Map.of("longestText", LONGEST_TEXT));
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new Problem.BadInput("The last day is before the first one.");
        }
        if (page < 1) {
            throw new Problem.BadInput("Pages are counted from 1.");
        }
        if (size < 1 || size > LARGEST_SIZE) {
            throw new Problem.BadInput(
                    "A page can have 1 to {largestSize} passages.",
                    Map.of("largestSize", LARGEST_SIZE));
        }
    }

    private static void state(String name) {
        for (Tag.State state : Tag.State.values()) {
            if (state.toString().equals(name)) {
                return;
            }
        }
        throw new Problem.BadInput(
                "“{name}” is no state of a tag: use active, review or withdrawn.",
                Map.of("name", name));
    }

    /** Withdrawn tags are listed only for who asks for them. */
    boolean wantsWithdrawn() {
        return chosen.getOrDefault(PassageFacet.STATE, Set.of())
                .contains(Tag.State.WITHDRAWN.toString());
    }
}
