package org.colloquy.speech.captions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One caption.
 *
 * @param lines one or two, each at most {@link Cues#LINE} characters unless one word is longer
 * @param speaker null where nobody was told apart
 * @param turnBegins whether this is the first caption of a speaker's turn
 */
public record Cue(
        double startSeconds,
        double endSeconds,
        List<String> lines,
        @Nullable Integer speaker,
        boolean turnBegins) {
    public Cue {
        lines = List.copyOf(lines);
    }
}
