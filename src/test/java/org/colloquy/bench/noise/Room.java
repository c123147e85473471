package org.colloquy.bench.noise;

import java.util.Random;

/** What people and things do in a room without a voice. */
final class Room {
    private Room() {}

    /** One thing, again and again at its own times. */
    interface Event {
        Signal make();
    }

    /** Events with pauses between a shortest and a longest, each louder or softer by up to 6 dB. */
    static Signal scattered(
            double seconds, double shortest, double longest, Random random, Event event) {
        Signal all = Signal.pink(seconds, random).times(0.003);
        double at = shortest * random.nextDouble();
        while (at < seconds) {
            Signal one = event.make();
            all.add(one, at, 0.5 + random.nextDouble());
            at += one.seconds() + shortest + (longest - shortest) * random.nextDouble();
        }
        return all;
    }

    static Signal keyboard(double seconds, Random random) {
        double body = 1500 + 2500 * random.nextDouble();
        return scattered(
                seconds,
                0.03,
                random.nextInt(3) == 0 ? 0.8 : 0.25,
                random,
                () -> {
                    Signal key = new Signal(0.14);
                    key.add(Signal.white(0.02, random).band(body, 1.5).fading(0.004));
                    key.add(Signal.white(0.03, random).band(250, 2).fading(0.01), 0.002, 0.8);
                    double up = 0.06 + 0.05 * random.nextDouble();
                    return key.add(
                            Signal.white(0.02, random).band(body * 1.3, 1.5).fading(0.003),
                            up,
                            0.4);
                });
    }

    static Signal clock(double seconds, Random random) {
        double pitch = 2000 + 2000 * random.nextDouble();
        return scattered(
                seconds,
                0.48,
                0.481,
                random,
                () -> Signal.white(0.02, random).band(pitch, 6).fading(0.004));
    }

    /** In through the nose, out through the mouth, a pause. */
    static Signal breathing(double seconds, Random random) {
        double in = 900 + 1500 * random.nextDouble();
        double out = 400 + 900 * random.nextDouble();
        return scattered(
                seconds,
                0.3,
                1.5,
                random,
                () -> {
                    double inhale = 0.7 + 0.8 * random.nextDouble();
                    double exhale = 0.9 + 1.2 * random.nextDouble();
                    Signal breath = new Signal(inhale + 0.2 + exhale);
                    breath.add(
                            Signal.white(inhale, random)
                                    .band(in, 1.2)
                                    .add(Signal.white(inhale, random).band(3500, 2).times(0.4))
                                    .swelling(),
                            0,
                            0.7);
                    Signal sigh = Signal.white(exhale, random).band(out, 1);
                    sigh.add(Signal.white(exhale, random).band(1600, 2).times(0.5)).swelling();
                    return breath.add(sigh, inhale + 0.2, 1);
                });
    }

    static Signal applause(double seconds, Random random) {
        Signal all = Signal.pink(seconds, random).times(0.01);
        int people = 8 + random.nextInt(60);
        for (int person = 0; person < people; person++) {
            double pitch = 700 + 1500 * random.nextDouble();
            double beat = 0.18 + 0.15 * random.nextDouble();
            double near = 0.2 + 0.8 * random.nextDouble();
            for (double at = random.nextDouble(); at < seconds; at += beat) {
                Signal clap = Signal.white(0.05, random).band(pitch, 1).fading(0.01);
                all.add(clap, at + 0.03 * random.nextGaussian(), near);
            }
        }
        // It begins, is loud, and dies down, again and again.
        double period = 8 + 8 * random.nextDouble();
        return all.times(at -> Math.pow(Math.sin(Math.PI * at / period), 2) + 0.02);
    }

    static Signal chairs(double seconds, Random random) {
        return scattered(
                seconds,
                0.3,
                3,
                random,
                () -> {
                    double length = 0.2 + 0.9 * random.nextDouble();
                    double start = 150 + 350 * random.nextDouble();
                    double end = start * (0.7 + 0.8 * random.nextDouble());
                    Signal scrape =
                            Signal.pulses(
                                    length,
                                    at ->
                                            (start + (end - start) * at / length)
                                                    * (1 + 0.08 * random.nextGaussian()));
                    double resonance = 500 + 1500 * random.nextDouble();
                    scrape.band(resonance, 2).add(Signal.white(length, random).band(900, 1));
                    return scrape.swelling();
                });
    }

