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
    /** From here on longer is not surer. */
    private static final double SURE_SECONDS = 1;

    /** Whether so much is heard of the voice. */
    boolean lasts(double seconds) {
        return phrase.seconds() >= seconds;
    }

    /** How much the moment counts, 0 to 1: short ones say little about whose voice it is. */
    double weight() {
        return Math.min(1, phrase.seconds() / SURE_SECONDS);
    }
}
