package org.colloquy.bench.noise;

import java.util.Arrays;
import java.util.Random;

/** Sound being made, mono at 16 kHz, and the few tools that all noises are made with. */
public final class Signal {
    public static final int RATE = 16_000;

    public final float[] samples;

    public Signal(double seconds) {
        samples = new float[(int) Math.round(seconds * RATE)];
    }

    public double seconds() {
        return samples.length / (double) RATE;
    }

    /** Evenly spread over all frequencies. */
    static Signal white(double seconds, Random random) {
        Signal signal = new Signal(seconds);
        for (int i = 0; i < signal.samples.length; i++) {
            signal.samples[i] = (float) random.nextGaussian();
        }
        return signal;
    }

    /** Three decibels less for each octave, as most of what stands in a room. */
    static Signal pink(double seconds, Random random) {
        Signal signal = new Signal(seconds);
        // Paul Kellet's economy filter: three poles whose sum falls by 3 dB an octave.
        double low = 0;
        double middle = 0;
        double high = 0;
        for (int i = 0; i < signal.samples.length; i++) {
            double white = random.nextGaussian();
            low = 0.99765 * low + white * 0.0990460;
            middle = 0.96300 * middle + white * 0.2965164;
            high = 0.57000 * high + white * 1.0526913;
            signal.samples[i] = (float) (low + middle + high + white * 0.1848);
        }
        return signal;
    }

    /** A value for each sample from its time in seconds. */
    interface Curve {
        double at(double seconds);
    }

    /** A sine whose frequency may move. */
    static Signal tone(double seconds, Curve hertz) {
        return waves(seconds, hertz, Math::sin);
    }

    /**
     * Like the pulses of vocal cords or of an engine: all harmonics, each weaker by 6 dB an octave.
     */
    static Signal pulses(double seconds, Curve hertz) {
        return waves(
                seconds,
                hertz,
                phase -> {
                    double part = phase / (2 * Math.PI);
                    return 1 - 2 * (part - Math.floor(part));
                });
    }

    private static Signal waves(double seconds, Curve hertz, Curve form) {
        Signal signal = new Signal(seconds);
        double phase = 0;
        for (int i = 0; i < signal.samples.length; i++) {
            phase += 2 * Math.PI * hertz.at(i / (double) RATE) / RATE;
            signal.samples[i] = (float) form.at(phase);
        }
        return signal;
    }

    Signal times(Curve curve) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= (float) curve.at(i / (double) RATE);
        }
        return this;
    }

    public Signal times(double factor) {
        return times(_ -> factor);
    }

    /** Adds another from a moment on; what reaches over the end is lost. */
    public Signal add(Signal other, double atSeconds, double factor) {
        int first = (int) Math.round(atSeconds * RATE);
        for (int i = Math.max(0, -first);
                i < other.samples.length && first + i < samples.length;
                i++) {
            samples[first + i] += (float) (factor * other.samples[i]);
        }
        return this;
    }

    public Signal add(Signal other) {
        return add(other, 0, 1);
    }

    Signal lowPass(double hertz) {
        return filter(new Biquad.LowPass(), _ -> hertz, 0.707);
    }

    Signal highPass(double hertz) {
        return filter(new Biquad.HighPass(), _ -> hertz, 0.707);
    }

    /** Lets a band through, as wide as its middle divided by {@code quality}. */
    Signal band(double hertz, double quality) {
        return filter(new Biquad.Band(), _ -> hertz, quality);
    }

    Signal band(Curve hertz, double quality) {
        return filter(new Biquad.Band(), hertz, quality);
    }

    private Signal filter(Biquad kind, Curve hertz, double quality) {
        Biquad.run(kind, samples, hertz, quality);
        return this;
    }

    /** Falls by {@code e} in that time, from the first sample on. */
    Signal fading(double seconds) {
        return times(at -> Math.exp(-at / seconds));
    }

    /** Rises from nothing and falls to nothing as half a sine. */
    Signal swelling() {
        double length = seconds();
        return times(at -> Math.sin(Math.PI * at / length));
    }

    public Signal clipped() {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Math.clamp(samples[i], -1f, 1f);
        }
        return this;
    }

    public double rms() {
        double sum = 0;
        for (float sample : samples) {
            sum += sample * sample;
        }
        return samples.length == 0 ? 0 : Math.sqrt(sum / samples.length);
    }

    public double peak() {
        double peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    /** Brings its louder parts (the loudest tenth of its tenths of a second) to a level. */
    public Signal level(double decibels) {
        int piece = RATE / 10;
        double[] levels = new double[Math.max(1, samples.length / piece)];
        for (int i = 0; i < levels.length; i++) {
            double sum = 0;
            int end = Math.min(samples.length, (i + 1) * piece);
            for (int k = i * piece; k < end; k++) {
                sum += samples[k] * samples[k];
            }
            levels[i] = Math.sqrt(sum / piece);
        }
        Arrays.sort(levels);
        double loud = levels[(int) (0.95 * (levels.length - 1))];
        return loud == 0 ? this : times(Math.pow(10, decibels / 20) / loud);
    }

    public short[] pcm() {
        short[] pcm = new short[samples.length];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = (short) Math.clamp(Math.round(samples[i] * 32767), -32768, 32767);
        }
        return pcm;
    }
}