    static Signal paper(double seconds, Random random) {
        return scattered(
                seconds,
                0.2,
                2,
                random,
                () -> {
                    double length = 0.2 + 0.8 * random.nextDouble();
                    Signal rustle = new Signal(length);
                    int crackles = (int) (length * (60 + random.nextInt(200)));
                    for (int i = 0; i < crackles; i++) {
                        Signal crackle = Signal.white(0.02, random).highPass(1500);
                        crackle.fading(0.002 + 0.006 * random.nextDouble());
                        rustle.add(crackle, length * random.nextDouble(), random.nextDouble());
                    }
                    return rustle.add(Signal.white(length, random).highPass(2500).times(0.1))
                            .swelling();
                });
    }

    static Signal doors(double seconds, Random random) {
        return scattered(
                seconds,
                1,
                5,
                random,
                () -> {
                    Signal door = new Signal(1.2);
                    double body = 60 + 80 * random.nextDouble();
                    door.add(Signal.white(0.6, random).band(body, 3).fading(0.12), 0.02, 4);
                    door.add(Signal.white(0.2, random).lowPass(3000).fading(0.02), 0.02, 0.8);
                    door.add(Signal.white(1.1, random).lowPass(900).fading(0.25), 0.03, 0.15);
                    return door.add(Signal.white(0.03, random).band(2500, 3).fading(0.01), 0, 0.6);
                });
    }

    static Signal steps(double seconds, Random random) {
        double pace = 0.35 + 0.3 * random.nextDouble();
        double heel = 150 + 400 * random.nextDouble();
        return scattered(
                seconds,
                pace - 0.05,
                pace + 0.05,
                random,
                () -> {
                    Signal step = Signal.white(0.15, random).band(heel, 2).fading(0.03);
                    return step.add(Signal.white(0.05, random).highPass(2000).fading(0.01), 0, 0.2);
                });
    }

    static Signal dishes(double seconds, Random random) {
        return scattered(
                seconds,
                0.05,
                1.5,
                random,
                () -> {
                    Signal clink = new Signal(0.5);
                    double base = 900 + 2500 * random.nextDouble();
                    for (double ratio : new double[] {1, 2.32, 4.25}) {
                        clink.add(
                                Signal.tone(0.5, _ -> base * ratio).fading(0.03 + 0.1 / ratio),
                                0,
                                1 / ratio);
                    }
                    return clink.add(Signal.white(0.02, random).highPass(3000).fading(0.003));
                });
    }

    /** Rings of old and of new telephones. */
    static Signal phone(double seconds, Random random) {
        boolean bell = random.nextBoolean();
        double speed = 12 + 10 * random.nextDouble();
        double[] notes = new double[4 + random.nextInt(5)];
        for (int i = 0; i < notes.length; i++) {
            notes[i] = 660 * Math.pow(2, random.nextInt(19) / 12.0);
        }
        return scattered(
                seconds,
                1,
                3,
                random,
                () -> {
                    double length = 1 + random.nextDouble();
                    if (bell) {
                        Signal ring = Signal.tone(length, _ -> 440);
                        ring.add(Signal.tone(length, _ -> 480));
                        return ring.times(
                                at -> 0.6 + 0.4 * Math.signum(Math.sin(speed * 2 * Math.PI * at)));
                    }
                    return Signal.pulses(length, at -> notes[(int) (at * 8) % notes.length])
                            .lowPass(3000);
                });
    }

    static Signal beeps(double seconds, Random random) {
        double pitch = 600 + 2000 * random.nextDouble();
        double length = 0.08 + 0.5 * random.nextDouble();
        boolean digits = random.nextBoolean();
        double[] rows = {697, 770, 852, 941};
        double[] columns = {1209, 1336, 1477};
        return scattered(
                seconds,
                0.1,
                1.2,
                random,
                () -> {
                    double low = digits ? rows[random.nextInt(4)] : pitch;
                    double high = digits ? columns[random.nextInt(3)] : pitch * 2;
                    return Signal.tone(length, _ -> low)
                            .add(Signal.tone(length, _ -> high), 0, digits ? 1 : 0.2);
                });
    }

    static Signal birds(double seconds, Random random) {
        return scattered(
                seconds,
                0.1,
                1.5,
                random,
                () -> {
                    double from = 2000 + 2500 * random.nextDouble();
                    double to = from * (0.6 + 0.8 * random.nextDouble());
                    double length = 0.05 + 0.25 * random.nextDouble();
                    double trill = 15 + 30 * random.nextDouble();
                    return Signal.tone(
                                    length,
                                    at ->
                                            from
                                                    + (to - from) * at / length
                                                    + 300 * Math.sin(2 * Math.PI * trill * at))
                            .swelling();
                });
    }
}
