package org.colloquy.criteria;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/** Collects what the head of the unit says: title, number, reference, level, credit, hours. */
final class UnitHead {
    /** A value and where it stands. */
    record Value(String text, int line) {}

    private final Map<Field, Value> values = new EnumMap<>(Field.class);
    private final Map<Integer, Field> below;
    private final Trace trace;
    private @Nullable Field pending;
    private int pendingRow;
    private @Nullable Value likelyTitle;
    private @Nullable Value firstText;

    UnitHead(List<Piece> pieces, Trace trace) {
        this.trace = trace;
        this.below = LabelTable.valuesBelow(pieces);
    }

    /**
     * Takes a piece of the unit's head; false where it is none.
     *
     * @param loose whether a value may follow its label without a colon
     */
    boolean read(Piece piece, int index, @Nullable Piece next, boolean loose) {
        Field under = below.get(index);
        if (under != null) {
            put(under, piece.text(), piece);
            return true;
        }
        Labels.Found label = Labels.at(piece.text());
        if (label == null) {
            return readPending(piece);
        }
        boolean cell = next != null && next.row() == piece.row() && label.value().isEmpty();
        boolean alone = label.value().isEmpty() && piece.apart() && piece.text().indexOf(' ') > 0;
        if (!label.marked() && !cell && !loose && !alone) {
            return false;
        }
        pending = null;
        if (label.value().isEmpty()) {
            pending = label.field();
            pendingRow = piece.row();
            trace.became(piece, name(label.field()));
        } else {
            put(label.field(), label.value(), piece);
        }
        return true;
    }

    private boolean readPending(Piece piece) {
        Field field = pending;
        pending = null;
        if (field == null || Headings.of(piece.text()) != null) {
            return false;
        }
        boolean sameRow = piece.row() == pendingRow;
        boolean fits =
                switch (field) {
                    case LEVEL ->
                            FieldValues.level(piece.text()) != null && piece.text().length() < 40;
                    case CREDIT, HOURS ->
                            Character.isDigit(piece.text().charAt(0))
                                    && piece.text().length() < 120;
                    case TITLE -> piece.text().length() <= 300;
                    case NUMBER, REFERENCE, SECTOR_REFERENCE -> piece.text().length() <= 40;
                    case OTHER -> false;
                };
        if (sameRow || fits) {
            put(field, piece.text(), piece);
            return true;
        }
        return false;
    }

    private void put(Field field, String text, Piece piece) {
        trace.became(piece, name(field));
        String ofqual = FieldValues.ofqual(text);
        Field right = field;
        if (field == Field.NUMBER && ofqual != null) {
            right = Field.REFERENCE;
        } else if (field == Field.NUMBER && text.split(" ").length > 3) {
            String[] unit = FieldValues.unit("Unit " + text);
            if (unit != null) {
                likelyTitle(unit[1], piece);
                values.putIfAbsent(Field.NUMBER, new Value(unit[0], piece.line()));
                return;
            }
            right = Field.TITLE;
        }
        String value = text;
        String[] bare = field == Field.NUMBER ? FieldValues.unit(text) : null;
        if (bare != null && bare[1].isEmpty()) {
            value = bare[0];
        }
        boolean better = right == Field.REFERENCE && ofqual != null && !hasOfqual();
        if (better || !values.containsKey(right)) {
            values.put(right, new Value(value, piece.line()));
        }
    }

    private boolean hasOfqual() {
        Value reference = values.get(Field.REFERENCE);
        return reference != null && FieldValues.ofqual(reference.text()) != null;
    }

    /** Takes "Unit 23: Title"; false for other texts. */
    boolean readUnitLine(Piece piece) {
        String[] unit = FieldValues.unit(piece.text());
        if (unit == null || (!unit[1].isEmpty() && Character.isLowerCase(unit[1].codePointAt(0)))) {
            return false;
        }
        values.putIfAbsent(Field.NUMBER, new Value(unit[0], piece.line()));
        trace.became(piece, Text.of("number"));
        String reference = FieldValues.ofqual(unit[1]);
        if (reference != null && unit[1].endsWith(" (" + reference + ")")) {
            values.putIfAbsent(Field.REFERENCE, new Value(reference, piece.line()));
            unit[1] = unit[1].substring(0, unit[1].length() - reference.length() - 3).strip();
        }
        if (unit[1].isEmpty()) {
            expectTitle = likelyTitle == null;
        } else {
            likelyTitle(unit[1], piece);
        }
        return true;
    }

    private boolean expectTitle;

    private void likelyTitle(String text, Piece piece) {
        if (likelyTitle == null && !text.isBlank()) {
            likelyTitle = new Value(text, piece.line());
            trace.became(piece, Text.of("title"));
        }
    }

