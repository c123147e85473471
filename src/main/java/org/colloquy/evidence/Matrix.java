package org.colloquy.evidence;

import java.util.List;
import org.colloquy.assessment.Method;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * A learner's unit, criterion by criterion, against all evidence there is.
 *
 * @param columns sessions by date, then other evidence by date
 * @param rows in the order of the unit
 * @param missing what is still wanted, in the order of the unit
 */
public record Matrix(
        String enrolmentId, List<Column> columns, List<Row> rows, List<Missing> missing) {
    public Matrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    /**
     * A session or a piece of other evidence.
     *
     * @param kind "session" or "other"
     * @param location of other evidence
     * @param method of a session
     */
    public record Column(
            String kind,
            String id,
            String title,
            @Nullable String date,
            @Nullable String location,
            @Nullable Method method) {}

    /**
     * A criterion.
     *
     * @param outcome the number of its learning outcome
     * @param state "none", or the strongest evidence there is
     * @param unchecked whether all that meets it fully or partly rests on words nobody checked
     * @param review how many of its tags are to be looked at again
     */
    public record Row(
            String outcome,
            Tag.Criterion criterion,
            String state,
            boolean unchecked,
            int review,
            List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The evidence of one column for one criterion; there is no cell where there is none.
     *
     * @param column the column's id
     * @param strength the strongest
     * @param passages how many
     * @param unchecked how many of them have words nobody checked
     * @param review how many of them are to be looked at again
     * @param strongest the passage to hear first; null for other evidence
     */
    public record Cell(
            String column,
            Strength strength,
            int passages,
            int unchecked,
            int review,
            @Nullable Tag strongest) {}

    /**
     * A criterion that wants evidence.
     *
     * @param why "nothing", "context", "partly" or "unchecked"
     * @param text a sentence for people
     */
    public record Missing(Tag.Criterion criterion, String why, Text text) {}
}
