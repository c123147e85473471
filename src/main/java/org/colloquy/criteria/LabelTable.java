package org.colloquy.criteria;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables in a unit's head with a row of labels above a row of values. */
final class LabelTable {
    private LabelTable() {}

    /** The places of such values in the list, each with its field. */
    static Map<Integer, Field> valuesBelow(List<Piece> pieces) {
        Map<Integer, Field> below = new HashMap<>();
        int start = 0;
        int previous = -1;
        for (int i = 1; i <= pieces.size(); i++) {
            if (i < pieces.size() && pieces.get(i).row() == pieces.get(start).row()) {
                continue;
            }
            int length = i - start;
            boolean pair = previous >= 0 && start - previous == length && length > 1;
            if (pair && allLabels(pieces, previous, start) && noLabels(pieces, start, i)) {
                for (int cell = 0; cell < length; cell++) {
                    Field field = Labels.of(pieces.get(previous + cell).text());
                    if (field != null) {
                        below.put(start + cell, field);
                    }
                }
            }
            previous = start;
            start = i;
        }
        return below;
    }

    private static boolean allLabels(List<Piece> pieces, int from, int to) {
        return pieces.subList(from, to).stream().allMatch(one -> Labels.of(one.text()) != null);
    }

    private static boolean noLabels(List<Piece> pieces, int from, int to) {
        return pieces.subList(from, to).stream().noneMatch(one -> Labels.of(one.text()) != null);
    }
}
