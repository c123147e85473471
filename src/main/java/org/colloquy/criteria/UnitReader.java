package org.colloquy.criteria;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.criteria.UnitPreview.Doubt;
import org.jspecify.annotations.Nullable;

/** Reads a unit from a file or pasted text: finds out the encoding, and whether it is CSV. */
public final class UnitReader {
    /** The longest text that is read. */
    public static final int MAX_BYTES = UnitText.MAX_BYTES;

    private UnitReader() {}

    /**
     * What the bytes say, nothing saved.
     *
     * @param fileName for sentences, and for the title of a CSV that gives none; null for pasted
     *     text
     * @throws Problem.BadInput where they are not text, or empty
     * @throws Problem.TooLarge above 1 MiB
     */
    public static UnitPreview preview(byte[] bytes, @Nullable String fileName) {
        Text name = fileName == null ? Text.of("The text") : Text.asItIs(fileName);
        UnitText text = UnitText.decode(bytes, name);
        UnitPreview csv = UnitCsv.parse(text.text());
        if (csv == null) {
            return noted(UnitParser.parse(text.text()), text.note());
        }
        boolean untitled = csv.draft().title().isEmpty() && fileName != null;
        return noted(untitled ? titled(csv, fileName) : csv, text.note());
    }

    private static UnitPreview noted(UnitPreview preview, @Nullable Text note) {
        if (note == null) {
            return preview;
        }
        List<Doubt> doubts = new ArrayList<>();
        doubts.add(new Doubt(null, note));
        doubts.addAll(preview.problems());
        return new UnitPreview(preview.draft(), doubts, preview.lines());
    }

    private static UnitPreview titled(UnitPreview preview, @Nullable String fileName) {
        String name = fileName == null ? "" : fileName;
        int dot = name.lastIndexOf('.');
        String title = (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ').strip();
        UnitDraft draft = preview.draft();
        UnitDraft titled =
                new UnitDraft(
                        title,
                        draft.number(),
                        draft.reference(),
                        draft.level(),
                        draft.creditValue(),
                        draft.guidedLearningHours(),
                        draft.purpose(),
                        draft.simulationAllowed(),
                        draft.evidenceRequirements(),
                        draft.outcomes(),
                        draft.methods());
        List<Doubt> doubts = new ArrayList<>(preview.problems());
        doubts.removeIf(doubt -> doubt.message().message().startsWith("No title"));
        doubts.add(
                0,
                new Doubt(
                        null, Text.of("The CSV gives no title; the name of the file was taken.")));
        return new UnitPreview(titled, doubts, preview.lines());
    }
}
