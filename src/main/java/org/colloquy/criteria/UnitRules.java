package org.colloquy.criteria;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
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
        limit(Text.of("The title"), clean.title(), TITLE);
        limit(Text.of("The unit number"), clean.number(), SHORT);
        limit(Text.of("The reference"), clean.reference(), SHORT);
        limit(Text.of("The level"), clean.level(), SHORT);
        limit(Text.of("The purpose"), clean.purpose(), PROSE);
        limit(
                Text.of("The text of the evidence requirements"),
                clean.evidenceRequirements(),
                PROSE);
        range(Text.of("The credit value"), clean.creditValue());
        range(Text.of("The number of guided learning hours"), clean.guidedLearningHours());
        if (clean.criterionCount() == 0) {
            throw new Problem.BadInput(UnitChecks.NO_CRITERIA);
        }
        if (clean.criterionCount() > MOST_CRITERIA || clean.outcomes().size() > MOST_CRITERIA) {
            throw new Problem.BadInput(
                    "A unit can have {mostCriteria} criteria at most; split this one.",
                    Map.of("mostCriteria", MOST_CRITERIA));
        }
        checkOutcomes(clean.outcomes());
        for (MethodDraft method : clean.methods()) {
            if (method.name().isEmpty()) {
                throw new Problem.BadInput("Each assessment method needs a name.");
            }
            limit(Text.of("The name of an assessment method"), method.name(), TITLE);
            limit(
                    Text.of("The text on {method}", Map.of("method", method.name())),
                    method.text(),
                    PROSE);
        }
        return clean;
    }

    private static void checkOutcomes(List<OutcomeDraft> outcomes) {
        refuseRepeated(
                Text.of("learning outcome"), outcomes.stream().map(OutcomeDraft::number).toList());
        refuseRepeated(
                Text.of("criterion"),
                outcomes.stream()
                        .flatMap(outcome -> outcome.criteria().stream())
                        .map(CriterionDraft::number)
                        .toList());
        for (OutcomeDraft outcome : outcomes) {
            number(Text.of("Each learning outcome"), outcome.number());
            limit(
                    Text.of("Learning outcome {number}", Map.of("number", outcome.number())),
                    outcome.text(),
                    WORDING);
            for (CriterionDraft criterion : outcome.criteria()) {
                number(Text.of("Each criterion"), criterion.number());
                if (criterion.text().isEmpty()) {
                    throw new Problem.BadInput(
                            "Criterion {number} has no wording.",
                            Map.of("number", criterion.number()));
                }
                limit(
                        Text.of("Criterion {number}", Map.of("number", criterion.number())),
                        criterion.text(),
                        WORDING);
            }
        }
    }

    private static void refuseRepeated(Text what, List<String> numbers) {
        Set<String> repeated = UnitChecks.repeated(numbers);
        if (!repeated.isEmpty()) {
            throw new Problem.BadInput(
                    "The {what} number {numbers} is used more than once. Each number "
                            + "may stand for one only.",
                    Map.of(
                            "what",
                            what,
                            "numbers",
                            repeated.stream()
                                    .sorted()
                                    .limit(10)
                                    .collect(Collectors.joining(", "))));
        }
    }

    private static void number(Text what, String number) {
        if (number.isEmpty() || number.length() > NUMBER) {
            throw new Problem.BadInput(
                    "{what} needs a number of 1 to {number} characters, such as 1.1.",
                    Map.of("what", what, "number", NUMBER));
        }
    }

    private static void limit(Text what, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw new Problem.BadInput(
                    "{what} is longer than {most} characters.", Map.of("what", what, "most", most));
        }
    }

    private static void range(Text what, @Nullable Integer number) {
        if (number != null && (number < 0 || number > 10_000)) {
            throw new Problem.BadInput(
                    "{what} must be from 0 to 10000, not {number}.",
                    Map.of("what", what, "number", number));
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
