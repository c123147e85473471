package org.colloquy.speech.speakers;

import org.colloquy.speech.activity.Span;

/**
 * A voice at one moment.
 *
 * @param seconds middle of the window in the recording
 * @param phrase the phrase it lies in
 * @param pauseSeconds before that phrase; 0 for the first
 * @param voice of unit length; not copied
 */
record VoiceMoment(double seconds, Span phrase, double pauseSeconds, float[] voice) {
    /** Less is not enough to say what a voice is like. */
    private static final double CLEAR_SECONDS = 1;

    /** From here on longer is not surer. */
    private static final double SURE_SECONDS = 1;

    boolean isClear() {
        return phrase.seconds() >= CLEAR_SECONDS;
    }

    /** How much the moment counts, 0 to 1: short ones say little about whose voice it is. */
    double weight() {
        return Math.min(1, phrase.seconds() / SURE_SECONDS);
    }
}
