package org.colloquy.bench.noise;

import java.util.Random;

/** Music without singing. */
final class Music {
    private static final int[][] CHORDS = {{0, 4, 7}, {9, 12, 16}, {5, 9, 12}, {7, 11, 14}};
    private static final int[] SCALE = {0, 2, 4, 7, 9, 12, 14, 16};

    private Music() {}

    /** A melody over chords on plucked or blown notes. */
    static Signal melody(double seconds, Random random) {
        double beat = 0.25 + 0.3 * random.nextDouble();
        double base = 220 * Math.pow(2, random.nextInt(12) / 12.0);
        boolean plucked = random.nextBoolean();
        Signal all = new Signal(seconds);
        int step = 3;
        int count = 0;
        for (double at = 0; at < seconds; at += beat) {
            int[] chord = CHORDS[count / 8 % CHORDS.length];
            if (count % 4 == 0) {
                for (int note : chord) {
                    all.add(note(base / 2, note, beat * 4, plucked), at, 0.4);
                }
            }
            step = Math.clamp(step + random.nextInt(5) - 2, 0, SCALE.length - 1);
            if (random.nextInt(5) > 0) {
                all.add(note(base, SCALE[step], beat * (1 + random.nextInt(2)), plucked), at, 1);
            }
            count++;
        }
        return all;
    }

    /** The same with drums and a bass. */
    static Signal beat(double seconds, Random random) {
        double beat = 0.25 + 0.1 * random.nextDouble();
        Signal all = melody(seconds, random).times(0.6);
        double root = 45 * Math.pow(2, random.nextInt(12) / 12.0);
        int count = 0;
        for (double at = 0; at < seconds; at += beat) {
            if (count % 4 == 0 || random.nextInt(8) == 0) {
                Signal kick = Signal.tone(0.25, s -> 45 + 120 * Math.exp(-s / 0.02));
                all.add(kick.fading(0.08), at, 2);
            }
            if (count % 4 == 2) {
                Signal snare = Signal.white(0.2, random).highPass(1000).fading(0.05);
                all.add(snare.add(Signal.tone(0.2, _ -> 190).fading(0.04)), at, 0.8);
            }
            all.add(Signal.white(0.06, random).highPass(6000).fading(0.02), at, 0.4);
            if (count % 2 == 0) {
                double note = root * Math.pow(2, CHORDS[count / 8 % CHORDS.length][0] / 12.0);
                all.add(Signal.pulses(beat * 1.8, _ -> note).lowPass(400).fading(0.3), at, 0.8);
            }
            count++;
        }
        return all;
    }

    /** A note some half-tones above another, as long as it sounds. */
    private static Signal note(double base, int halfTones, double length, boolean plucked) {
        double hertz = base * Math.pow(2, halfTones / 12.0);
        if (plucked) {
            Signal string = new Signal(length);
            for (int harmonic = 1; harmonic <= 6; harmonic++) {
                double multiple = hertz * harmonic;
                string.add(
                        Signal.tone(length, _ -> multiple).fading(0.5 / harmonic),
                        0,
                        1.0 / harmonic);
            }
            return Voices.edges(string, 0.005);
        }
        Signal pipe =
                Signal.pulses(length, s -> hertz * (1 + 0.006 * Math.sin(2 * Math.PI * 5 * s)));
        return Voices.edges(pipe.lowPass(hertz * 3), 0.04);
    }
}
