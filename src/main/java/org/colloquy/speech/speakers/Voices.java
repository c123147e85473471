package org.colloquy.speech.speakers;

import java.util.List;

/** Arithmetic of voices. */
final class Voices {
    private Voices() {}

    /** Cosine of the angle between two voices of unit length. */
    static double likeness(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The mean of two voices that stand for so many moments each, brought to unit length. */
    static float[] weighted(float[] a, int countOfA, float[] b, int countOfB) {
        float[] sum = new float[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] * countOfA + b[i] * countOfB;
        }
        return mean(List.of(sum));
    }

    /** The mean, brought to unit length. */
    static float[] mean(List<float[]> voices) {
        float[] mean = new float[voices.getFirst().length];
        for (float[] voice : voices) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += voice[i];
            }
        }
        double length = Math.max(1e-9, Math.sqrt(likeness(mean, mean)));
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= (float) length;
        }
        return mean;
    }
}
