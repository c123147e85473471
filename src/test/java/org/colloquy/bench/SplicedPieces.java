package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.colloquy.speech.sound.Sound;

/**
 * Makes recordings of pieces at known places, out of a clean recording of real speech: it is cut at
 * its pauses, the pieces are played a little faster or slower (which changes the voice too) and put
 * together in another order, with other pauses, clean or in noise. For languages that no
 * synthesiser at hand speaks well enough to be understood. Arguments: the folder, the seed, the
 * recording (WAV, 16 kHz), the name of what is made.
 */
public final class SplicedPieces {
    private static final double SHORTEST_PAUSE = 0.075;
    private static final double SHORTEST_PIECE = 0.3;
    private static final double LEVEL = 0.07;
    private static final int MOMENT = Sound.RATE / 200;

    /** Pauses are at least this much below the loudest moment: 35 dB. */
    private static final double THRESHOLD = 0.0178;

    private SplicedPieces() {}

    public static void main(String[] arguments) throws IOException {
        List<Clip> pieces;
        try (Sound sound = Sound.open(Path.of(arguments[2]))) {
            pieces = pieces(sound.mix(0, (int) sound.length()));
        }
        for (int i = 0; i < Condition.ALL.size(); i++) {
            Condition condition = Condition.ALL.get(i);
            Random random =
                    new Random(new SplittableRandom(Long.parseLong(arguments[1]) + i).nextLong());
            Splice splice = new Splice();
            splice.silence(0.3 + random.nextDouble());
            double rate = 0.88 + random.nextDouble(0.24);
            List<Clip> order = new ArrayList<>(pieces);
            java.util.Collections.shuffle(order, random);
            for (Clip piece : order) {
                float[] samples = Voice.resampled(piece.samples(), (int) (Sound.RATE * rate));
                splice.add(Clip.trimmed(piece.text(), samples).levelled(LEVEL));
                splice.silence(0.1 + random.nextDouble(random.nextInt(4) == 0 ? 2.9 : 0.5));
            }
            splice.silence(0.5);
            float[] mixed = splice.mixed(condition.noise(), condition.ratio(), pieces, random);
            String name = arguments[3] + "-" + (i + 1);
            splice.write(Path.of(arguments[0]), name, mixed, Map.of("noise", condition.toString()));
            System.err.printf(
                    "%s: rate %.2f, %s, %d pieces, %.0f s%n",
                    name, rate, condition, pieces.size(), splice.seconds());
        }
    }

    /** What lies between pauses; without text, since what a piece says is not known. */
    static List<Clip> pieces(float[] samples) {
        double[] levels = new double[samples.length / MOMENT];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Clip.rms(samples, i * MOMENT, MOMENT);
        }
        double least = Arrays.stream(levels).max().orElse(0) * THRESHOLD;
        List<Clip> pieces = new ArrayList<>();
        int start = 0;
        int quiet = 0;
        for (int i = 0; i <= levels.length; i++) {
            boolean end = i == levels.length;
            quiet = end || levels[i] < least ? quiet + 1 : 0;
            boolean pause = quiet * MOMENT >= SHORTEST_PAUSE * Sound.RATE;
            if ((pause || end) && start < i - quiet) {
                float[] piece =
                        Arrays.copyOfRange(samples, start * MOMENT, (i + 1 - quiet) * MOMENT);
                if (piece.length >= SHORTEST_PIECE * Sound.RATE) {
                    pieces.add(Clip.trimmed("", piece));
                }
            }
            if (pause) {
                start = i + 1;
            }
        }
        return pieces;
    }
}
