package org.colloquy.criteria;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.criteria.OutcomeBook.Entry;
import org.colloquy.criteria.OutcomeBook.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Reads a unit from CSV with the columns outcome, criterion and text, separated by commas,
 * semicolons or tabs. The outcome may be a number or a number with its wording ("1 Be able to
 * ..."); left empty it is that of the row above. Rows before the head may give the title and other
 * details ("Title,Mend clothes").
 */
final class UnitCsv {
    private enum Column {
        OUTCOME,
        OUTCOME_TEXT,
        CRITERION,
        TEXT
    }

    private static final Map<Column, Set<String>> NAMES =
            Map.of(
                    Column.OUTCOME,
                    Set.of(
                            "outcome",
                            "learning outcome",
                            "lo",
                            "outcome number",
                            "learning outcome number"),
                    Column.OUTCOME_TEXT,
                    Set.of("outcome text", "learning outcome text", "outcome wording"),
                    Column.CRITERION,
                    Set.of(
                            "criterion",
                            "criteria",
                            "ac",
                            "criterion number",
                            "assessment criterion",
                            "assessment criterion number"),
                    Column.TEXT,
                    Set.of(
                            "text",
                            "wording",
                            "description",
                            "criterion text",
                            "criterion wording"));

    private static final int HEAD_WITHIN = 12;
    private final Trace trace = new Trace();
    private final OutcomeBook book = new OutcomeBook();
    private final List<CsvRecord> rows;
    private final Map<Column, Integer> columns;
    private final int headRow;

    private UnitCsv(List<CsvRecord> rows, int headRow, Map<Column, Integer> columns) {
        this.rows = rows;
        this.headRow = headRow;
        this.columns = columns;
    }

    /**
     * Reads a text that is such a CSV; null for any other text.
     *
     * @throws Problem.BadInput where its quotes do not match, with the line
     */
    static @Nullable UnitPreview parse(String text) {
        for (char separator : new char[] {',', ';', '\t'}) {
            UnitCsv csv = open(text, separator);
            if (csv != null) {
                return csv.read(text);
            }
        }
        return null;
    }

    /** Looks for the head in the first rows; only then is the whole text read. */
    private static @Nullable UnitCsv open(String text, char separator) {
        List<CsvRecord> rows = new ArrayList<>();
        int headRow = -1;
        Map<Column, Integer> columns = Map.of();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .trimWhitespacesAroundQuotes(true)
                        .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                rows.add(row);
                if (headRow < 0) {
                    columns = head(row);
                    headRow = columns.isEmpty() ? -1 : rows.size() - 1;
                }
                if (headRow < 0 && rows.size() == 1 && isHeadless(row)) {
                    columns = Map.of(Column.OUTCOME, 0, Column.CRITERION, 1, Column.TEXT, 2);
                    break;
                }
                if (headRow < 0 && rows.size() >= HEAD_WITHIN) {
                    return null;
                }
            }
            if (columns.isEmpty()) {
                return null;
            }
            reader.forEach(rows::add);
        } catch (CsvParseException broken) {
            if (columns.isEmpty()) {
                return null;
            }
            throw new Problem.BadInput(
                    "The CSV cannot be read after line {line}: a quotation mark is "
                            + "not closed, or a cell is too long.",
                    Map.of("line", rows.isEmpty() ? 1 : rows.getLast().getStartingLineNumber()),
                    broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new UnitCsv(rows, headRow, columns);
    }

    private static Map<Column, Integer> head(CsvRecord row) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < row.getFieldCount(); i++) {
            String name = Headings.normal(row.getField(i).replace('_', ' '));
            for (Map.Entry<Column, Set<String>> known : NAMES.entrySet()) {
                if (known.getValue().contains(name)) {
                    columns.putIfAbsent(known.getKey(), i);
                }
            }
        }
        boolean enough = columns.containsKey(Column.CRITERION) && columns.containsKey(Column.TEXT);
        return enough ? columns : Map.of();
    }

    /** A first row such as {@code 1,1.1,"Identify ..."}. */
    private static boolean isHeadless(CsvRecord row) {
        return row.getFieldCount() >= 3
                && Markers.read(row.getField(0).strip()) instanceof Marker.Bare
                && Markers.read(row.getField(1).strip()) instanceof Marker.Dotted dotted
                && dotted.rest().isEmpty()
                && !row.getField(2).isBlank();
    }

    private UnitPreview read(String text) {
        List<Piece> details = new ArrayList<>();
        for (int i = 0; i < headRow; i++) {
            CsvRecord row = rows.get(i);
            for (int cell = 0; cell < row.getFieldCount(); cell++) {
                if (!row.getField(cell).isBlank()) {
                    details.add(piece(row, i, cell));
                }
            }
        }
        UnitHead head = new UnitHead(details, trace);
        for (int i = 0; i < details.size(); i++) {
            Piece next = i + 1 < details.size() ? details.get(i + 1) : null;
            head.read(details.get(i), i, next, true);
        }
        if (headRow >= 0) {
            trace.became((int) rows.get(headRow).getStartingLineNumber(), Text.of("heading"));
        }
        for (int i = headRow + 1; i < rows.size(); i++) {
            readRow(rows.get(i), i);
        }
        new UnitChecks(trace).check(book);
        UnitDraft draft =
                new UnitDraft(
                        head.title(),
                        head.text(Field.NUMBER),
                        head.reference(),
                        head.level(),
                        head.whole(Field.CREDIT),
                        head.whole(Field.HOURS),
                        null,
                        null,
                        null,
                        book.drafts(),
                        List.of());
        return new UnitPreview(draft, trace.doubts(), trace.lines(text));
    }

    private static Piece piece(CsvRecord row, int index, int cell) {
        int line = (int) row.getStartingLineNumber();
        String text = Markup.collapse(row.getField(cell).replaceAll("\\s", " ").strip());
        return new Piece(line, line, index, cell, 0, true, false, false, text);
    }

    private String cell(CsvRecord row, Column column) {
        Integer index = columns.get(column);
        if (index == null || index >= row.getFieldCount()) {
            return "";
        }
        return Markup.collapse(row.getField(index).replaceAll("[\\s\\u00a0]", " ").strip());
    }

    private void readRow(CsvRecord row, int index) {
        String number = cell(row, Column.CRITERION);
        String text = cell(row, Column.TEXT);
        String outcomeCell = cell(row, Column.OUTCOME);
        Piece piece = piece(row, index, 0);
        if (number.isEmpty() && text.isEmpty() && outcomeCell.isEmpty()) {
            return;
        }
        Marker marker = Markers.read(number);
        if (marker instanceof Marker.Dotted dotted) {
            number = dotted.number();
            text = text.isEmpty() ? dotted.rest() : text;
        }
        Outcome outcome = outcome(outcomeCell, cell(row, Column.OUTCOME_TEXT), marker, piece);
        if (number.isEmpty() && text.isEmpty() && outcome != null) {
            return;
        }
        if (outcome == null || number.isEmpty()) {
            Text missing =
                    number.isEmpty()
                            ? Text.of("the number of its criterion")
                            : Text.of("its outcome");
            trace.doubt(
                    piece.line(),
                    Text.of(
                            "Line {line} was not used: it lacks {missing}.",
                            Map.of("line", piece.line(), "missing", missing)));
            return;
        }
        Entry entry = new Entry(number, piece);
        entry.text.append(text);
        outcome.criteria.add(entry);
        trace.became(piece, Text.of("criterion {number}", Map.of("number", number)));
    }

    /** The outcome that a row names, else the one its criterion's number names, else the last. */
    private @Nullable Outcome outcome(
            String cell, String wording, @Nullable Marker criterion, Piece piece) {
        String number = "";
        String text = wording;
        switch (cell.isEmpty() ? null : Markers.read(cell)) {
            case Marker.Bare bare -> {
                number = Integer.toString(bare.number());
                text = text.isEmpty() ? bare.rest() : text;
            }
            case Marker.Named named -> {
                number = named.number();
                text = text.isEmpty() ? named.rest() : text;
            }
            case null, default -> {
                boolean isNumber = cell.length() <= 4 && cell.indexOf(' ') < 0;
                number = isNumber ? cell : "";
                text = isNumber || !text.isEmpty() ? text : cell;
            }
        }
        if (number.isEmpty() && criterion instanceof Marker.Dotted dotted) {
            number = Integer.toString(dotted.outcome());
        }
        if (number.isEmpty()) {
            return book.current();
        }
        Outcome outcome = book.forCriterion(number, piece);
        if (outcome.entry.text.isEmpty() && !text.isEmpty()) {
            outcome.entry.text.append(text);
            trace.became(piece, Text.of("outcome {number}", Map.of("number", number)));
        }
        return outcome;
    }
}
