package org.colloquy.speech.activity;

import java.util.Arrays;

/** How loud the sound is, and how much louder it should be. */
public final class Loudness {
    /** The level that the louder parts of a recording are brought to: -23 dBFS. */
    private static final float WANTED = 0.07f;

    /** More would make speech of what is only noise: 26 dB. */
    private static final float MOST = 20f;

    private Loudness() {}

    /** Root mean square of the samples, 0 to 1. */
    public static float rms(float[] samples, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += samples[i] * samples[i];
        }
        return (float) Math.sqrt(sum / count);
    }

    /** A factor for each frame: the whole recording is brought to one level, never made quieter. */
    static float[] gains(float[] levels) {
        float[] gains = new float[levels.length];
        float[] sorted = levels.clone();
        Arrays.sort(sorted);
        float loud = levels.length == 0 ? WANTED : sorted[(int) (levels.length * 0.9)];
        Arrays.fill(gains, Math.clamp(WANTED / Math.max(loud, 1e-6f), 1f, MOST));
        return gains;
    }
}
