package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch that could not be transcribed: the engine failed on it, or gave nothing to trust. */
public record Gap(long startMillis, long endMillis) {
    public Gap {
        if (startMillis < 0 || endMillis < startMillis) {
            throw new IllegalArgumentException("Gap from " + startMillis + " to " + endMillis);
        }
    }

    /** The gaps once a part was heard again: the old ones outside it, the new ones within. */
    static List<Gap> heardAgain(List<Gap> old, List<Gap> heard, Stretch part) {
        List<Gap> gaps = new ArrayList<>();
        for (Gap gap : old) {
            if (gap.startMillis < part.fromMillis()) {
                gaps.add(new Gap(gap.startMillis, Math.min(gap.endMillis, part.fromMillis())));
            }
            if (gap.endMillis > part.toMillis()) {
                gaps.add(new Gap(Math.max(gap.startMillis, part.toMillis()), gap.endMillis));
            }
        }
        for (Gap gap : heard) {
            long start = Math.max(gap.startMillis, part.fromMillis());
            long end = Math.min(gap.endMillis, part.toMillis());
            if (start < end) {
                gaps.add(new Gap(start, end));
            }
        }
        gaps.sort(Comparator.comparingLong(Gap::startMillis));
        return gaps;
    }
}
