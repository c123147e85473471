package org.colloquy.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is hidden of a recording.
 *
 * @param spans in order of time; none touches another
 */
public record Hidden(List<Span> spans) {
    /** Nothing. */
    public static final Hidden NONE = new Hidden(List.of());

    /**
     * @param endMillis not hidden any more
     */
    public record Span(long startMillis, long endMillis) {
        public Span {
            if (startMillis < 0 || endMillis <= startMillis) {
                throw new IllegalArgumentException(startMillis + " to " + endMillis + " ms");
            }
        }
    }

    public Hidden {
        List<Span> merged = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparingLong(Span::startMillis)).toList()) {
            if (!merged.isEmpty() && merged.getLast().endMillis() >= span.startMillis()) {
                Span last = merged.removeLast();
                merged.add(
                        new Span(last.startMillis(), Math.max(last.endMillis(), span.endMillis())));
            } else {
                merged.add(span);
            }
        }
        spans = List.copyOf(merged);
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /** Whether a word from one time to another is hidden: by where its middle lies. */
    public boolean hides(long startMillis, long endMillis) {
        long middle = middle(startMillis, endMillis);
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int between = (low + high) >>> 1;
            if (spans.get(between).endMillis() <= middle) {
                low = between + 1;
            } else {
                high = between;
            }
        }
        return low < spans.size() && spans.get(low).startMillis() <= middle;
    }

    /** Whether anything from one time to another is hidden. */
    public boolean meets(long startMillis, long endMillis) {
        return spans.stream()
                .anyMatch(
                        span -> span.startMillis() <= endMillis && startMillis < span.endMillis());
    }

    static long middle(long startMillis, long endMillis) {
        return startMillis + (endMillis - startMillis) / 2;
    }
}
