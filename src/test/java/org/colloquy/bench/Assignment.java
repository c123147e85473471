package org.colloquy.bench;

import java.util.Arrays;

/**
 * The best one-to-one assignment of rows to columns (Kuhn and Munkres, in the form with potentials
 * and shortest augmenting paths, cubic in the larger side).
 */
final class Assignment {
    private static final int NONE = -1;

    private Assignment() {}

    /**
     * The column of each row so that the sum of their gains is largest, -1 where a row has none.
     *
     * @param gains one array of equal length for each row, none negative
     */
    static int[] best(double[][] gains) {
        int rows = gains.length;
        int columns = rows == 0 ? 0 : gains[0].length;
        int size = Math.max(rows, columns);
        double[] rowPotential = new double[size + 1];
        double[] columnPotential = new double[size + 1];
        int[] rowOf = new int[size + 1];
        for (int row = 1; row <= size; row++) {
            int[] before = new int[size + 1];
            double[] least = new double[size + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            boolean[] seen = new boolean[size + 1];
            rowOf[0] = row;
            int column = 0;
            while (rowOf[column] != 0) {
                seen[column] = true;
                int nextColumn = 0;
                double step = Double.POSITIVE_INFINITY;
                for (int other = 1; other <= size; other++) {
                    if (seen[other]) {
                        continue;
                    }
                    double reduced =
                            cost(gains, rowOf[column] - 1, other - 1)
                                    - rowPotential[rowOf[column]]
                                    - columnPotential[other];
                    if (reduced < least[other]) {
                        least[other] = reduced;
                        before[other] = column;
                    }
                    if (least[other] < step) {
                        step = least[other];
                        nextColumn = other;
                    }
                }
                for (int other = 0; other <= size; other++) {
                    if (seen[other]) {
                        rowPotential[rowOf[other]] += step;
                        columnPotential[other] -= step;
                    } else {
                        least[other] -= step;
                    }
                }
                column = nextColumn;
            }
            while (column != 0) {
                rowOf[column] = rowOf[before[column]];
                column = before[column];
            }
        }
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, NONE);
        for (int column = 1; column <= columns; column++) {
            if (rowOf[column] <= rows) {
                columnOf[rowOf[column] - 1] = column - 1;
            }
        }
        return columnOf;
    }

    /** The square is filled with gains of nothing. */
    private static double cost(double[][] gains, int row, int column) {
        boolean inside = row < gains.length && column < gains[row].length;
        return inside ? -gains[row][column] : 0;
    }
}
