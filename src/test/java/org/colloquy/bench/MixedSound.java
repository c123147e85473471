package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Progress;
import org.colloquy.media.Media;
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.sound.WavFile;

/**
 * Makes sound for benchmarks from one recording, the same for the same seed.
 *
 * <p>{@code long IN OUT.wav SECONDS SEED}: the recording again and again, whole, until the sound is
 * so long, with pauses of 0.3 to 4 s between in which there is only a quiet hiss; prints how often.
 * {@code noisy IN OUT.wav LEVEL SNR SEED}: once, LEVEL dB louder, with noise that falls by 3 dB an
 * octave SNR dB below it ("-": none).
 */
public final class MixedSound {
    private static final double SHORTEST_PAUSE = 0.3;
    private static final double LONGEST_PAUSE = 4;

    /** Of 32,768: -72 dBFS, what a quiet room leaves on a recording. */
    private static final double HISS = 8;

    private MixedSound() {}

    public static void main(String[] arguments) throws IOException {
        short[] samples = samples(Path.of(arguments[1]));
        Path out = Path.of(arguments[2]);
        if (arguments[0].equals("long")) {
            Random random = new Random(Long.parseLong(arguments[4]));
            System.out.println(again(samples, Double.parseDouble(arguments[3]), random, out));
        } else {
            double level = Double.parseDouble(arguments[3]);
            double below =
                    arguments[4].equals("-")
                            ? Double.POSITIVE_INFINITY
                            : Double.parseDouble(arguments[4]);
            Random random = new Random(Long.parseLong(arguments[5]));
            WavFile.write(out, 1, noisy(samples, level, below, random));
        }
    }

    private static short[] samples(Path recording) throws IOException {
        Path folder = Files.createTempDirectory("mixed");
        Path wav = folder.resolve("decoded.wav");
        try {
            String name = String.valueOf(recording.getFileName());
            new Media(Media.Limits.DEFAULT)
                    .decode(recording, name, wav, Progress.NONE, Cancellation.NEVER);
            try (Sound sound = Sound.open(wav)) {
                float[] mix = sound.mix(0, (int) sound.length());
                short[] samples = new short[mix.length];
                for (int i = 0; i < mix.length; i++) {
                    samples[i] = clipped(mix[i] * 32768);
                }
                return samples;
            }
        } finally {
            Files.deleteIfExists(wav);
            Files.delete(folder);
        }
    }

    private static int again(short[] samples, double seconds, RandomGenerator random, Path out)
            throws IOException {
        int longest = (int) (LONGEST_PAUSE * Sound.RATE);
        int most = (int) (seconds * Sound.RATE) + samples.length + longest;
        short[] joined = new short[most];
        int at = 0;
        int times = 0;
        while (at < seconds * Sound.RATE) {
            System.arraycopy(samples, 0, joined, at, samples.length);
            at += samples.length;
            times++;
            int pause = (int) (random.nextDouble(SHORTEST_PAUSE, LONGEST_PAUSE) * Sound.RATE);
            for (int end = at + pause; at < end; at++) {
                joined[at] = clipped(HISS * random.nextGaussian());
            }
        }
        WavFile.write(out, 1, Arrays.copyOf(joined, at));
        return times;
    }

    static short[] noisy(short[] samples, double level, double below, RandomGenerator random) {
        double gain = Math.pow(10, level / 20);
        double[] noise = pink(samples.length, random);
        double scale = gain * rms(samples) * Math.pow(10, -below / 20);
        short[] noisy = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            noisy[i] = clipped(samples[i] * gain + noise[i] * scale);
        }
        return noisy;
    }

    static double rms(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / Math.max(1, samples.length));
    }

    /**
     * Pink noise of root mean square 1: white noise through Paul Kellet's three-pole filter ("pk3",
     * within 0.5 dB above 10 Hz at 44.1 kHz; R. Bristow-Johnson, "DSP generation of pink noise").
     */
    private static double[] pink(int count, RandomGenerator random) {
        double[] noise = new double[count];
        double low = 0;
        double middle = 0;
        double high = 0;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double white = random.nextGaussian();
            low = 0.99765 * low + white * 0.0990460;
            middle = 0.96300 * middle + white * 0.2965164;
            high = 0.57000 * high + white * 1.0526913;
            noise[i] = low + middle + high + white * 0.1848;
            sum += noise[i] * noise[i];
        }
        double rms = Math.sqrt(sum / Math.max(1, count));
        for (int i = 0; i < count; i++) {
            noise[i] /= rms;
        }
        return noise;
    }

    private static short clipped(double sample) {
        return (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
