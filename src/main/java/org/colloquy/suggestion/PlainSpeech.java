package org.colloquy.suggestion;

import org.colloquy.embedding.Embedding;

/**
 * From what a criterion says in official words to what people say about it. A criterion "Dispose of
 * waste safely" and "the oil goes cold in the drum and a company picks it up on Thursdays" are
 * nearer to each other than MiniLM knows: a square matrix, learned from passages of many trades
 * that were labelled with their criteria, turns the meaning of the one towards the other. It is
 * learned by {@code Learn} among the tests, from {@code learning-set} there; decision 30 says how.
 */
final class PlainSpeech {
    private static final PlainSpeech LEARNED =
            new PlainSpeech(Numbers.read("plain-speech.f16"), Embedding.DIMENSIONS);

    /** What is added to a meaning, row by row. */
    private final float[] matrix;

    private final int dimensions;

    /**
     * @param matrix a square, row by row; all zero: everything stays as it is
     */
    PlainSpeech(float[] matrix, int dimensions) {
        if (matrix.length != dimensions * dimensions) {
            throw new IllegalArgumentException("Not a square of " + dimensions);
        }
        this.matrix = matrix.clone();
        this.dimensions = dimensions;
    }

    /** The one that Colloquy carries. */
    static PlainSpeech learned() {
        return LEARNED;
    }

    /** The meaning of a criterion, turned; not of length 1. */
    float[] of(float[] meaning) {
        float[] turned = meaning.clone();
        for (int row = 0; row < dimensions; row++) {
            float sum = 0;
            for (int column = 0; column < dimensions; column++) {
                sum += matrix[row * dimensions + column] * meaning[column];
            }
            turned[row] += sum;
        }
        return turned;
    }
}
