package org.colloquy.speech;

import org.jspecify.annotations.Nullable;

/**
 * One word as an engine heard it.
 *
 * @param text the word with its punctuation, without spaces around it, never empty
 * @param startSeconds where it begins in the recording, 0 or more
 * @param endSeconds where it ends, not before its start
 * @param confidence how sure the engine is, 0 to 1
 * @param speaker 1, 2, ... in order of first appearance; null where nobody was told apart
 */
public record Word(
        String text,
        double startSeconds,
        double endSeconds,
        double confidence,
        @Nullable Integer speaker) {

    public Word {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A word needs text");
        }
        if (!(startSeconds >= 0) || !(endSeconds >= startSeconds)) {
            throw new IllegalArgumentException(
                    "Word \"" + text + "\" from " + startSeconds + " to " + endSeconds);
        }
        if (!(confidence >= 0) || confidence > 1) {
            throw new IllegalArgumentException(
                    "Word \"" + text + "\" has confidence " + confidence);
        }
        if (speaker != null && speaker < 1) {
            throw new IllegalArgumentException("Word \"" + text + "\" has speaker " + speaker);
        }
    }

    public Word withSpeaker(@Nullable Integer number) {
        return new Word(text, startSeconds, endSeconds, confidence, number);
    }

    public Word withText(String written) {
        return new Word(written, startSeconds, endSeconds, confidence, speaker);
    }

    public Word withTimes(double start, double end) {
        return new Word(text, start, end, confidence, speaker);
    }

    public double middleSeconds() {
        return (startSeconds + endSeconds) / 2;
    }
}
