package org.colloquy.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void theGreedyChoiceIsNotTheBest() {
        assertArrayEquals(new int[] {1, 0}, Assignment.best(new double[][] {{10, 9}, {9, 1}}));
    }

    @Test
    void moreRowsThanColumns() {
        assertArrayEquals(
                new int[] {-1, 0, 1}, Assignment.best(new double[][] {{1, 2}, {5, 2}, {4, 6}}));
    }

    @Test
    void moreColumnsThanRows() {
        assertArrayEquals(new int[] {2}, Assignment.best(new double[][] {{1, 2, 3}}));
        assertArrayEquals(new int[] {}, Assignment.best(new double[][] {}));
        assertArrayEquals(new int[] {-1}, Assignment.best(new double[][] {{}}));
    }

    @Test
    void noOrderOfColumnsIsBetter() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            int size = 1 + random.nextInt(5);
            double[][] gains = new double[size][size];
            for (double[] row : gains) {
                for (int i = 0; i < size; i++) {
                    row[i] = random.nextInt(10);
                }
            }
            int[] best = Assignment.best(gains);
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += gains[i][best[i]];
            }
            assertEquals(most(gains, 0, new boolean[size]), sum, 1e-9);
        }
    }

    /** By trying all. */
    private static double most(double[][] gains, int row, boolean[] taken) {
        double most = 0;
        for (int i = 0; row < gains.length && i < taken.length; i++) {
            if (!taken[i]) {
                taken[i] = true;
                most = Math.max(most, gains[row][i] + most(gains, row + 1, taken));
                taken[i] = false;
            }
        }
        return most;
    }
}
