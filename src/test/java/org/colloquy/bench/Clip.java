package org.colloquy.bench;

import java.util.Arrays;
import org.colloquy.speech.sound.Sound;

/** A piece of sound that holds one word and nothing else. */
record Clip(String text, float[] samples) {
    /**
     * Sound is what is at most this much below the loudest moment of the word: 35 dB. (flite's awb
     * carries the noise of its studio, 40 dB below the voice.)
     */
    private static final double THRESHOLD = 0.0178;

    private static final int MOMENT = Sound.RATE / 200;

    double seconds() {
        return samples.length / (double) Sound.RATE;
    }

    /**
     * Cuts silence off: the word begins with the first, and ends with the last, of its moments of 5
     * ms whose level (root mean square) is within 35 dB of its loudest moment.
     */
    static Clip trimmed(String text, float[] samples) {
        double[] levels = new double[samples.length / MOMENT];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = rms(samples, i * MOMENT, MOMENT);
        }
        double least = Arrays.stream(levels).max().orElse(0) * THRESHOLD;
        int first = 0;
        int last = levels.length - 1;
        while (first < last && levels[first] < least) {
            first++;
        }
        while (last > first && levels[last] < least) {
            last--;
        }
        return new Clip(
                text,
                Arrays.copyOfRange(samples, first * MOMENT, Math.max(first, last + 1) * MOMENT));
    }

    /** At the level wanted, edges faded over 2 ms so that a cut does not click. */
    Clip levelled(double level) {
        float[] louder = samples.clone();
        double factor = level / Math.max(1e-6, rms(samples, 0, samples.length));
        int fade = Math.min(Sound.RATE / 500, louder.length / 2);
        for (int i = 0; i < louder.length; i++) {
            int edge = Math.min(i, louder.length - 1 - i);
            louder[i] *= (float) (factor * (edge < fade ? (edge + 1.0) / (fade + 1) : 1));
        }
        return new Clip(text, louder);
    }

    static double rms(float[] samples, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += samples[i] * (double) samples[i];
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }
}
