package org.colloquy.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MixedSoundTest {
    private static short[] tone() {
        short[] tone = new short[32_000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * 440 * i / 16_000));
        }
        return tone;
    }

    @Test
    void noiseLiesSoFarBelowTheSpeech() {
        short[] tone = tone();
        short[] noisy = MixedSound.noisy(tone, 0, 10, new Random(1));
        short[] noise = new short[tone.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (noisy[i] - tone[i]);
        }
        double below = 20 * Math.log10(MixedSound.rms(tone) / MixedSound.rms(noise));
        assertEquals(10, below, 0.01);
    }

    @Test
    void theLevelIsChangedAndNoneIsNoNoise() {
        short[] tone = tone();
        short[] quiet = MixedSound.noisy(tone, -20, Double.POSITIVE_INFINITY, new Random(1));
        assertEquals(MixedSound.rms(tone) / 10, MixedSound.rms(quiet), 1);
    }

    @Test
    void theSameSeedMakesTheSameSound() {
        assertArrayEquals(
                MixedSound.noisy(tone(), 0, 5, new Random(7)),
                MixedSound.noisy(tone(), 0, 5, new Random(7)));
    }
}
