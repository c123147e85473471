package org.colloquy.speech.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpectrumTest {
    /** The transform by its definition, under the same window. */
    private static double power(float[] samples, int bin) {
        double real = 0;
        double imaginary = 0;
        int length = Spectrum.LENGTH;
        for (int i = 0; i < length; i++) {
            double windowed = samples[i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length));
            real += windowed * Math.cos(2 * Math.PI * bin * i / length);
            imaginary -= windowed * Math.sin(2 * Math.PI * bin * i / length);
        }
        return real * real + imaginary * imaginary;
    }

    @Test
    void isTheFourierTransformOfTheWindowedSound() {
        float[] samples = new MadeSound(0.1).hiss(0, 0.1, 0.3).samples;
        float[] power = new float[Spectrum.LENGTH / 2 + 1];
        new Spectrum().of(samples, 0, power);
        for (int bin = 0; bin <= Spectrum.LENGTH / 2; bin++) {
            assertEquals(power(samples, bin), power[bin], 1e-3, "bin " + bin);
        }
    }
}
