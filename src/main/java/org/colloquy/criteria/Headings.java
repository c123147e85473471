package org.colloquy.criteria;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows the headings of published units, as OCR, City & Guilds, Pearson, NCFE and SQA print them.
 */
final class Headings {
    private static final int LONGEST = 120;

    private static final Set<String> PURPOSE =
            Set.of(
                    "unit purpose and aim",
                    "unit purpose and aims",
                    "unit purpose",
                    "purpose",
                    "purpose and aim",
                    "purpose and aims",
                    "purpose of the unit",
                    "unit aim",
                    "unit aims",
                    "aim",
                    "aims",
                    "aim of the unit",
                    "aims of the unit",
                    "aim and purpose",
                    "unit aim and purpose",
                    "unit summary",
                    "summary",
                    "unit overview",
                    "overview",
                    "unit introduction",
                    "introduction",
                    "unit description",
                    "description of unit",
                    "about this unit",
                    "what is this unit about",
                    "unit aims and purpose",
                    "unit aim and objectives",
                    "purpose of unit",
                    "unit purpose and summary",
                    "summary of unit");
    private static final Set<String> OUTCOMES =
            Set.of(
                    "learning outcome",
                    "learning outcomes",
                    "assessment criteria",
                    "assessment criterion",
                    "assessment criteria to be met",
                    "outcomes",
                    "performance criteria",
                    "assessment and grading criteria",
                    "grading criteria",
                    "learning outcomes and assessment criteria",
                    "learning aims",
                    "learning outcomes and criteria",
                    "learning aims and unit content",
                    "learning aim",
                    "assessment standards",
                    "outcomes and assessment standards",
                    "learning outcome and assessment criteria",
                    "criteria",
                    "unit outcomes",
                    "learning objectives",
                    "outcomes and performance criteria",
                    "statement of standards",
                    "unit content and assessment criteria");
    private static final Set<String> EVIDENCE =
            Set.of(
                    "evidence requirements",
                    "evidence requirement",
                    "evidence required",
                    "unit evidence requirements",
                    "evidence requirements for this unit",
                    "evidence requirements for the unit",
                    "evidence requirements for this outcome");
    private static final Set<String> GUIDANCE =
            Set.of(
                    "assessment",
                    "assessment guidance",
                    "assessment requirements",
                    "assessment requirements and guidance",
                    "unit assessment guidance",
                    "guidance on assessment",
                    "assessment and evidence requirements",
                    "unit assessment requirements",
                    "assessment information",
                    "assessment strategy",
                    "assessment requirements/guidance",
                    "evidence and assessment guidance",
                    "unit assessment",
                    "assessment requirements/evidence requirements",
                    "additional assessment requirements",
                    "assessment guidance/requirements");
    private static final Set<String> METHODS =
            Set.of(
                    "assessment methods",
                    "assessment method",
                    "preferred assessment methods",
                    "methods of assessment",
                    "suggested assessment methods",
                    "recommended assessment methods",
                    "preferred methods of assessment",
                    "suggested methods of assessment",
                    "possible assessment methods",
                    "acceptable assessment methods",
                    "types of evidence",
                    "preferred assessment method",
                    "recommended methods of assessment");
    private static final Set<String> OTHER =
            Set.of(
                    "additional information",
                    "unit content",
                    "content",
                    "indicative content",
                    "essential content",
                    "teaching content",
                    "delivery guidance",
                    "delivery",
                    "delivery advice",
                    "guidance",
                    "unit guidance",
                    "resources",
                    "learning resources",
                    "essential resources",
                    "recommended resources",
                    "suggested resources",
                    "suggested reading",
                    "further reading",
                    "functional skills mapping",
                    "functional skills",
                    "functional skills signposting",
                    "core skills",
                    "key skills",
                    "range",
                    "scope",
                    "definitions",
                    "glossary",
                    "essential knowledge",
                    "knowledge and skills",
                    "knowledge and/or skills",
                    "knowledge",
                    "skills",
                    "support notes",
                    "notes",
                    "note",
                    "recommended entry",
                    "entry requirements",
                    "recommended prior knowledge",
                    "equality and inclusion",
                    "context for delivery",
                    "links to other units",
                    "relationship to other units",
                    "links",
                    "national occupational standards",
                    "progression",
                    "employer engagement",
                    "learner name",
                    "learner signature",
                    "assessor signature",
                    "assessor name",
                    "internal verifier signature",
                    "candidate signature",
                    "learner declaration",
                    "additional requirements",
                    "information for tutors",
                    "guidance for tutors",
                    "amplification",
                    "unit amplification",
                    "supporting unit information",
                    "supporting information",
                    "unit information",
                    "grading",
                    "grading descriptors",
                    "amplification and guidance",
                    "mapping",
                    "version history",
                    "change history",
                    "history of changes",
                    "administrative information",
                    "resource requirements",
                    "health and safety",
                    "contents",
                    "index",
                    "teaching strategies",
                    "learning strategies",
                    "teaching and learning",
                    "scenario",
                    "unit abbreviations");

