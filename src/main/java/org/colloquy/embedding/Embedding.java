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
        // Four sums that do not wait for each other.
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int whole = one.length - one.length % 4;
        for (int i = 0; i < whole; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        for (int i = whole; i < one.length; i++) {
            a += one[i] * other[i];
        }
        return (double) a + b + c + d;
    }
}
