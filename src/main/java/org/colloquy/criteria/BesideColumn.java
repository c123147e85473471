package org.colloquy.criteria;

import java.util.Map;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * The columns to the right of the criteria, such as "Knowledge, understanding and skills": no
 * wording of criteria. A cell of several lines comes out as several rows, the last of which goes on
 * with the next cell.
 */
final class BesideColumn {
    private final OutcomeBook book;
    private final Trace trace;
    private int unreadColumn = Integer.MAX_VALUE;

    /** how many cells of the row being read lie in the row before */
    private int shift;

    private int besideRow = -1;
    private boolean beside;
    private boolean besideNoted;

    BesideColumn(OutcomeBook book, Trace trace) {
        this.book = book;
        this.trace = trace;
    }

    /** A table begins whose columns from this one on are beside the criteria. */
    void begin(int column) {
        unreadColumn = column;
        beside = false;
    }

    void end() {
        unreadColumn = Integer.MAX_VALUE;
    }

    boolean startsAt(int column) {
        return column >= unreadColumn;
    }

    /** Whether a piece stands in a column to the right of the criteria, such as "Knowledge". */
    boolean holds(Piece piece, @Nullable Marker marker) {
        if (unreadColumn == Integer.MAX_VALUE) {
            return false;
        }
        if (piece.row() != besideRow) {
            boolean numbered = marker != null && !(marker instanceof Marker.Lettered);
            shift = piece.column() == 0 && marker instanceof Marker.Dotted ? unreadColumn - 1 : 0;
            beside &= piece.column() == 0 && !numbered;
            besideRow = piece.row();
        }
        if (piece.column() + shift >= unreadColumn) {
            beside = !isNewCriterion(marker);
        }
        if (beside) {
            note(piece);
        }
        return beside;
    }

    /** A criterion in a column that its table's head did not announce: then none is left unread. */
    private boolean isNewCriterion(@Nullable Marker marker) {
        boolean isNew =
                marker instanceof Marker.Graded
                        || (marker instanceof Marker.Dotted dotted && !book.holds(dotted.number()));
        if (isNew) {
            unreadColumn = Integer.MAX_VALUE;
        }
        return isNew;
    }

    void note(Piece piece) {
        if (!besideNoted) {
            besideNoted = true;
            trace.doubt(
                    piece.line(),
                    Text.of(
                            "Text in a column beside the criteria, from line {line} on, was "
                                    + "not read: “{words}”.",
                            Map.of(
                                    "line",
                                    piece.line(),
                                    "words",
                                    piece.text()
                                            .substring(0, Math.min(60, piece.text().length())))));
        }
    }
}
