package org.colloquy.speech.speakers;

/**
 * A voice at one moment.
 *
 * @param seconds middle of the window in the recording
 * @param span index of the span of speech it lies in
 * @param pauseSeconds before that span; 0 for the first
 * @param heardSeconds of speech in the window
 * @param voice of unit length; not copied
 */
record VoiceMoment(
        double seconds, int span, double pauseSeconds, double heardSeconds, float[] voice) {
    /** Less is not enough to say what a voice is like. */
    private static final double CLEAR_SECONDS = 0.6;

    /** From here on longer is not surer. */
    private static final double SURE_SECONDS = 1;

    boolean isClear() {
        return heardSeconds >= CLEAR_SECONDS;
    }

    /** How much the moment counts, 0 to 1: short ones say little about whose voice it is. */
    double weight() {
        return Math.min(1, heardSeconds / SURE_SECONDS);
    }
}
