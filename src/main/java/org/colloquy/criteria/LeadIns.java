package org.colloquy.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that only introduce what follows: "The learner will:", "Assessment criteria", "Pass". */
final class LeadIns {
    private static final int LONGEST = 160;
    private static final int MOST_IN_A_ROW = 8;
    private static final Pattern WHOLE =
            Pattern.compile(
                    "(?:the |a |each )?(?:learner|candidate|student|trainee|apprentice)s?"
                            + " (?:will|can|must|should|could)"
                            + "(?: be able to| need to be able to| be expected to)?(?: also)?");
    private static final Pattern WITH_COLON =
            Pattern.compile(
                    "(?:(?:on|by|in|after|at|upon|to|when|having) [^:]{2,90})?"
                            + "(?:the |a |each )?\\b(?:learner|candidate|student|trainee|apprentice|you)s?,?"
                            + " (?:will|can|must|should|could|is|are|has|have|needs?)\\b[^:]{0,60}");
    private static final Set<String> TABLE_WORDS =
            Set.of(
                    "pass",
                    "merit",
                    "distinction",
                    "lo",
                    "ac",
                    "los",
                    "acs",
                    "no",
                    "ref",
                    "evidence",
                    "evidence type",
                    "type of evidence",
                    "portfolio reference",
                    "portfolio ref",
                    "date",
                    "assessor initials",
                    "evidence ref",
                    "achieved",
                    "evidence reference",
                    "page number",
                    "assessor",
                    "signature",
                    "evidence location",
                    "page",
                    "notes",
                    "comments",
                    "criterion",
                    "criteria",
                    "number",
                    "outcome",
                    "key words");

    private static final List<String> HEADS =
            List.of(
                    "learning outcomes and assessment criteria",
                    "learning outcomes assessment criteria",
                    "learning outcome assessment criteria",
                    "learning outcomes",
                    "learning outcome",
                    "assessment criteria");

    private LeadIns() {}

    static boolean isLeadIn(String text) {
        if (text.length() > LONGEST || text.isEmpty()) {
            return false;
        }
        boolean colon = text.endsWith(":") || text.endsWith("…") || text.endsWith("...");
        String small = Headings.normal(text);
        return WHOLE.matcher(small).matches()
                || (colon && WITH_COLON.matcher(small.replace("…", "").strip()).matches());
    }

    /** A word that heads a column of the table of criteria. */
    static boolean isTableWord(String text) {
        return text.length() < 30 && TABLE_WORDS.contains(Headings.normal(text));
    }

    /** Cuts a lead-in off the start of each piece: "The learner can: 1.1 Explain" becomes two. */
    static List<Piece> split(List<Piece> pieces) {
        List<Piece> split = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            String text = piece.text();
            int most = MOST_IN_A_ROW;
            for (int end = leadInEnd(text); end > 0 && most > 0; end = leadInEnd(text)) {
                most--;
                split.add(piece.withText(text.substring(0, end).strip()));
                text = text.substring(end).strip();
            }
            if (!text.isEmpty()) {
                split.add(piece.withText(text));
            }
        }
        return split;
    }

    /** Where the lead-in at the start of a longer text ends; 0 for none. */
    private static int leadInEnd(String text) {
        int colon = text.indexOf(':');
        if (colon > 0 && colon < Math.min(LONGEST, text.length() - 1)) {
            if (isLeadIn(text.substring(0, colon + 1))) {
                return colon + 1;
            }
        }
        String small = text.substring(0, Math.min(50, text.length())).toLowerCase(Locale.ROOT);
        for (String head : HEADS) {
            int end = head.length();
            if (small.startsWith(head + " ")) {
                String rest = text.substring(end).strip();
                boolean numbered = !rest.isEmpty() && !small.startsWith(head + " assess");
                if (numbered && opensCriteria(rest, head.equals("learning outcome"))) {
                    return end;
                }
            }
        }
        return 0;
    }

    private static boolean opensCriteria(String rest, boolean singular) {
        int colon = rest.indexOf(':');
        boolean leadIn = colon > 0 && colon < LONGEST && isLeadIn(rest.substring(0, colon + 1));
        boolean table = Headings.normal(rest).startsWith("assessment criteria");
        return leadIn || table || (!singular && Markers.startsWithMarker(rest));
    }
}
