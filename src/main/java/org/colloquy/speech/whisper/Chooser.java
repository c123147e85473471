package org.colloquy.speech.whisper;

import java.util.Random;

/** How the next id is chosen. */
sealed interface Chooser {
    /** Always the likeliest. */
    record Likeliest() implements Chooser {}

    /** By chance; the higher the temperature, the more often an unlikely one. */
    record ByChance(double temperature, Random random) implements Chooser {}

    default int choose(Scores scores) {
        return switch (this) {
            case Likeliest() -> scores.best();
            case ByChance(double temperature, Random random) ->
                    scores.draw(temperature, random.nextDouble());
        };
    }
}
