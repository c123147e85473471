package org.colloquy.criteria;

import org.jspecify.annotations.Nullable;

/** Running text of a section: broken lines joined, paragraphs kept apart by an empty line. */
final class Prose {
    private final Wording wording;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private int lastRow = -1;

    Prose(Wording wording) {
        this.wording = wording;
    }

    void add(Piece piece) {
        boolean newRow = piece.row() != lastRow;
        if (piece.apart() && newRow) {
            endParagraph("\n\n");
        } else if (piece.bullet() && newRow) {
            endParagraph("\n");
        }
        lastRow = piece.row();
        wording.append(paragraph, piece.text());
    }

    /** Makes the next piece start a paragraph. */
    void breakParagraph() {
        endParagraph("\n\n");
    }

    private void endParagraph(String mark) {
        if (!paragraph.isEmpty()) {
            text.append(paragraph).append(mark);
            paragraph.setLength(0);
        }
    }

    boolean isEmpty() {
        return text.isEmpty() && paragraph.isEmpty();
    }

    @Nullable String finished() {
        return isEmpty() ? null : Wording.finished(text.toString() + paragraph);
    }
}
