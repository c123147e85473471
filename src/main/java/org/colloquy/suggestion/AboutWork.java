package org.colloquy.suggestion;

/**
 * Whether a passage is about work at all: greetings, consent, the next appointment and the tea are
 * in every recorded discussion, and some criterion is the likeliest for them, too. One number for
 * each dimension of MiniLM, learned as {@link PlainSpeech} is, from passages that were labelled
 * with a criterion and from small talk.
 */
final class AboutWork {
    private static final AboutWork LEARNED = new AboutWork(Numbers.read("about-work.f16"));

    /** A number for each dimension, and what is added. */
    private final float[] weights;

    /**
     * @param weights one for each dimension, and what is added to their sum
     */
    AboutWork(float[] weights) {
        this.weights = weights.clone();
    }

    /** The one that Colloquy carries. */
    static AboutWork learned() {
        return LEARNED;
    }

    /**
     * From 0 to 1.
     *
     * @param said the mean of its sentences
     */
    double likely(float[] said) {
        double sum = weights[said.length];
        for (int d = 0; d < said.length; d++) {
            sum += weights[d] * said[d];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
