package org.colloquy.criteria;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.common.Problem;
import org.colloquy.criteria.UnitDraft.CriterionDraft;
import org.colloquy.criteria.UnitDraft.MethodDraft;
import org.colloquy.criteria.UnitDraft.OutcomeDraft;
import org.jspecify.annotations.Nullable;

/** What a draft must be to be kept as a unit. */
final class UnitRules {
    private static final int TITLE = 300;
    private static final int SHORT = 60;
    private static final int NUMBER = 20;
    private static final int WORDING = 10_000;
    private static final int PROSE = 100_000;
    private static final int MOST_CRITERIA = 2_000;

    private UnitRules() {}

    /**
     * The draft with white space at the ends of its texts taken off.
     *
     * @throws Problem.BadInput naming what is missing, twice there or too long
     */
    static UnitDraft check(UnitDraft draft) {
        UnitDraft clean = stripped(draft);
        if (clean.title().isEmpty()) {
            throw new Problem.BadInput("The unit needs a title.");
        }
        limit("The title", clean.title(), TITLE);
        limit("The unit number", clean.number(), SHORT);
        limit("The reference", clean.reference(), SHORT);
        limit("The level", clean.level(), SHORT);
        limit("The purpose", clean.purpose(), PROSE);
        limit("The text of the evidence requirements", clean.evidenceRequirements(), PROSE);
        range("The credit value", clean.creditValue());
        range("The number of guided learning hours", clean.guidedLearningHours());
        if (clean.criterionCount() == 0) {
            throw new Problem.BadInput(UnitChecks.NO_CRITERIA);
        }
        if (clean.criterionCount() > MOST_CRITERIA || clean.outcomes().size() > MOST_CRITERIA) {
            throw new Problem.BadInput(
                    "A unit can have " + MOST_CRITERIA + " criteria at most; split this one.");
        }
        checkOutcomes(clean.outcomes());
        for (MethodDraft method : clean.methods()) {
            if (method.name().isEmpty()) {
                throw new Problem.BadInput("Each assessment method needs a name.");
            }
            limit("The name of an assessment method", method.name(), TITLE);
            limit("The text on " + method.name(), method.text(), PROSE);
        }
        return clean;
    }

    private static void checkOutcomes(List<OutcomeDraft> outcomes) {
        refuseRepeated("learning outcome", outcomes.stream().map(OutcomeDraft::number).toList());
        refuseRepeated(
                "criterion",
                outcomes.stream()
                        .flatMap(outcome -> outcome.criteria().stream())
                        .map(CriterionDraft::number)
                        .toList());
        for (OutcomeDraft outcome : outcomes) {
            number("Each learning outcome", outcome.number());
            limit("Learning outcome " + outcome.number(), outcome.text(), WORDING);
            for (CriterionDraft criterion : outcome.criteria()) {
                number("Each criterion", criterion.number());
                if (criterion.text().isEmpty()) {
                    throw new Problem.BadInput(
                            "Criterion " + criterion.number() + " has no wording.");
                }
                limit("Criterion " + criterion.number(), criterion.text(), WORDING);
            }
        }
    }

    private static void refuseRepeated(String what, List<String> numbers) {
        Set<String> repeated = UnitChecks.repeated(numbers);
        if (!repeated.isEmpty()) {
            throw new Problem.BadInput(
                    "The "
                            + what
                            + " number "
                            + repeated.stream().sorted().limit(10).collect(Collectors.joining(", "))
                            + " is used more than once. Each number may stand for one only.");
        }
    }

    private static void number(String what, String number) {
        if (number.isEmpty() || number.length() > NUMBER) {
            throw new Problem.BadInput(
                    what + " needs a number of 1 to " + NUMBER + " characters, such as 1.1.");
        }
    }

    private static void limit(String what, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw new Problem.BadInput(what + " is longer than " + most + " characters.");
        }
    }

    private static void range(String what, @Nullable Integer number) {
        if (number != null && (number < 0 || number > 10_000)) {
            throw new Problem.BadInput(what + " must be from 0 to 10000, not " + number + ".");
        }
    }

    private static UnitDraft stripped(UnitDraft draft) {
        return new UnitDraft(
                draft.title().strip(),
                strip(draft.number()),
                strip(draft.reference()),
                strip(draft.level()),
                draft.creditValue(),
                draft.guidedLearningHours(),
                strip(draft.purpose()),
                draft.simulationAllowed(),
                strip(draft.evidenceRequirements()),
                draft.outcomes().stream()
                        .map(
                                outcome ->
                                        new OutcomeDraft(
                                                outcome.number().strip(),
                                                outcome.text().strip(),
                                                outcome.criteria().stream()
                                                        .map(
                                                                one ->
                                                                        new CriterionDraft(
                                                                                one.number()
                                                                                        .strip(),
                                                                                one.text().strip()))
                                                        .toList()))
                        .toList(),
                draft.methods().stream()
                        .map(one -> new MethodDraft(one.name().strip(), one.text().strip()))
                        .toList());
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
