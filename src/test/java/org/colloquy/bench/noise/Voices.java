package org.colloquy.bench.noise;

import java.util.Random;

/** What a throat does without words: humming, coughing, a murmur behind a wall. */
final class Voices {
    /** First and second resonance of some vowels, in hertz. */
    private static final double[][] VOWELS = {
        {730, 1090}, {270, 2290}, {300, 870}, {530, 1840}, {570, 840}, {490, 1350}
    };

    private Voices() {}

    /** A melody with closed lips: vocal cords through the nose, with vibrato and short rests. */
    static Signal hummed(double seconds, Random random) {
        double base = random.nextBoolean() ? 110 : 210;
        double vibrato = 4.5 + 1.5 * random.nextDouble();
        double beat = 0.3 + 0.4 * random.nextDouble();
        int[] scale = {0, 2, 4, 5, 7, 9, 11, 12};
        Signal all = Signal.pink(seconds, random).times(0.003);
        int step = random.nextInt(scale.length);
        for (double at = 0; at < seconds; ) {
            step = Math.clamp(step + random.nextInt(5) - 2, 0, scale.length - 1);
            double note = base * Math.pow(2, scale[step] / 12.0);
            double length = beat * (1 + random.nextInt(3));
            Signal tone =
                    Signal.pulses(
                            length,
                            s ->
                                    note
                                            * (1
                                                    - 0.06 * Math.exp(-s / 0.05)
                                                    + 0.012 * Math.sin(2 * Math.PI * vibrato * s)));
            Signal nose = new Signal(length).add(tone).band(280, 1.5);
            nose.add(tone.band(1000, 6), 0, 0.15);
            all.add(edges(nose, 0.06), at, 1);
            at += length + (random.nextInt(5) == 0 ? 0.5 + random.nextDouble() : 0);
        }
        return all;
    }

    /** A burst of air, then a short hoarse voice. */
    static Signal coughs(double seconds, Random random) {
        double size = 0.85 + 0.4 * random.nextDouble();
        double pitch = random.nextBoolean() ? 130 : 230;
        return Room.scattered(
                seconds,
                0.15,
                4,
                random,
                () -> {
                    Signal cough = new Signal(0.5);
                    double air = 0.12 + 0.1 * random.nextDouble();
                    Signal burst = Signal.white(air, random).band(900 * size, 1);
                    burst.add(Signal.white(air, random).band(2400 * size, 2).times(0.6));
                    cough.add(burst.fading(0.05), 0, 1.5);
                    double voiced = 0.15 + 0.15 * random.nextDouble();
                    Signal voice =
                            Signal.pulses(
                                    voiced,
                                    at -> pitch * (1.3 - at) * (1 + 0.05 * random.nextGaussian()));
                    voice.add(Signal.white(voiced, random).times(0.5));
                    Signal throat = new Signal(voiced).add(voice).band(650 * size, 3);
                    throat.add(voice.band(1250 * size, 4)).times(1.5);
                    return cough.add(edges(throat, 0.03), air * 0.7, 1);
                });
    }

    /** Several people talk at once in the next room: melody and rhythm of speech, no word. */
    static Signal murmur(double seconds, Random random) {
        Signal all = Signal.pink(seconds, random).times(0.002);
        int people = 3 + random.nextInt(8);
        for (int person = 0; person < people; person++) {
            all.add(talker(seconds, random), 0, 0.3 + random.nextDouble());
        }
        double wall = 450 + 600 * random.nextDouble();
        return all.lowPass(wall).lowPass(wall);
    }

    /** Vowels that glide into each other at the pace of syllables, in phrases with pauses. */
    private static Signal talker(double seconds, Random random) {
        double pitch = random.nextBoolean() ? 90 + 40 * random.nextDouble() : 200;
        double size = pitch > 150 ? 1.15 : 1;
        Signal all = new Signal(seconds);
        for (double at = 3 * random.nextDouble(); at < seconds; ) {
            double length = 1 + 3 * random.nextDouble();
            int syllables = (int) (length * (4 + 2 * random.nextDouble())) + 2;
            double[] first = new double[syllables];
            double[] second = new double[syllables];
            double[] loud = new double[syllables];
            for (int i = 0; i < syllables; i++) {
                double[] vowel = VOWELS[random.nextInt(VOWELS.length)];
                first[i] = vowel[0] * size;
                second[i] = vowel[1] * size;
                loud[i] = 0.3 + random.nextDouble();
            }
            double accent = length * random.nextDouble();
            Signal voice =
                    Signal.pulses(
                            length,
                            s ->
                                    pitch
                                            * (1.1 - 0.25 * s / length)
                                            * (1
                                                    + 0.2
                                                            * Math.exp(
                                                                    -Math.pow(
                                                                            (s - accent) / 0.2,
                                                                            2))));
            Signal mouth = new Signal(length).add(voice).band(s -> gliding(first, s / length), 5);
            mouth.add(voice.band(s -> gliding(second, s / length), 8), 0, 0.6);
            double pace = syllables / length;
            mouth.times(s -> gliding(loud, s / length) * Math.pow(Math.sin(Math.PI * pace * s), 2));
            all.add(edges(mouth, 0.05), at, 1);
            at += length + 0.2 + 1.5 * random.nextDouble();
        }
        return all;
    }

    /** A value between its neighbours, by the fraction of the way along. */
    private static double gliding(double[] values, double fraction) {
        double at = Math.clamp(fraction, 0, 1) * (values.length - 1);
        int before = Math.min((int) at, values.length - 2);
        return values[before] + (values[before + 1] - values[before]) * (at - before);
    }

    /** Fades in and out, so that nothing clicks. */
    static Signal edges(Signal signal, double fade) {
        double length = signal.seconds();
        return signal.times(at -> Math.min(1, Math.min(at, length - at) / fade));
    }
}
