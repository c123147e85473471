package org.colloquy.speech.whisper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.colloquy.speech.Recogniser.Numbered;

/** Which windows are heard together. */
final class Batches {
    /** Windows among which those of like length are put together: some ten minutes. */
    private static final int BLOCK = 64;

    private Batches() {}

    /**
     * Groups of windows, the longest first, so that no lane is left alone with a long one at the
     * end. Those of about the same length go together, since all are padded alike; there are as
     * many groups in a block as share out evenly among the lanes.
     *
     * @param most windows in a group
     * @param lanes that take the groups in turn
     */
    static List<List<Numbered>> of(List<Numbered> windows, int most, int lanes) {
        List<List<Numbered>> batches = new ArrayList<>();
        for (int start = 0; start < windows.size(); start += BLOCK) {
            List<Numbered> block =
                    new ArrayList<>(
                            windows.subList(start, Math.min(windows.size(), start + BLOCK)));
            block.sort(Comparator.comparingInt((Numbered one) -> one.window().length()).reversed());
            int rounds = Math.ceilDiv(block.size(), most * lanes);
            int groups = Math.min(block.size(), rounds * lanes);
            for (int group = 0; group < groups; group++) {
                int first = group * block.size() / groups;
                int end = (group + 1) * block.size() / groups;
                batches.add(List.copyOf(block.subList(first, end)));
            }
        }
        return batches;
    }
}
