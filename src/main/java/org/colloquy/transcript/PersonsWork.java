package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stretches of a transcript that people wrote or took out. */
final class PersonsWork {
    /** Items {@code from} (inclusive) to {@code to} (exclusive), when they begin and end. */
    private record Run(int from, int to, long startMillis, long endMillis) {
        boolean reaches(double middle) {
            return middle >= startMillis && middle <= endMillis;
        }
    }

    /** For each item the stretch it is in. */
    private final List<@Nullable Run> runs = new ArrayList<>();

    private PersonsWork() {}

    static PersonsWork in(List<Standing.Item> items) {
        PersonsWork work = new PersonsWork();
        for (int i = 0; i < items.size(); ) {
            if (!items.get(i).human()) {
                work.runs.add(null);
                i++;
                continue;
            }
            int to = i;
            long start = Long.MAX_VALUE;
            long last = 0;
            while (to < items.size() && items.get(to).human()) {
                start = Math.min(start, items.get(to).startMillis());
                last = Math.max(last, items.get(to).endMillis());
                to++;
            }
            Run run = new Run(i, to, start, last);
            for (; i < to; i++) {
                work.runs.add(run);
            }
        }
        return work;
    }

    /** How many stretches there are. */
    int count() {
        return (int) runs.stream().filter(Objects::nonNull).distinct().count();
    }

    /**
     * Whether a word heard between two items, at that time, is in a person's place: both items are
     * of one stretch, or one of the stretches from the one to the other lasts at that time.
     */
    boolean covers(int left, int right, double middle) {
        Run before = run(left);
        if (before != null && before.equals(run(right))) {
            return true;
        }
        for (int i = Math.max(left, 0); i <= right && i < runs.size(); i++) {
            Run run = runs.get(i);
            if (run != null && run.reaches(middle)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Run run(int item) {
        return item >= 0 && item < runs.size() ? runs.get(item) : null;
    }
}
