package org.colloquy.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows the labels in the head of a unit: "Unit Title:", "Credit value", "GLH". */
final class Labels {
    private static final int LONGEST = 60;
    private static final Map<String, Field> WORDS = LabelWords.all();

    /**
     * A label at the start of a text.
     *
     * @param value what follows it, blank where nothing does
     * @param marked whether a colon stands after the label
     */
    record Found(Field field, String value, boolean marked) {}

    private Labels() {}

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
        Field behind = FieldValues.labelBehind(text);
        if (behind != null) {
            return new Found(behind, text, false);
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
