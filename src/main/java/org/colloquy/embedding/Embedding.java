package org.colloquy.embedding;

import java.util.List;

/**
 * A text as a vector of length 1, so that the product of two says how alike they are.
 *
 * @param words what each word, counted by white space, adds to the vector: their sum, with what the
 *     model's own marks add, is the vector. Empty where nobody asked for it.
 */
public record Embedding(float[] vector, List<float[]> words) {
    public static final int DIMENSIONS = 384;

    public Embedding {
        words = List.copyOf(words);
    }

    /** From -1 to 1. */
    public double alike(float[] other) {
        return product(vector, other);
    }

    public static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
