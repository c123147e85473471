package org.colloquy.speech.activity;

import java.util.Random;
import org.colloquy.speech.sound.Sound;

/** Sound made for tests: tones and hiss at known places. */
public final class MadeSound {
    public final float[] samples;

    public MadeSound(double seconds) {
        samples = new float[(int) (seconds * Sound.RATE)];
    }

    /** A tone with overtones, as a voice has them. */
    public MadeSound tone(double from, double to, double hertz, double level) {
        for (int i = (int) (from * Sound.RATE); i < (int) (to * Sound.RATE); i++) {
            for (int over = 1; over * hertz < 4000; over++) {
                samples[i] +=
                        (float)
                                (level
                                        / over
                                        * Math.sin(2 * Math.PI * hertz * over * i / Sound.RATE));
            }
        }
        return this;
    }

    public MadeSound hiss(double from, double to, double level) {
        Random random = new Random(7);
        for (int i = (int) (from * Sound.RATE); i < (int) (to * Sound.RATE); i++) {
            samples[i] += (float) (level * random.nextGaussian());
        }
        return this;
    }

    SoundProfile profile() {
        return SoundProfile.of(samples);
    }
}