    private static final Map<Heading, Set<String>> WORDS =
            Map.of(
                    Heading.PURPOSE, PURPOSE,
                    Heading.OUTCOMES, OUTCOMES,
                    Heading.EVIDENCE, EVIDENCE,
                    Heading.GUIDANCE, GUIDANCE,
                    Heading.METHODS, METHODS,
                    Heading.OTHER, OTHER);

    private static final List<String> OTHER_STARTS =
            List.of(
                    "national occupational standards (",
                    "nos mapping",
                    "nos reference",
                    "relationship to n",
                    "relationship between",
                    "details of the relationship",
                    "details of relationship",
                    "learner name:",
                    "learner signature",
                    "candidate name:",
                    "candidate signature",
                    "assessor signature",
                    "assessor name",
                    "internal verifier",
                    "iqa signature",
                    "signature of",
                    "guidance on the content",
                    "guidance on approaches",
                    "guidance on learning",
                    "guidance on delivery",
                    "opportunities for",
                    "functional skills signpost",
                    "personal, learning and thinking",
                    "essential guidance for",
                    "mapping with",
                    "mapping to",
                    "this unit links to",
                    "resources required",
                    "indicative reading",
                    "open learning",
                    "history of changes");

    private Headings() {}

    /** The heading that this whole text is, or null. */
    static @Nullable Heading of(String text) {
        if (text.length() > LONGEST || text.isEmpty()) {
            return null;
        }
        String words = normal(text);
        for (Map.Entry<Heading, Set<String>> kind : WORDS.entrySet()) {
            if (kind.getValue().contains(words)) {
                return kind.getKey();
            }
        }
        if (isOutcomeTableHead(words)) {
            return Heading.OUTCOMES;
        }
        String small = text.toLowerCase(Locale.ROOT);
        boolean other = OTHER_STARTS.stream().anyMatch(small::startsWith);
        return other ? Heading.OTHER : null;
    }

    /** A heading with its text after a colon on the same line: "Aim: To ...". */
    static @Nullable Heading before(String text, int colon) {
        return colon <= 0 || colon > 60 ? null : of(text.substring(0, colon));
    }

    private static boolean isOutcomeTableHead(String words) {
        return words.startsWith("learning outcome")
                && words.contains("assessment criteri")
                && words.length() < 90;
    }

    /** Lower case, without a number before it, brackets around plurals and marks after it. */
    static String normal(String text) {
        String small = text.toLowerCase(Locale.ROOT).replace("(s)", "s").replace('’', '\'');
        int end = small.length();
        while (end > 0 && ":.–—-?* ".indexOf(small.charAt(end - 1)) >= 0) {
            end--;
        }
        return Markup.collapse(small.substring(0, end).strip()).replace(" & ", " and ");
    }
}
