package org.colloquy.speech;

import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Problem;

/** How speakers are told apart. */
public sealed interface Speakers {

    /** By voice; how many there are is found out (1 to 6). */
    record Auto() implements Speakers {}

    /** Not at all. */
    record None() implements Speakers {}

    /** By the channel that is louder, where each person has a microphone. */
    record Channels() implements Speakers {}

    /** By voice; so many people speak. */
    record Exactly(int count) implements Speakers {
        public Exactly {
            if (count < 1 || count > MOST) {
                throw new Problem.BadInput(
                        "The number of speakers must be 1 to {most}, not {count}.",
                        Map.of("most", MOST, "count", count));
            }
        }
    }

    int MOST = 20;

    /**
     * Reads "auto", "none", "channels" or a number.
     *
     * @throws Problem.BadInput where it is none of these
     */
    static Speakers parse(String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        return switch (value) {
            case "auto" -> new Auto();
            case "none" -> new None();
            case "channels" -> new Channels();
            default -> {
                if (!value.matches("\\d{1,4}")) {
                    throw new Problem.BadInput(
                            "Speakers \"{what}\" is not understood: give auto, none, channels "
                                    + "or a number.",
                            Map.of("what", text));
                }
                yield new Exactly(Integer.parseInt(value));
            }
        };
    }

    /** As {@link #parse} reads it. */
    default String text() {
        return switch (this) {
            case Auto() -> "auto";
            case None() -> "none";
            case Channels() -> "channels";
            case Exactly(int count) -> Integer.toString(count);
        };
    }
}
