package org.colloquy.criteria;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Joins the lines that a page broke. Needs all words of the text, to judge a hyphen at a line's
 * end.
 */
final class Wording {
    private static final char SOFT_HYPHEN = '\u00ad';
    private final Set<String> words = new HashSet<>();

    Wording(List<Piece> pieces) {
        for (Piece piece : pieces) {
            String text = piece.text();
            int start = 0;
            for (int i = 0; i <= text.length(); i++) {
                boolean inside = i < text.length() && isWord(text.charAt(i));
                if (!inside) {
                    if (i > start) {
                        words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                    }
                    start = i + 1;
                }
            }
        }
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character) || character == '-' || character == '’';
    }

    /**
     * Appends the next line. A word divided at the line's end loses its hyphen where the text has
     * the undivided word elsewhere; else the hyphen stays, for it may be the word's own.
     *
     * @return whether a hyphen stayed that only a reader can judge
     */
    boolean append(StringBuilder text, String next) {
        if (next.isEmpty()) {
            return false;
        }
        int end = text.length();
        if (end == 0) {
            text.append(next);
            return false;
        }
        char last = text.charAt(end - 1);
        if (last == SOFT_HYPHEN) {
            text.setLength(end - 1);
            text.append(next);
            return false;
        }
        boolean divided =
                (last == '-' || last == '\u2010' || last == '\u2011')
                        && end > 1
                        && Character.isLetter(text.charAt(end - 2))
                        && Character.isLowerCase(next.codePointAt(0));
        if (!divided) {
            text.append(last == '/' && end > 1 && text.charAt(end - 2) != ' ' ? "" : " ")
                    .append(next);
            return false;
        }
        String head = lastWord(text, end - 1);
        String tail = firstWord(next);
        if (words.contains((head + tail).toLowerCase(Locale.ROOT))) {
            text.setLength(end - 1);
            text.append(next);
            return false;
        }
        text.append(tail.equals("and") || tail.equals("or") ? " " : "").append(next);
        return !words.contains((head + "-" + tail).toLowerCase(Locale.ROOT));
    }

    private static String lastWord(StringBuilder text, int end) {
        int start = end;
        while (start > 0 && isWord(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    /** The finished wording: without soft hyphens. */
    static String finished(CharSequence text) {
        return text.toString().replace("\u00ad", "").strip();
    }
}
