package org.colloquy.criteria;

import java.util.List;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a text, beside the text it came from.
 *
 * @param problems what was not understood or contradicts itself, in the order of the text
 * @param lines every line of the text with what it became
 */
public record UnitPreview(UnitDraft draft, List<Doubt> problems, List<TextLine> lines) {
    public UnitPreview {
        problems = List.copyOf(problems);
        lines = List.copyOf(lines);
    }

    /** A doubt about one line (from 1), or about the whole text where the line is null. */
    public record Doubt(@Nullable Integer line, Text message) {}

    /** A line of the text, from 1, and the part of the draft it became; null: not used. */
    public record TextLine(int number, String text, @Nullable Text became) {}
}
