package org.colloquy.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/** Other evidence as a person describes it. */
public record OtherEvidenceRequest(
        OtherEvidence.Kind kind,
        String title,
        String location,
        String relevance,
        @Nullable LocalDate date,
        List<OtherEvidence.Meets> criteria) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_LOCATION = 500;
    private static final int LONGEST_RELEVANCE = 2_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    public OtherEvidenceRequest {
        title =
                text(title, LONGEST_TITLE, Text.of("Give it a title."), Text.of("title"))
                        .replace('\n', ' ');
        location =
                text(
                                location,
                                LONGEST_LOCATION,
                                Text.of("Say where it is kept."),
                                Text.of("place where it is kept"))
                        .replace('\n', ' ');
        relevance =
                text(
                        relevance,
                        LONGEST_RELEVANCE,
                        Text.of("Say why it is evidence for these criteria."),
                        Text.of("reason"));
        if (date != null && (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)) {
            throw new Problem.BadInput(
                    "{date} cannot be the day of this evidence.", Map.of("date", date));
        }
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty()) {
            throw new Problem.BadInput("Choose at least one criterion for this evidence.");
        }
        if (criteria.stream().map(OtherEvidence.Meets::criterionId).distinct().count()
                < criteria.size()) {
            throw new Problem.BadInput("Each criterion can be chosen once for this evidence.");
        }
    }

    /** Without control characters other than line breaks. */
    private static String text(String given, int longest, Text wanted, Text name) {
        String clean = given.replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
        if (clean.isEmpty()) {
            throw new Problem.BadInput(wanted);
        }
        if (clean.length() > longest) {
            throw new Problem.TooLarge(
                    "The {name} can have at most {longest} characters.",
                    Map.of("name", name, "longest", longest));
        }
        return clean;
    }
}
