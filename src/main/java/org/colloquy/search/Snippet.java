package org.colloquy.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a text to show: about {@value #LENGTH} characters around the first lit word.
 *
 * @param highlights [start, end) in {@code text}, in UTF-16 units, in order
 */
record Snippet(String text, List<Span> highlights) {
    /** [start, end) in UTF-16 units. */
    record Span(int start, int end) {}

    private static final int LENGTH = 300;
    private static final int BEFORE = 90;

    /** How far a cut may move to fall between two words. */
    private static final int SLACK = 30;

    private static final String MORE = "…";

    Snippet {
        highlights = List.copyOf(highlights);
    }

    /**
     * @param lit in order, not overlapping
     */
    static Snippet around(String text, List<Span> lit) {
        if (text.length() <= LENGTH + SLACK) {
            return new Snippet(text, lit);
        }
        int first = lit.isEmpty() ? 0 : lit.getFirst().start();
        int from = Math.min(Math.max(0, first - BEFORE), text.length() - LENGTH);
        int start = from == 0 ? 0 : cutBefore(text, from);
        int until = Math.min(text.length(), start + LENGTH);
        int end = until == text.length() ? until : cutAfter(text, until);
        String before = start == 0 ? "" : MORE;
        String after = end == text.length() ? "" : MORE;
        List<Span> moved = new ArrayList<>();
        for (Span span : lit) {
            int litStart = Math.max(span.start(), start);
            int litEnd = Math.min(span.end(), end);
            if (litStart < litEnd) {
                moved.add(
                        new Span(
                                litStart - start + before.length(),
                                litEnd - start + before.length()));
            }
        }
        return new Snippet(before + text.substring(start, end) + after, moved);
    }

    /**
     * A place at most {@value #SLACK} to the left where a word begins, else not within a letter.
     */
    private static int cutBefore(String text, int from) {
        for (int i = from; i > Math.max(0, from - SLACK); i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return wholeLetter(text, from);
    }

    private static int cutAfter(String text, int until) {
        for (int i = until; i < Math.min(text.length(), until + SLACK); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return wholeLetter(text, until);
    }

    /** Moves left until no surrogate pair, accent or joined sign is cut in two. */
    private static int wholeLetter(String text, int place) {
        int at = place;
        while (at > 0 && at > place - SLACK && joins(text, at)) {
            at--;
        }
        return at;
    }

    private static boolean joins(String text, int at) {
        if (Character.isLowSurrogate(text.charAt(at))) {
            return true;
        }
        int next = text.codePointAt(at);
        return switch (Character.getType(next)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_SYMBOL ->
                    true;
            default -> text.charAt(at - 1) == '\u200d';
        };
    }
}
