package org.colloquy.criteria;

/**
 * A run of text that belongs together in the source: a line, a table cell or a paragraph, without
 * its markup.
 *
 * @param line the source line it starts on, from 1
 * @param lastLine the source line it ends on
 * @param row which table row or line of the source; pieces of one row share it
 * @param column the cell within its row, from 0
 * @param offset where in its source line it starts, in characters: tells columns drawn with spaces
 * @param apart whether a blank line or a block of markup lies before it
 * @param drawn whether spaces place it in a column: then its offset tells which
 * @param heading whether markup calls it a heading
 * @param text without markup, white space collapsed, never blank; a bullet stays as printed
 */
record Piece(
        int line,
        int lastLine,
        int row,
        int column,
        int offset,
        boolean apart,
        boolean drawn,
        boolean heading,
        String text) {

    Piece withText(String other) {
        return new Piece(line, lastLine, row, column, offset, apart, drawn, heading, other);
    }

    /** Whether it starts with a bullet or a dash used as one. */
    boolean bullet() {
        return text.length() > 1
                && "•●▪■◦‣·∙\uf0b7\uf0a7-–*".indexOf(text.charAt(0)) >= 0
                && text.charAt(1) == ' ';
    }

    /** The text after its bullet. */
    String unbulleted() {
        return bullet() ? text.substring(2).strip() : text;
    }

    boolean startsSmall() {
        String body = text;
        return !body.isEmpty() && Character.isLowerCase(body.codePointAt(0));
    }
}
