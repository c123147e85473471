package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds a text in turns, over the borders of words and not over those of turns.
 *
 * <ul>
 *   <li>Places do not overlap: the first from the left counts.
 *   <li>A place begins and ends between characters as people see them: an accent that stands for
 *       itself belongs to its letter.
 *   <li>As whole words: no letter, digit or apostrophe of the same word stands right beside it.
 *       What is looked for may begin or end with punctuation.
 *   <li>Without regard to case, letters are compared one by one: no letter becomes two.
 * </ul>
 */
final class Finder {
    /** A stretch of a turn's text, the end not included. */
    record Place(int start, int end) {}

    private final String find;
    private final boolean matchCase;
    private final boolean wholeWords;

    Finder(ReplaceRequest request) {
        this.matchCase = request.matchCase();
        this.wholeWords = request.wholeWords();
        this.find = matchCase ? request.find() : folded(request.find());
    }

    List<Place> in(String text) {
        String searched = matchCase ? text : folded(text);
        List<Place> places = new ArrayList<>();
        int at = searched.indexOf(find);
        while (at >= 0) {
            int end = at + find.length();
            if (isWhole(text, at, end)) {
                places.add(new Place(at, end));
                at = searched.indexOf(find, end);
            } else {
                at = searched.indexOf(find, at + 1);
            }
        }
        return places;
    }

    private boolean isWhole(String text, int start, int end) {
        int after = end < text.length() ? text.codePointAt(end) : ' ';
        int first = text.codePointAt(start);
        if (isMark(after) || isMark(first) || cutsPair(text, start) || cutsPair(text, end)) {
            return false;
        }
        if (!wholeWords) {
            return true;
        }
        boolean opens = isLetter(first) && belongsBefore(text, start);
        boolean goesOn = isLetter(text.codePointBefore(end)) && belongsAfter(text, end);
        return !opens && !goesOn;
    }

    private static boolean belongsBefore(String text, int at) {
        if (at == 0) {
            return false;
        }
        int before = text.codePointBefore(at);
        int further = at - Character.charCount(before);
        return isLetter(before)
                || isApostrophe(before) && further > 0 && isLetter(text.codePointBefore(further));
    }

    private static boolean belongsAfter(String text, int at) {
        if (at == text.length()) {
            return false;
        }
        int after = text.codePointAt(at);
        int further = at + Character.charCount(after);
        return isLetter(after)
                || isApostrophe(after)
                        && further < text.length()
                        && isLetter(text.codePointAt(further));
    }

    private static boolean cutsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    static boolean isLetter(int character) {
        return Character.isLetterOrDigit(character) || isMark(character);
    }

    private static boolean isApostrophe(int character) {
        return character == '\'' || character == '\u2019';
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> character == 0x200D;
        };
    }

    /** In one case, every character in its place. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int lower = Character.toLowerCase(Character.toUpperCase(character));
            boolean sameLength = Character.charCount(lower) == Character.charCount(character);
            folded.appendCodePoint(sameLength ? lower : character);
            i += Character.charCount(character);
        }
        return folded.toString();
    }
}
