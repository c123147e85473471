package org.colloquy.bench.noise;

import java.util.Random;

/** What runs on and on: mains, fans, engines, weather, the street. */
final class Machines {
    private Machines() {}

    static Signal hum(double seconds, Random random) {
        double mains = random.nextBoolean() ? 50 : 60;
        Signal hum = new Signal(seconds);
        for (int harmonic = 1; harmonic <= 9; harmonic += harmonic == 1 ? 1 : 2) {
            double hertz = mains * harmonic;
            double strength = (0.5 + random.nextDouble()) / harmonic;
            hum.add(Signal.tone(seconds, _ -> hertz).times(strength));
        }
        return hum.add(Signal.pink(seconds, random).times(0.02));
    }

    /** Air, and the blades in it. */
    static Signal fan(double seconds, Random random) {
        double blades = 40 + 160 * random.nextDouble();
        double turns = blades / 5;
        Signal fan = Signal.pink(seconds, random).lowPass(600 + 1500 * random.nextDouble());
        fan.times(at -> 1 + 0.15 * Math.sin(2 * Math.PI * turns * at));
        for (int harmonic = 1; harmonic <= 4; harmonic++) {
            double hertz = blades * harmonic;
            fan.add(Signal.tone(seconds, _ -> hertz).times(0.3 / harmonic));
        }
        return fan;
    }

    static Signal engine(double seconds, Random random) {
        double idle = 35 + 50 * random.nextDouble();
        double period = 4 + 6 * random.nextDouble();
        Signal.Curve hertz =
                at ->
                        idle * (1 + 0.6 * Math.max(0, Math.sin(2 * Math.PI * at / period)))
                                + 2 * Math.sin(2 * Math.PI * 3.1 * at);
        Signal engine = Signal.pulses(seconds, hertz).lowPass(500 + 700 * random.nextDouble());
        engine.add(Signal.pulses(seconds, at -> hertz.at(at) / 2).times(0.5).lowPass(300));
        return engine.add(Signal.pink(seconds, random).times(0.1).lowPass(1500));
    }

    static Signal wind(double seconds, Random random) {
        double[] speeds = {0.05 + 0.1 * random.nextDouble(), 0.3, 0.9 * random.nextDouble()};
        Signal.Curve gusts =
                at -> {
                    double sum = 1.2;
                    for (double speed : speeds) {
                        sum += Math.sin(2 * Math.PI * speed * at + speed * 100);
                    }
                    return Math.max(0.05, sum / 3);
                };
        Signal wind = Signal.pink(seconds, random).lowPass(400).times(gusts);
        Signal whistle = Signal.white(seconds, random);
        whistle.band(at -> 350 + 500 * gusts.at(at), 12).times(gusts).times(0.8);
        return wind.add(whistle);
    }

    static Signal rain(double seconds, Random random) {
        Signal rain = Signal.white(seconds, random).highPass(1200).times(0.15);
        int drops = (int) (seconds * (40 + random.nextInt(200)));
        for (int i = 0; i < drops; i++) {
            Signal drop = Signal.white(0.008, random).band(1000 + 5000 * random.nextDouble(), 2);
            rain.add(drop.fading(0.002), seconds * random.nextDouble(), 0.3 + random.nextDouble());
        }
        return rain;
    }

    /** Cars that pass, now and then a horn or a siren. */
    static Signal street(double seconds, Random random) {
        Signal street = Signal.pink(seconds, random).lowPass(500).times(0.2);
        for (double at = 0; at < seconds; at += 2 + 6 * random.nextDouble()) {
            double length = 3 + 4 * random.nextDouble();
            Signal tyres = Signal.pink(length, random).lowPass(500 + 1500 * random.nextDouble());
            street.add(tyres.swelling(), at, 0.5 + random.nextDouble());
            double idle = 50 + 60 * random.nextDouble();
            Signal motor = Signal.pulses(length, s -> idle * (1.08 - 0.16 * s / length));
            street.add(motor.lowPass(400).swelling(), at, 0.4 * random.nextDouble());
            if (random.nextInt(4) == 0) {
                street.add(horn(random), at + 1, 0.5);
            }
        }
        return random.nextInt(2) == 0
                ? street
                : street.add(siren(Math.min(12, seconds), random), seconds / 3, 0.5);
    }

    private static Signal horn(Random random) {
        double low = 300 + 150 * random.nextDouble();
        double length = 0.2 + 0.8 * random.nextDouble();
        return Signal.pulses(length, _ -> low)
                .add(Signal.pulses(length, _ -> low * 1.26))
                .lowPass(2500)
                .times(0.4);
    }

    static Signal siren(double seconds, Random random) {
        double speed = 0.2 + 3 * random.nextDouble();
        boolean steps = random.nextBoolean();
        return Signal.pulses(
                        seconds,
                        at -> {
                            double wave = Math.sin(2 * Math.PI * speed * at);
                            return 650 + 250 * (steps ? Math.signum(wave) : wave);
                        })
                .lowPass(1800)
                .swelling();
    }
}
