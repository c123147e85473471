package org.colloquy.suggestion;

import java.util.ArrayList;
import java.util.List;

/**
 * How alike a criterion is to whatever is said in a discussion, by kind of likeness. A criterion in
 * general words is a little like everything: only what goes beyond that speaks for it.
 *
 * @param means by kind of likeness, then by criterion
 * @param passages how many passages they were taken from
 */
public record Background(List<List<Double>> means, int passages) {
    /** So many passages weigh as much as knowing nothing. */
    private static final double DOUBT = 3;

    /** What to take off: nothing where it rests on one passage alone. */
    double of(int kind, int criterion) {
        if (passages < 2 || kind >= means.size() || criterion >= means.get(kind).size()) {
            return 0;
        }
        return means.get(kind).get(criterion) * (passages / (passages + DOUBT));
    }

    static Background of(double[][][] likeness, int criteria) {
        int passages = likeness.length == 0 ? 0 : likeness[0].length;
        List<List<Double>> means = new ArrayList<>();
        for (double[][] kind : likeness) {
            List<Double> row = new ArrayList<>();
            for (int c = 0; c < criteria; c++) {
                double sum = 0;
                for (double[] passage : kind) {
                    sum += passage[c];
                }
                row.add(passages == 0 ? 0 : sum / passages);
            }
            means.add(row);
        }
        return new Background(means, passages);
    }
}
