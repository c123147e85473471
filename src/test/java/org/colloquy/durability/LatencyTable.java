package org.colloquy.durability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times of answers; several clients add at once. */
final class LatencyTable {
    private final List<Double> millis = new ArrayList<>();

    synchronized void add(long nanos) {
        millis.add(nanos / 1e6);
    }

    synchronized int count() {
        return millis.size();
    }

    /**
     * The time within which that share of all answers came.
     *
     * @param share 0 to 1
     */
    synchronized double quantile(double share) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        int place = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, place));
    }
}
