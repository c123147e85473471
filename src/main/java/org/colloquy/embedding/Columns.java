package org.colloquy.embedding;

import java.util.List;

/**
 * Many vectors, laid out so that the products of one vector with all of them are computed several
 * at a time: the value of each dimension of all vectors is one run.
 */
public final class Columns {
    private final int count;
    private final float[] values;

    public Columns(List<float[]> vectors) {
        count = vectors.size();
        values = new float[count * Embedding.DIMENSIONS];
        for (int i = 0; i < count; i++) {
            float[] vector = vectors.get(i);
            for (int d = 0; d < Embedding.DIMENSIONS; d++) {
                values[d * count + i] = vector[d];
            }
        }
    }

    public int count() {
        return count;
    }

    /** The product with each of the vectors, in their order. */
    public float[] products(float[] vector) {
        float[] sums = new float[count];
        // Four dimensions at once: a sum is read and written a quarter as often.
        for (int d = 0; d < Embedding.DIMENSIONS; d += 4) {
            add(
                    sums,
                    d * count,
                    new float[] {vector[d], vector[d + 1], vector[d + 2], vector[d + 3]});
        }
        return sums;
    }

    private void add(float[] sums, int from, float[] by) {
        float a = by[0];
        float b = by[1];
        float c = by[2];
        float e = by[3];
        int second = from + count;
        int third = second + count;
        int fourth = third + count;
        float[] all = values;
        for (int i = 0; i < sums.length; i++) {
            sums[i] +=
                    a * all[from + i]
                            + b * all[second + i]
                            + c * all[third + i]
                            + e * all[fourth + i];
        }
    }
}
