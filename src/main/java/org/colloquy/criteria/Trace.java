package org.colloquy.criteria;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.common.Text;
import org.colloquy.criteria.UnitPreview.Doubt;
import org.colloquy.criteria.UnitPreview.TextLine;
import org.jspecify.annotations.Nullable;

/** What each line became, and the doubts on the way. */
final class Trace {
    private static final int MOST_DOUBTS = 100;
    private final Map<Integer, Set<Text>> became = new HashMap<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private int leftOut;

    void became(Piece piece, Text part) {
        for (int line = piece.line(); line <= piece.lastLine(); line++) {
            became(line, part);
        }
    }

    void became(int line, Text part) {
        became.computeIfAbsent(line, any -> new LinkedHashSet<>()).add(part);
    }

    void doubt(@Nullable Integer line, Text message) {
        if (doubts.size() < MOST_DOUBTS) {
            doubts.add(new Doubt(line, message));
        } else {
            leftOut++;
        }
    }

    /** In the order of the lines; those about the whole text first. */
    List<Doubt> doubts() {
        List<Doubt> sorted = new ArrayList<>(doubts);
        sorted.sort((one, other) -> Integer.compare(lineOf(one), lineOf(other)));
        if (leftOut > 0) {
            sorted.add(
                    new Doubt(
                            null,
                            Text.of(
                                    "There are {doubts} more doubts of this kind.",
                                    Map.of("doubts", leftOut))));
        }
        return sorted;
    }

    private static int lineOf(Doubt doubt) {
        Integer line = doubt.line();
        return line == null ? 0 : line;
    }

    List<TextLine> lines(String text) {
        List<TextLine> lines = new ArrayList<>();
        int number = 1;
        int start = 0;
        while (start <= text.length()) {
            int end = Markdown.lineEnd(text, start);
            Set<Text> parts = became.get(number);
            lines.add(
                    new TextLine(
                            number,
                            text.substring(start, end),
                            parts == null ? null : inARow(parts)));
            start = end + (text.startsWith("\r\n", end) ? 2 : 1);
            number++;
        }
        return lines;
    }

    private static Text inARow(Set<Text> parts) {
        return parts.stream()
                .reduce(
                        (before, next) ->
                                Text.of("{before}, {next}", Map.of("before", before, "next", next)))
                .orElseThrow();
    }
}
