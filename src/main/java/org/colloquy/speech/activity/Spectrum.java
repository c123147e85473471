package org.colloquy.speech.activity;

/** Power of the frequencies in a short piece of sound: a Hann window and a Fourier transform. */
final class Spectrum {
    /** Samples of one piece: 16 ms. */
    static final int LENGTH = 256;

    private final float[] window = new float[LENGTH];
    private final float[] cosines = new float[LENGTH / 2];
    private final float[] sines = new float[LENGTH / 2];
    private final int[] reversed = new int[LENGTH];
    private final float[] real = new float[LENGTH];
    private final float[] imaginary = new float[LENGTH];

    Spectrum() {
        int bits = Integer.numberOfTrailingZeros(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / LENGTH));
            reversed[i] = Integer.reverse(i) >>> (Integer.SIZE - bits);
        }
        for (int i = 0; i < LENGTH / 2; i++) {
            cosines[i] = (float) Math.cos(2 * Math.PI * i / LENGTH);
            sines[i] = (float) -Math.sin(2 * Math.PI * i / LENGTH);
        }
    }

    /**
     * @param samples outside of which there is silence
     * @param power gets the power at multiples of 62.5 Hz, 0 up to half the rate
     */
    void of(float[] samples, int from, float[] power) {
        for (int i = 0; i < LENGTH; i++) {
            int at = from + i;
            real[reversed[i]] = at >= 0 && at < samples.length ? samples[at] * window[i] : 0;
            imaginary[i] = 0;
        }
        transform();
        for (int i = 0; i <= LENGTH / 2; i++) {
            power[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
        }
    }

    /** In place, by halves of halves (Cooley and Tukey). */
    private void transform() {
        for (int half = 1; half < LENGTH; half *= 2) {
            int stride = LENGTH / (2 * half);
            for (int start = 0; start < LENGTH; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int low = start + k;
                    int high = low + half;
                    float c = cosines[k * stride];
                    float s = sines[k * stride];
                    float re = real[high] * c - imaginary[high] * s;
                    float im = real[high] * s + imaginary[high] * c;
                    real[high] = real[low] - re;
                    imaginary[high] = imaginary[low] - im;
                    real[low] += re;
                    imaginary[low] += im;
                }
            }
        }
    }
}
