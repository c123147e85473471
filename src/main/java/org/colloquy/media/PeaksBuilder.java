package org.colloquy.media;

/**
 * Gathers the peaks while sound streams by, in memory that does not grow: buckets begin at 50 ms
 * and, whenever there are too many, each two become one.
 */
final class PeaksBuilder {
    static final int MOST_BUCKETS = 20_000;
    private static final double FULL_SCALE = 32768;
    private static final double STEPS = 1000;

    private final int sampleRate;
    private final short[] lows = new short[MOST_BUCKETS];
    private final short[] highs = new short[MOST_BUCKETS];
    private int bucketSamples;
    private int buckets;
    private int inBucket;
    private short low = Short.MAX_VALUE;
    private short high = Short.MIN_VALUE;
    private long samples;

    PeaksBuilder(int sampleRate) {
        this.sampleRate = sampleRate;
        this.bucketSamples = sampleRate / 20;
    }

    void add(int sample) {
        low = (short) Math.min(low, sample);
        high = (short) Math.max(high, sample);
        samples++;
        if (++inBucket == bucketSamples) {
            endBucket();
        }
    }

    Peaks build() {
        if (inBucket > 0) {
            endBucket();
        }
        double[] peaks = new double[buckets * 2];
        for (int i = 0; i < buckets; i++) {
            peaks[2 * i] = Math.round(lows[i] / FULL_SCALE * STEPS) / STEPS;
            peaks[2 * i + 1] = Math.round(highs[i] / FULL_SCALE * STEPS) / STEPS;
        }
        return new Peaks((double) samples / sampleRate, (double) bucketSamples / sampleRate, peaks);
    }

    private void endBucket() {
        lows[buckets] = low;
        highs[buckets] = high;
        buckets++;
        inBucket = 0;
        low = Short.MAX_VALUE;
        high = Short.MIN_VALUE;
        if (buckets == MOST_BUCKETS) {
            halve();
        }
    }

    private void halve() {
        for (int i = 0; i < MOST_BUCKETS / 2; i++) {
            lows[i] = (short) Math.min(lows[2 * i], lows[2 * i + 1]);
            highs[i] = (short) Math.max(highs[2 * i], highs[2 * i + 1]);
        }
        buckets = MOST_BUCKETS / 2;
        bucketSamples *= 2;
    }
}