    /** Remembers text before all sections, which may be the title. */
    void readLoose(Piece piece) {
        String text = piece.text();
        if (text.length() > 200) {
            return;
        }
        if ((expectTitle || piece.heading()) && likelyTitle == null) {
            likelyTitle(text, piece);
            expectTitle = false;
        } else if (firstText == null && !text.endsWith(".")) {
            firstText = new Value(text, piece.line());
        }
    }

    /** Adds a line to a title that was broken; false where the piece goes on with no title. */
    boolean readRestOfTitle(Piece piece, Piece before) {
        Field titled = values.containsKey(Field.TITLE) ? Field.TITLE : null;
        Value title = titled == null ? likelyTitle : values.get(titled);
        boolean goesOn =
                title != null
                        && before.lastLine() == piece.line() - 1
                        && before.line() == title.line()
                        && piece.column() == 0
                        && piece.startsSmall();
        if (title == null || !goesOn) {
            return false;
        }
        Value whole = new Value(title.text() + " " + piece.text(), title.line());
        if (titled == null) {
            likelyTitle = whole;
        } else {
            values.put(titled, whole);
        }
        trace.became(piece, Text.of("title"));
        return true;
    }

    boolean isOtherUnit(Piece piece) {
        Labels.Found label = Labels.at(piece.text());
        if (label != null && label.field() == Field.TITLE && label.marked()) {
            Value title = values.get(Field.TITLE);
            return title != null && !label.value().isEmpty() && !title.text().equals(label.value());
        }
        String[] unit = FieldValues.unit(piece.text());
        Value number = values.get(Field.NUMBER);
        return unit != null
                && number != null
                && !number.text().equalsIgnoreCase(unit[0])
                && (unit[1].isEmpty() || Character.isUpperCase(unit[1].codePointAt(0)));
    }

    String title() {
        Value given = values.get(Field.TITLE);
        Value title = given == null ? likelyTitle : given;
        if (title != null) {
            String[] unit = FieldValues.unit(title.text());
            if (unit == null || unit[1].isEmpty()) {
                return title.text();
            }
            if (given != null) {
                values.putIfAbsent(Field.NUMBER, new Value(unit[0], title.line()));
            }
            return unit[1];
        }
        Value first = firstText;
        if (first != null) {
            trace.became(first.line(), Text.of("title"));
            trace.doubt(
                    first.line(),
                    Text.of(
                            "No line says “Unit title”. Line {line} was taken for it; correct "
                                    + "it where that is wrong.",
                            Map.of("line", first.line())));
            return first.text();
        }
        trace.doubt(null, Text.of("No title was found. Type the unit's title."));
        return "";
    }

    @Nullable String text(Field field) {
        Value value = values.get(field);
        return value == null || value.text().isBlank() ? null : value.text();
    }

    /** The Ofqual number where one is given: it names the unit on the national register. */
    @Nullable String reference() {
        String reference = text(Field.REFERENCE);
        String ofqual = reference == null ? null : FieldValues.ofqual(reference);
        if (ofqual != null) {
            return ofqual;
        }
        return reference == null ? text(Field.SECTOR_REFERENCE) : reference;
    }

    @Nullable String level() {
        Value level = values.get(Field.LEVEL);
        if (level == null) {
            Value credit = values.get(Field.CREDIT);
            if (credit == null || !credit.text().toLowerCase(Locale.ROOT).contains("level")) {
                return null;
            }
            return FieldValues.level(credit.text());
        }
        String number = FieldValues.level(level.text());
        if (number == null) {
            trace.doubt(
                    level.line(),
                    Text.of(
                            "Line {line} gives no level that could be read.",
                            Map.of("line", level.line())));
        }
        return number;
    }

    @Nullable Integer whole(Field field) {
        Value value = values.get(field);
        if (value == null || value.text().isBlank()) {
            return null;
        }
        Integer number = FieldValues.whole(value.text());
        if (number == null && value.text().chars().anyMatch(Character::isDigit)) {
            trace.doubt(
                    value.line(),
                    Text.of(
                            "Line {line} gives “{value}” as {name}, which is not one whole "
                                    + "number.",
                            Map.of(
                                    "line",
                                    value.line(),
                                    "value",
                                    value.text(),
                                    "name",
                                    name(field))));
        }
        return number;
    }

    private static Text name(Field field) {
        return switch (field) {
            case TITLE -> Text.of("title");
            case NUMBER -> Text.of("number");
            case REFERENCE -> Text.of("reference");
            case SECTOR_REFERENCE -> Text.of("sector reference");
            case LEVEL -> Text.of("level");
            case CREDIT -> Text.of("credit value");
            case HOURS -> Text.of("guided learning hours");
            case OTHER -> Text.of("other details");
        };
    }
}
