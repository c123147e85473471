package org.colloquy.speech.whisper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Tries to write a window down until it can be trusted: OpenAI's fallback (transcribe.py, MIT). */
final class Retry {
    private static final double[] TEMPERATURES = {0.2, 0.4, 0.6, 0.8, 1.0};

    /** The same recording gives the same words every time. */
    private static final long SEED = 20220921;

    private Retry() {}

    /** The first trusted one; empty where none is. */
    static Optional<Hypothesis> first(Function<Chooser, Hypothesis> decode, Vocabulary vocabulary) {
        List<Chooser> choosers = new ArrayList<>();
        choosers.add(new Chooser.Likeliest());
        Random random = new Random(SEED);
        for (double temperature : TEMPERATURES) {
            choosers.add(new Chooser.ByChance(temperature, random));
        }
        for (Chooser chooser : choosers) {
            Hypothesis said = decode.apply(chooser);
            if (said.trusted(vocabulary)) {
                return Optional.of(said);
            }
            if (said.silent()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
