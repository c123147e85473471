package org.colloquy.web;

import org.colloquy.media.Peaks;
import org.colloquy.redaction.Hidden;

/** A waveform that shows silence where the sound is muted. */
final class FlatPeaks {
    /** Smallest and largest of each bucket. */
    private static final int VALUES_PER_BUCKET = 2;

    private FlatPeaks() {}

    static Peaks within(Hidden hidden, Peaks peaks) {
        double[] flat = peaks.peaks().clone();
        double bucketMillis = peaks.bucketSeconds() * 1000;
        for (int i = 0; i < flat.length; i++) {
            int bucket = i / VALUES_PER_BUCKET;
            long from = (long) Math.floor(bucket * bucketMillis);
            long to = (long) Math.ceil((bucket + 1) * bucketMillis);
            if (hidden.meets(from, to)) {
                flat[i] = 0;
            }
        }
        return new Peaks(peaks.durationSeconds(), peaks.bucketSeconds(), flat);
    }
}
