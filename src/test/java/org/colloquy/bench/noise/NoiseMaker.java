package org.colloquy.bench.noise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.colloquy.speech.sound.WavFile;

/**
 * Writes sound in which nobody says a word: every kind of noise, one file a kind and seed; a third
 * of the seeds quiet, a third usual, a third loud.
 */
public final class NoiseMaker {
    /** In decibels below the most there can be; the seeds go through them in turn. */
    private static final double[] LEVELS = {-46, -28, -12};

    private NoiseMaker() {}

    /**
     * @param arguments a folder, the seconds of each file, and seeds
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        double seconds = Double.parseDouble(arguments[1]);
        for (int i = 2; i < arguments.length; i++) {
            long seed = Long.parseLong(arguments[i]);
            for (Noise kind : Noise.values()) {
                String name = kind.name().toLowerCase(Locale.ROOT) + "-" + seed + ".wav";
                double level = LEVELS[Math.floorMod(seed, LEVELS.length)];
                WavFile.write(folder.resolve(name), 1, kind.make(seconds, seed, level).pcm());
            }
        }
    }
}
