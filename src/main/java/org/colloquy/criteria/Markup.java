package org.colloquy.criteria;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.criteria.Tags.Effect;

/**
 * Takes a source text apart into {@link Piece}s: lines, tab-separated cells, HTML (whole pages or
 * fragments within plain text), Markdown, and columns drawn with spaces. One pass, linear time.
 */
final class Markup {
    private static final int DRAWN_OFFSET = 8;
    private final String source;
    private final boolean markdown;
    private final boolean pipes;
    private final List<Piece> pieces = new ArrayList<>();
    private final TagReader tags;
    private final StringBuilder cell = new StringBuilder();
    private int line = 1;
    private int row;
    private int column;
    private int cellLine = 1;
    private int cellOffset;
    private int lineStart;
    private boolean lineBlank;
    private boolean apart = true;
    private boolean heading;
    private boolean item;

    /** inside a paragraph or cell of HTML, where the end of a line is only a space */
    private boolean flowing;

    /** between the start and the end of a table row of HTML, which may take many lines */
    private boolean inRow;

    private boolean firstCell = true;
    private boolean pipeLine;

    private Markup(String source) {
        this.source = source;
        this.tags = new TagReader(source);
        this.pipes = Markdown.hasTable(source);
        this.markdown = pipes || Markdown.looksLike(source);
    }

    static List<Piece> read(String source) {
        return new Markup(source).read();
    }

    private List<Piece> read() {
        int at = 0;
        startLine(0);
        while (at < source.length()) {
            char character = source.charAt(at);
            switch (character) {
                case '<' -> at = tag(at);
                case '&' -> at = reference(at);
                case '\r', '\n' -> {
                    boolean pair = source.startsWith("\r\n", at);
                    at += pair ? 2 : 1;
                    newLine(at);
                }
                case '\f', 0x0b, '\u2028', '\u2029' -> {
                    at++;
                    endCell();
                    row++;
                    column = 0;
                }
                case '\t', 0x07 -> {
                    at++;
                    if (flowing && character == '\t') {
                        cell.append(' ');
                    } else {
                        endCell();
                        column++;
                    }
                }
                default -> at = plain(at, character);
            }
        }
        endCell();
        return pieces;
    }

    private int plain(int at, char character) {
        if (character == '|' && pipeLine) {
            endCell();
            column++;
            return at + 1;
        }
        if (character == '\\' && markdown && Markdown.escapes(source, at)) {
            append(source.charAt(at + 1), at);
            return at + 2;
        }
        append(character, at);
        return at + 1;
    }

    private void append(char character, int at) {
        switch (character) {
            case '\u200b', '\u200c', '\u2060', '\ufeff' -> {}
            case 0x1e -> add('-', at);
            case 0x1f -> add('\u00ad', at);
            default -> add(isSpace(character) ? ' ' : character, at);
        }
    }

    private void add(char character, int at) {
        if (cell.isEmpty()) {
            if (character == ' ') {
                return;
            }
            cellLine = line;
            cellOffset = at - lineStart;
        }
        cell.append(character);
    }

    private static boolean isSpace(char character) {
        return character < ' ' || Character.isSpaceChar(character) || character == 0x85;
    }

    private int reference(int at) {
        Entities.Found found = Entities.at(source, at);
        if (found == null) {
            append('&', at);
            return at + 1;
        }
        for (char character : found.text().toCharArray()) {
            append(character, at);
        }
        return at + found.length();
    }

    private void newLine(int next) {
        if ((flowing || inRow) && !lineBlank) {
            if (!cell.isEmpty()) {
                cell.append(' ');
            }
        } else {
            endCell();
            flowing = flowing && inRow;
            heading = false;
            if (!inRow) {
                row++;
                column = 0;
            }
        }
        if (lineBlank) {
            apart = true;
        }
        line++;
        startLine(next);
    }

    private void startLine(int at) {
        int end = Markdown.lineEnd(source, at);
        lineStart = at;
        lineBlank = isBlank(at, end);
        pipeLine = false;
        if (pipes && !flowing && !inRow) {
            int bar = source.indexOf('|', at);
            pipeLine = bar >= 0 && bar < end;
            if (pipeLine) {
                column = isBlank(at, bar) ? -1 : 0;
                apart = true;
            }
        }
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isSpace(source.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private int tag(int at) {
        Tags.Found tag = tags.at(at);
        if (tag == null) {
            append('<', at);
            return at + 1;
        }
        int after = at + tag.length();
        boolean opens = !tag.closing();
        switch (tag.effect()) {
            case INLINE -> {}
            case BREAK -> {
                endCell();
                if (!flowing) {
                    row++;
                }
            }
            case BLOCK, HEADING, ITEM -> {
                block();
                flowing =
                        opens && (tag.effect() != Effect.BLOCK || Markdown.isParagraph(tag.name()));
                heading = opens && tag.effect() == Effect.HEADING;
                item = opens && tag.effect() == Effect.ITEM;
                if (tag.name().equals("table")) {
                    row++;
                    column = 0;
                    inRow = false;
                }
            }
            case ROW -> {
                block();
                row++;
                column = 0;
                firstCell = true;
                flowing = false;
                inRow = opens;
            }
            case CELL -> {
                block();
                if (opens && !firstCell) {
                    column++;
                }
                firstCell = false;
                flowing = opens;
            }
            case SKIPPED -> after = opens ? tags.skip(tag.name(), after) : after;
        }
        countLines(at, after);
        return after;
    }

    private void block() {
        endCell();
        apart = true;
    }

    private void countLines(int from, int to) {
        for (int i = from; i < to; i++) {
            char character = source.charAt(i);
            if (character == '\n' || (character == '\r' && !source.startsWith("\r\n", i))) {
                line++;
                lineStart = i + 1;
                lineBlank = false;
            }
        }
    }

    private void endCell() {
        String text = cell.toString().stripTrailing();
        cell.setLength(0);
        if (text.isBlank() || (pipeLine && Markdown.isRule(text))) {
            return;
        }
        boolean marked = markdown && Markdown.headingLevel(text) > 0;
        if (marked) {
            text = text.substring(Markdown.headingLevel(text)).strip();
        }
        text = Markdown.withoutEmphasis(text);
        if (flowing || pipeLine || column > 0) {
            piece(cellOffset, column, marked, false, collapse(text));
            return;
        }
        int shift = 0;
        List<Columns.Cell> cells = Columns.split(text);
        boolean drawn = cells.size() > 1 || cellOffset > DRAWN_OFFSET;
        for (Columns.Cell part : cells) {
            int offset = cellOffset + part.offset();
            piece(offset, column + shift, marked, drawn, collapse(part.text()));
            shift++;
        }
        column += Math.max(0, shift - 1);
    }

    private void piece(int offset, int atColumn, boolean marked, boolean drawn, String text) {
        if (text.isEmpty()) {
            return;
        }
        String shown = item && !Markers.startsWithMarker(text) ? "• " + text : text;
        item = false;
        boolean isHeading = heading || marked;
        pieces.add(
                new Piece(cellLine, line, row, atColumn, offset, apart, drawn, isHeading, shown));
        apart = false;
    }

    static String collapse(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == ' ') {
                space = !collapsed.isEmpty();
            } else {
                if (space) {
                    collapsed.append(' ');
                    space = false;
                }
                collapsed.append(character);
            }
        }
        return collapsed.toString();
    }
}
