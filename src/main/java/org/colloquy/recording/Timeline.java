package org.colloquy.recording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where in a recording a moment of one of its parts is. Exact where the part is decoded. Before
 * that the lengths of the parts before it are not known: each is taken to last as long as the
 * recorder means it to, or up to the last moment that is known of it.
 */
final class Timeline {
    /** After so long the recorder begins another part. */
    private static final long USUAL_PART_MILLIS = 5 * 60_000L;

    /** A decoded part. */
    record Decoded(int number, long startMillis, long durationMillis) {}

    private final NavigableMap<Integer, Decoded> decoded = new TreeMap<>();
    private final Map<Integer, Long> lastMoments = new HashMap<>();
    private final @Nullable Long wholeMillis;

    /**
     * @param wholeMillis how long the recording lasts; null while that is not known
     */
    Timeline(List<Decoded> parts, @Nullable Long wholeMillis) {
        parts.forEach(part -> decoded.put(part.number(), part));
        this.wholeMillis = wholeMillis;
    }

    /** There is a moment there, so the part lasts at least until then. */
    void knows(int part, long partMillis) {
        lastMoments.merge(part, partMillis, Math::max);
    }

    long millis(int part, long partMillis) {
        Decoded its = decoded.get(part);
        long millis;
        if (its != null) {
            // The last second of a part whose browser died may not have come.
            millis = its.startMillis() + Math.min(partMillis, its.durationMillis());
        } else {
            millis = estimatedStart(part) + partMillis;
        }
        return wholeMillis == null ? millis : Math.min(millis, wholeMillis);
    }

    private long estimatedStart(int part) {
        Map.Entry<Integer, Decoded> before = decoded.lowerEntry(part);
        int next = before == null ? 0 : before.getKey() + 1;
        long start =
                before == null
                        ? 0
                        : before.getValue().startMillis() + before.getValue().durationMillis();
        start += USUAL_PART_MILLIS * (part - next);
        for (Map.Entry<Integer, Long> known : lastMoments.entrySet()) {
            if (known.getKey() >= next && known.getKey() < part) {
                start += Math.max(0, known.getValue() - USUAL_PART_MILLIS);
            }
        }
        return start;
    }
}
