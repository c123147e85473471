package org.colloquy.bench.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoiseTest {
    private static final double SECONDS = 6;

    @ParameterizedTest
    @EnumSource(Noise.class)
    void isTheSameForTheSameSeedAndAnotherForAnother(Noise noise) {
        short[] once = noise.make(SECONDS, 3, -28).pcm();
        assertEquals((int) (SECONDS * Signal.RATE), once.length);
        assertArrayEquals(once, noise.make(SECONDS, 3, -28).pcm());
        assertFalse(Arrays.equals(once, noise.make(SECONDS, 4, -28).pcm()));
    }

    @ParameterizedTest
    @EnumSource(value = Noise.class, mode = EnumSource.Mode.EXCLUDE, names = "SILENCE")
    void isAsLoudAsWanted(Noise noise) {
        double quiet = loudest(noise.make(SECONDS, 5, -46));
        double usual = loudest(noise.make(SECONDS, 5, -28));
        assertTrue(quiet < -34, noise + " is at " + quiet + " dB");
        assertTrue(usual > -40 && usual < -12, noise + " is at " + usual + " dB");
    }

    @Test
    void silenceIsHardlyMoreThanNothing() {
        assertTrue(loudest(Noise.SILENCE.make(SECONDS, 1, 0)) < -80);
    }

    /** Of its loudest second, in decibels of root mean square. */
    private static double loudest(Signal signal) {
        double most = 0;
        for (int from = 0; from + Signal.RATE <= signal.samples.length; from += Signal.RATE) {
            double sum = 0;
            for (int i = from; i < from + Signal.RATE; i++) {
                sum += signal.samples[i] * signal.samples[i];
            }
            most = Math.max(most, sum / Signal.RATE);
        }
        return 10 * Math.log10(most);
    }
}
