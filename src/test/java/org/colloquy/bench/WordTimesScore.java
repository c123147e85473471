package org.colloquy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far the times of words are off.
 *
 * @param spoken words in truth
 * @param startErrors of the words that were found again, in seconds, heard minus true
 * @param excess by how much each of them is longer than its sound, in seconds, below 0: shorter
 */
record WordTimesScore(int spoken, List<Double> startErrors, List<Double> excess) {
    /** A word may be this much longer than its sound: the bound. */
    static final double MOST_EXCESS = 0.3;

    /** How much a second between two equal words counts against their being the same. */
    private static final double COST_A_SECOND = 0.1;

    private static final double MOST_SECONDS = 9;

    WordTimesScore {
        startErrors = List.copyOf(startErrors);
        excess = List.copyOf(excess);
    }

    /**
     * Pairs words of equal text, in order, as many as there are; of several ways that in which they
     * are closest in time. Other words are not scored: what was misheard has no true place.
     */
    static WordTimesScore byText(List<PlacedWord> truth, List<PlacedWord> heard) {
        int rows = truth.size();
        int columns = heard.size();
        double[][] cost = new double[rows + 1][columns + 1];
        for (int i = rows; i >= 0; i--) {
            for (int k = columns; k >= 0; k--) {
                if (i == rows || k == columns) {
                    cost[i][k] = rows - i + columns - k;
                } else {
                    double pair = pair(truth.get(i), heard.get(k)) + cost[i + 1][k + 1];
                    cost[i][k] = Math.min(pair, 1 + Math.min(cost[i + 1][k], cost[i][k + 1]));
                }
            }
        }
        List<Double> errors = new ArrayList<>();
        List<Double> excess = new ArrayList<>();
        for (int i = 0, k = 0; i < rows && k < columns; ) {
            double pair = pair(truth.get(i), heard.get(k)) + cost[i + 1][k + 1];
            if (pair <= 1 + Math.min(cost[i + 1][k], cost[i][k + 1])) {
                errors.add(heard.get(k).start() - truth.get(i).start());
                excess.add(heard.get(k).seconds() - truth.get(i).seconds());
                i++;
                k++;
            } else if (cost[i + 1][k] <= cost[i][k + 1]) {
                i++;
            } else {
                k++;
            }
        }
        return new WordTimesScore(rows, errors, excess);
    }

    /**
     * For pieces that each stand between pauses and whose text is not known word by word: the first
     * word heard in each begins with it, the last ends with it, and none is longer than it.
     */
    static WordTimesScore byPlace(List<PlacedWord> pieces, List<PlacedWord> heard) {
        List<Double> errors = new ArrayList<>();
        List<Double> excess = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            double from = i == 0 ? 0 : (pieces.get(i - 1).end() + pieces.get(i).start()) / 2;
            double to =
                    i + 1 == pieces.size()
                            ? Double.MAX_VALUE
                            : (pieces.get(i).end() + pieces.get(i + 1).start()) / 2;
            List<PlacedWord> inside =
                    heard.stream().filter(w -> w.middle() >= from && w.middle() < to).toList();
            if (!inside.isEmpty()) {
                errors.add(inside.getFirst().start() - pieces.get(i).start());
                excess.add(
                        inside.getLast().end()
                                - inside.getFirst().start()
                                - pieces.get(i).seconds());
            }
        }
        return new WordTimesScore(pieces.size(), errors, excess);
    }

    static WordTimesScore joined(List<WordTimesScore> scores) {
        List<Double> errors = new ArrayList<>();
        List<Double> excess = new ArrayList<>();
        int spoken = 0;
        for (WordTimesScore score : scores) {
            spoken += score.spoken;
            errors.addAll(score.startErrors);
            excess.addAll(score.excess);
        }
        return new WordTimesScore(spoken, errors, excess);
    }

    /** Of the distance from the true start: half of the words are nearer. */
    double median() {
        return quantile(0.5);
    }

    /** The distance that this share of the words keeps, the nearest rank. */
    double quantile(double share) {
        double[] sorted = startErrors.stream().mapToDouble(Math::abs).sorted().toArray();
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** The middle of the errors with their sign: below 0 where words begin too early. */
    double bias() {
        double[] sorted = startErrors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /** Words longer than their sound by more than the bound. */
    int tooLong() {
        return (int) excess.stream().filter(more -> more > MOST_EXCESS).count();
    }

    double longest() {
        return excess.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** Found, spoken, median, 95th percentile, bias, too long, most too long; times in seconds. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%d %d %.3f %.3f %.3f %d %.3f",
                startErrors.size(),
                spoken,
                median(),
                quantile(0.95),
                bias(),
                tooLong(),
                longest());
    }

    private static double pair(PlacedWord one, PlacedWord other) {
        if (!plain(one.text()).equals(plain(other.text()))) {
            return Double.POSITIVE_INFINITY;
        }
        return COST_A_SECOND * Math.min(MOST_SECONDS, Math.abs(one.start() - other.start()));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
