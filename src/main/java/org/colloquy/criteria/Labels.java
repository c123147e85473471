package org.colloquy.criteria;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows the labels in the head of a unit: "Unit Title:", "Credit value", "GLH". */
final class Labels {
    private static final int LONGEST = 60;
    private static final Map<String, Field> WORDS = words();

    /**
     * A label at the start of a text.
     *
     * @param value what follows it, blank where nothing does
     * @param marked whether a colon stands after the label
     */
    record Found(Field field, String value, boolean marked) {}

    private Labels() {}

    private static Map<String, Field> words() {
        Map<String, Field> words = new HashMap<>();
        put(
                words,
                Field.TITLE,
                "unit title",
                "title",
                "title of unit",
                "unit name",
                "name of unit",
                "graded unit title",
                "title of the unit",
                "full unit title");
        put(
                words,
                Field.NUMBER,
                "unit number",
                "ocr unit number",
                "unit no",
                "unit",
                "unit no.",
                "city and guilds unit number",
                "city & guilds unit number",
                "component number",
                "unit num",
                "ncfe unit number",
                "number",
                "awarding organisation unit number",
                "internal unit number",
                "centre unit number");
        put(
                words,
                Field.REFERENCE,
                "unit reference number",
                "unit reference",
                "unit ref",
                "unit ref.",
                "unit reference no",
                "unit reference no.",
                "unit accession number",
                "uan",
                "urn",
                "reference number",
                "reference",
                "unit uan",
                "unit urn",
                "ofqual unit reference number",
                "ofqual unit reference",
                "ofqual reference",
                "ofqual reference number",
                "ofqual unit number",
                "rqf unit number",
                "qcf unit number",
                "unit code",
                "code",
                "ofqual number",
                "unit id",
                "unit accreditation number",
                "accreditation number",
                "unit registration number",
                "rqf reference",
                "qcf reference",
                "qcf reference number",
                "unit reference number (urn)",
                "unit accession number (uan)",
                "sqa unit code",
                "rqf unit reference number",
                "qcf unit reference number",
                "ofqual unit code");
        put(
                words,
                Field.SECTOR_REFERENCE,
                "unit sector reference",
                "sector reference",
                "sector unit number",
                "sector unit reference",
                "ssc reference",
                "ssb reference",
                "sector reference number",
                "nos unit reference",
                "sector unit code");
        put(
                words,
                Field.LEVEL,
                "level",
                "unit level",
                "qcf level",
                "rqf level",
                "scqf level",
                "level of unit",
                "ncfe level",
                "rqf/qcf level",
                "framework level",
                "cqfw level",
                "level of the unit",
                "nqf level");
        put(
                words,
                Field.CREDIT,
                "credit value",
                "credit",
                "credits",
                "unit credit value",
                "credit points",
                "number of credits",
                "qcf credit value",
                "unit credit",
                "unit credits",
                "rqf credit value",
                "scqf credit points",
                "scqf credit value",
                "credits value",
                "credit(s)",
                "credit value of unit",
                "credit points and level");
        put(
                words,
                Field.HOURS,
                "guided learning hours",
                "guided learning hours (glh)",
                "glh",
                "guided learning",
                "guided learning hour",
                "unit guided learning hours",
                "unit glh",
                "guided learning hours - glh",
                "glh (guided learning hours)",
                "guided learning time",
                "recommended glh",
                "recommended guided learning hours",
                "suggested glh");
        put(
                words,
                Field.OTHER,
                "tqt",
                "total qualification time",
                "total qualification time (tqt)",
                "total unit time",
                "tut",
                "total unit time (tut)",
                "total learning time",
                "notional learning hours",
                "notional learning time",
                "learning time",
                "unit learning time",
                "qualification title",
                "qualification",
                "qualification number",
                "qualification number (qn)",
                "qualification accreditation number",
                "qan",
                "qualification level",
                "awarding organisation",
                "awarding body",
                "assessment type",
                "unit type",
                "grading type",
                "superclass",
                "publication date",
                "source",
                "version",
                "sector subject area",
                "sector",
                "ssa",
                "unit status",
                "review date",
                "unit review date",
                "operational start date",
                "unit owner",
                "owner",
                "unit grading structure",
                "grading structure",
                "unit grading",
                "status",
                "mandatory/optional",
                "expiry date",
                "unit expiry date",
                "issue",
                "issue date",
                "unit category",
                "group",
                "endorsement by a sector or regulatory body",
                "endorsed by",
                "relationship to nos",
                "availability for use",
                "unit available from",
                "unit expiry",
                "total hours",
                "independent study hours",
                "sector subject area (ssa)",
                "learner",
                "learner name",
                "assessor",
                "centre",
                "directed study",
                "non-glh",
                "additional hours",
                "date",
                "rqf",
                "qcf",
                "sub level",
                "grading",
                "assessment method",
                "superseded by",
                "sscs",
                "developed by");
        return Map.copyOf(words);
    }

    private static void put(Map<String, Field> words, Field field, String... labels) {
        for (String label : labels) {
            words.put(label, field);
        }
    }

    /** The field whose label this whole text is, or null. */
    static @Nullable Field of(String text) {
        return text.length() > LONGEST ? null : WORDS.get(Headings.normal(text));
    }

    /**
     * The label at the start of a text with its value after a colon or a space. A value after a
     * space alone must look like one of its field.
     */
    static @Nullable Found at(String text) {
        Field whole = of(text);
        if (whole != null) {
            return new Found(whole, "", text.endsWith(":"));
        }
        int colon = text.indexOf(':');
        if (colon > 0 && colon <= LONGEST) {
            Field field = of(text.substring(0, colon));
            if (field != null) {
                return new Found(field, text.substring(colon + 1).strip(), true);
            }
        }
        if (colon > 0 && colon <= LONGEST && FieldValues.namesLevel(text.substring(0, colon))) {
            return new Found(Field.LEVEL, text.substring(0, colon), true);
        }
        int limit = Math.min(text.length(), LONGEST);
        for (int space = text.lastIndexOf(' ', limit);
                space > 0;
                space = text.lastIndexOf(' ', space - 1)) {
            Field field = of(text.substring(0, space));
            String value = text.substring(space + 1).strip();
            if (field != null && FieldValues.fits(field, text.substring(0, space), value)) {
                return new Found(field, FieldValues.withoutDash(value), false);
            }
        }
        return null;
    }

    /** One text "Level: 3 Credit value: 4" as two; a text with one label stays whole. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int limit = Math.min(text.length(), 600);
        for (int at = 1; at < limit; at++) {
            boolean boundary = text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '|';
            if (boundary && startsWithMarkedLabel(text, at)) {
                parts.add(trimEnd(text.substring(start, at)));
                start = at;
            }
        }
        parts.add(text.substring(start).strip());
        return parts.stream().filter(part -> !part.isBlank()).toList();
    }

    private static boolean startsWithMarkedLabel(String text, int at) {
        int colon = text.indexOf(':', at);
        return colon > at
                && colon - at <= 40
                && Character.isUpperCase(text.charAt(at))
                && of(text.substring(at, colon)) != null
                && !endsInLabel(text, at, colon);
    }

    /** Whether the words before belong to the label: "Unit" in "Unit Title:". */
    private static boolean endsInLabel(String text, int at, int colon) {
        int before = text.lastIndexOf(' ', at - 2);
        return of(text.substring(before + 1, colon)) != null
                || (before > 0
                        && of(text.substring(text.lastIndexOf(' ', before - 1) + 1, colon))
                                != null);
    }

    private static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && " |,;/".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
