package org.colloquy.speech.activity;

import java.util.Arrays;
import org.colloquy.speech.sound.Sound;

/**
 * How much of a sound rises out of its background, and how much it changes, every 10 ms. The
 * background is what each band of frequencies is like in its quietest moments, so that hum and hiss
 * do not count.
 */
public final class SoundProfile {
    public static final double FRAME_SECONDS = 0.01;

    private static final int HOP = (int) (Sound.RATE * FRAME_SECONDS);

    /** Edges of the bands in steps of 62.5 Hz: 125 Hz to 7 kHz, about evenly to the ear. */
    private static final int[] EDGES = {2, 4, 6, 9, 12, 16, 21, 28, 37, 49, 64, 84, 112};

    private static final int BANDS = EDGES.length - 1;

    /** The background is what a band is below in this share of its frames. */
    private static final double QUIET = 0.1;

    private static final double LOUD = 0.95;

    /** What is farther below the loudest band's loud moments is background in any case, in dB. */
    private static final float RANGE = 40;

    /** Sound is in the bands that rise most; a vowel or an "s" fills few of them. */
    private static final int TOP = 3;

    /**
     * How far a band of one step must rise above its quietest moments to be more than its own
     * unrest, in dB; a band of n steps, whose unrest evens out, by the root of n less. Power in one
     * step of noise is spread exponentially, 5.6 dB about its mean: this is about two of those.
     */
    private static final double UNREST = 10;

    /** What rises by this much more is clearly sound, in dB. */
    private static final float CLEARLY = 15;

    /** Frames before and after a moment that are compared. */
    private static final int SIDE = 3;

    private final float[] presence;
    private final float[] change;

    private SoundProfile(float[] presence, float[] change) {
        this.presence = presence;
        this.change = change;
    }

    /**
     * @param samples of one window, with some of its background, -1 to 1
     */
    public static SoundProfile of(float[] samples) {
        float[][] levels = levels(samples);
        float[] floors = floors(levels);
        int frames = levels[0].length;
        float[] presence = new float[frames];
        float[] change = new float[frames];
        float[] over = new float[BANDS];
        for (int frame = 0; frame < frames; frame++) {
            float difference = 0;
            for (int band = 0; band < BANDS; band++) {
                float[] level = levels[band];
                over[band] = level[frame] - floors[band];
                difference +=
                        Math.abs(
                                mean(level, frame, frame + SIDE, floors[band])
                                        - mean(level, frame - SIDE, frame, floors[band]));
            }
            change[frame] = difference / BANDS;
            Arrays.sort(over);
            float sum = 0;
            for (int i = BANDS - TOP; i < BANDS; i++) {
                sum += over[i];
            }
            presence[frame] = Math.clamp(sum / TOP / CLEARLY, 0f, 1f);
        }
        return new SoundProfile(presence, change);
    }

    private static float[] floors(float[][] levels) {
        float[] floors = new float[BANDS];
        float loudest = Float.NEGATIVE_INFINITY;
        for (int band = 0; band < BANDS; band++) {
            float[] sorted = levels[band].clone();
            Arrays.sort(sorted);
            double unrest = UNREST / Math.sqrt(EDGES[band + 1] - EDGES[band]);
            floors[band] = (float) (sorted[(int) (QUIET * sorted.length)] + unrest);
            loudest = Math.max(loudest, sorted[(int) (LOUD * (sorted.length - 1))]);
        }
        for (int band = 0; band < BANDS; band++) {
            floors[band] = Math.max(floors[band], loudest - RANGE);
        }
        return floors;
    }

    /** Of what rises above the floor, from one frame to before another. */
    private static float mean(float[] level, int from, int to, float floor) {
        float sum = 0;
        for (int t = from; t < to; t++) {
            sum += Math.max(floor, level[Math.clamp(t, 0, level.length - 1)]);
        }
        return sum / (to - from);
    }

    /** By band, in dB. */
    private static float[][] levels(float[] samples) {
        int frames = Math.max(1, samples.length / HOP);
        float[][] levels = new float[BANDS][frames];
        Spectrum spectrum = new Spectrum();
        float[] power = new float[Spectrum.LENGTH / 2 + 1];
        for (int t = 0; t < frames; t++) {
            spectrum.of(samples, t * HOP + HOP / 2 - Spectrum.LENGTH / 2, power);
            for (int band = 0; band < BANDS; band++) {
                float sum = 0;
                for (int i = EDGES[band]; i < EDGES[band + 1]; i++) {
                    sum += power[i];
                }
                levels[band][t] = (float) (10 * Math.log10(sum + 1e-9));
            }
        }
        return levels;
    }

    public int frames() {
        return presence.length;
    }

    /** 0: nothing but background, 1: clearly sound. */
    public float presence(int frame) {
        return presence[Math.clamp(frame, 0, presence.length - 1)];
    }

    /** How much the 30 ms from this frame on differ from the 30 ms before, in dB. */
    public float change(int frame) {
        return change[Math.clamp(frame, 0, change.length - 1)];
    }
}
