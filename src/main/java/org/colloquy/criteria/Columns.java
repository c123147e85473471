package org.colloquy.criteria;

import java.util.ArrayList;
import java.util.List;

/** Columns that a program drew with spaces when it copied a table as text. */
final class Columns {
    private static final int GAP = 3;

    /** A cell and where it starts, in characters from the start of the line's text. */
    record Cell(int offset, String text) {}

    private Columns() {}

    /**
     * Splits where three or more spaces stand between words, or two before a criterion's number.
     */
    static List<Cell> split(String text) {
        List<Cell> cells = new ArrayList<>();
        int start = 0;
        int at = text.indexOf("  ");
        while (at >= 0) {
            int end = at;
            while (end < text.length() && text.charAt(end) == ' ') {
                end++;
            }
            boolean wide = end - at >= GAP || Markers.startsWithDotted(text, end);
            if (wide && !isBulletOnly(text, start, at)) {
                cells.add(new Cell(start, text.substring(start, at)));
                start = end;
            }
            at = text.indexOf("  ", end);
        }
        cells.add(new Cell(start, text.substring(start)));
        return cells;
    }

    private static boolean isBulletOnly(String text, int start, int end) {
        return end - start == 1 && !Character.isLetterOrDigit(text.charAt(start));
    }
}
