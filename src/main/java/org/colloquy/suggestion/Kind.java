package org.colloquy.suggestion;

/** The kinds of likeness with their weights, which were chosen on the learning set alone. */
enum Kind {
    /** The mean over its sentences: a long one counts no more than a short one. */
    SENTENCES(0.8),
    /** The mean of its two best sentences: much of what is said is beside the point. */
    TWO_SENTENCES(0.3),
    /** All of it at once against the criterion as it was published. */
    WHOLE(0.3),
    /** For each word of the criterion the word of the passage that is most alike, in context. */
    WORD(0.3),
    /** The stems that both have (BM25). */
    SHARED(0.05),
    /** The middle of what the centre tagged to it ({@link Examples}). */
    TAGGED(0.6);

    private final double weight;

    Kind(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
