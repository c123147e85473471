package org.colloquy.bench;

import java.util.List;
import org.colloquy.bench.Splice.Noise;

/**
 * What a recording lies in.
 *
 * @param ratio of the words' level to the noise's, in dB
 */
record Condition(Noise noise, double ratio) {
    static final List<Condition> ALL =
            List.of(
                    new Condition(Noise.NONE, 0),
                    new Condition(Noise.HISS, 30),
                    new Condition(Noise.NONE, 0),
                    new Condition(Noise.HISS, 20),
                    new Condition(Noise.HUM, 20),
                    new Condition(Noise.BABBLE, 20),
                    new Condition(Noise.HISS, 15));

    @Override
    public String toString() {
        return noise == Noise.NONE
                ? "clean"
                : noise.name().toLowerCase(java.util.Locale.ROOT) + " " + Math.round(ratio) + " dB";
    }
}
