package org.colloquy.speech;

import java.util.Map;
import org.colloquy.common.Problem;

/**
 * The stretch of a recording that is to be heard, where not the whole is.
 *
 * @param fromSeconds 0 or more
 * @param toSeconds after that; past the end of the recording means its end
 */
public record Part(double fromSeconds, double toSeconds) {
    public Part {
        if (!(fromSeconds >= 0) || !(toSeconds > fromSeconds) || Double.isInfinite(fromSeconds)) {
            throw new Problem.BadInput(
                    "A part of a recording begins at 0 seconds or later and ends after "
                            + "it begins; this one goes from {fromSeconds} to {toSeconds}.",
                    Map.of("fromSeconds", fromSeconds, "toSeconds", toSeconds));
        }
    }

    /** Whether the middle of a word lies in it, which makes the word its own. */
    public boolean holds(Word word) {
        return word.middleSeconds() >= fromSeconds && word.middleSeconds() < toSeconds;
    }
}
