package org.colloquy.bench;

import java.util.List;
import java.util.Random;
import org.colloquy.bench.TwoPersonTalk.Piece;
import org.colloquy.speech.sound.Sound;

/** What microphones hear of a talk: levels, echo, noise, and the other person. */
final class TalkRoom {
    /** Speech is brought to this level first: -23 dBFS. */
    private static final float LEVEL = 0.07f;

    /** Reflections of the echo. */
    private static final int REFLECTIONS = 60;

    /** A falling tail makes sound this much longer at most. */
    private static final double TAIL_SECONDS = 0.5;

    private TalkRoom() {}

    /**
     * One microphone. Without a room both are equally loud and there is neither echo nor noise;
     * with one, by seed, one person is up to 9 dB quieter, each has an echo of 0 to 0.4 s, and
     * there is noise 12 to 30 dB below the speech.
     */
    static float[] oneMicrophone(List<Piece> pieces, boolean room, Random random) {
        float[] heard = new float[length(pieces)];
        double quieter = room ? -9 * random.nextDouble() : 0;
        int who = random.nextInt(2);
        float[][] echoes = {echo(random), echo(random)};
        for (Piece piece : pieces) {
            float gain = piece.person() == who ? decibels(quieter) : 1;
            float[] samples = levelled(piece.samples());
            add(heard, samples, piece.startSeconds(), gain);
            if (room) {
                add(heard, echoed(samples, echoes[piece.person()]), piece.startSeconds(), gain);
            }
        }
        if (room) {
            addNoise(heard, LEVEL * decibels(-12 - 18 * random.nextDouble()), random);
        }
        return limited(heard);
    }

    /**
     * Two microphones, each also hearing the other person.
     *
     * @param crosstalk decibels by which the other is quieter, above 0
     * @param delay samples by which the other is later
     * @param louder decibels by which the first microphone is louder
     */
    static float[][] twoMicrophones(
            List<Piece> pieces, double crosstalk, int delay, double louder, Random random) {
        float[][] heard = new float[2][length(pieces)];
        for (Piece piece : pieces) {
            float[] samples = levelled(piece.samples());
            double start = piece.startSeconds();
            add(heard[piece.person()], samples, start, 1);
            double late = start + delay / (double) Sound.RATE;
            add(heard[1 - piece.person()], samples, late, decibels(-crosstalk));
        }
        for (float[] microphone : heard) {
            addNoise(microphone, LEVEL * decibels(-45), random);
        }
        scale(heard[0], decibels(louder / 2));
        scale(heard[1], decibels(-louder / 2));
        return new float[][] {limited(heard[0]), limited(heard[1])};
    }

    private static int length(List<Piece> pieces) {
        double end = pieces.stream().mapToDouble(Piece::endSeconds).max().orElse(0);
        return (int) ((end + 1) * Sound.RATE);
    }

    static float decibels(double value) {
        return (float) Math.pow(10, value / 20);
    }

    private static float[] levelled(float[] clip) {
        float gain = LEVEL / Math.max(1e-6f, TalkSound.rms(clip, 0, clip.length));
        float[] levelled = clip.clone();
        scale(levelled, gain);
        return levelled;
    }

    private static void scale(float[] samples, float gain) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= gain;
        }
    }

    private static void add(float[] to, float[] samples, double seconds, float gain) {
        int at = (int) Math.round(seconds * Sound.RATE);
        for (int i = 0; i < samples.length && at + i < to.length; i++) {
            to[at + i] += samples[i] * gain;
        }
    }

    /** Sparse reflections that fall by 60 dB within 0.05 to 0.4 s: pairs of delay and factor. */
    private static float[] echo(Random random) {
        double length = 0.05 + 0.35 * random.nextDouble();
        float[] echo = new float[2 * REFLECTIONS];
        for (int i = 0; i < REFLECTIONS; i++) {
            double delay = 0.004 + random.nextDouble() * length;
            double sign = random.nextBoolean() ? 1 : -1;
            echo[2 * i] = (float) (delay * Sound.RATE);
            echo[2 * i + 1] = (float) (0.25 * sign * Math.pow(10, -3 * delay / length));
        }
        return echo;
    }

    private static float[] echoed(float[] samples, float[] echo) {
        float[] echoed = new float[samples.length + (int) (TAIL_SECONDS * Sound.RATE)];
        for (int k = 0; k < echo.length; k += 2) {
            int delay = (int) echo[k];
            for (int i = 0; i < samples.length && i + delay < echoed.length; i++) {
                echoed[i + delay] += samples[i] * echo[k + 1];
            }
        }
        return echoed;
    }

    /** Noise with more low than high tones, as of a room. */
    private static void addNoise(float[] samples, float level, Random random) {
        float low = 0;
        for (int i = 0; i < samples.length; i++) {
            float white = (float) random.nextGaussian();
            low = 0.9f * low + 0.436f * white;
            samples[i] += level * (0.8f * low + 0.2f * white);
        }
    }

    /** Made quieter as a whole where it would be clipped. */
    private static float[] limited(float[] samples) {
        float most = 0;
        for (float sample : samples) {
            most = Math.max(most, Math.abs(sample));
        }
        if (most > 0.98f) {
            scale(samples, 0.98f / most);
        }
        return samples;
    }
}
