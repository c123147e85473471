package org.colloquy.suggestion;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a discussion into passages, each about one thing. Sentences about one thing point the same
 * way, so their sum is long: the cut is the one of all that makes the sums longest together, with a
 * price for each border, which is lower where a new question begins (a dynamic programme).
 */
final class Segmentation {
    static final int FEWEST_WORDS = 8;
    static final int MOST_WORDS = 180;

    /** Nobody goes on with a sentence after so long. */
    static final long LONGEST_PAUSE_MILLIS = 8_000;

    /** What a border costs, in lengths of a sentence; chosen on the tuning set put end to end. */
    private static final double PRICE = 0.6;

    /** In prices: where a new question begins, and where somebody else begins. */
    private static final double BEFORE_QUESTION = 0.25;

    private static final double AT_TURN = 0.8;
    private static final double PRICE_OF_TOO_FEW = 5;

    /**
     * A sentence.
     *
     * @param vector of length 1; empty where nothing is known of it
     * @param words how many
     * @param turn number of the turn that it is in
     */
    record Unit(
            float[] vector, int words, long startMillis, long endMillis, int turn, boolean asks) {}

    /** Sentences from the first, without the last. */
    record Span(int from, int to) {}

    private Segmentation() {}

    static List<Span> cut(List<Unit> units) {
        return cut(units, PRICE);
    }

    /** As {@link #cut(List)}, at another price. */
    static List<Span> cut(List<Unit> units, double price) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= units.size(); i++) {
            if (i == units.size()
                    || units.get(i).startMillis() - units.get(i - 1).endMillis()
                            > LONGEST_PAUSE_MILLIS) {
                cut(units, from, i, price, spans);
                from = i;
            }
        }
        return spans;
    }

    /** The best cut of a stretch without a long pause. */
    private static void cut(List<Unit> units, int from, int to, double price, List<Span> spans) {
        int count = to - from;
        double[] best = new double[count + 1];
        int[] previous = new int[count + 1];
        for (int end = 1; end <= count; end++) {
            best[end] = Double.NEGATIVE_INFINITY;
            double[] sum = new double[units.get(from).vector().length];
            int words = 0;
            for (int start = end - 1; start >= 0; start--) {
                Unit unit = units.get(from + start);
                words += unit.words();
                if (words > MOST_WORDS && start < end - 1) {
                    break;
                }
                double weight = weight(unit);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * unit.vector()[i];
                }
                double worth =
                        best[start]
                                + length(sum)
                                - price * price(units, from + start)
                                - (words < FEWEST_WORDS ? PRICE_OF_TOO_FEW : 0);
                if (worth > best[end]) {
                    best[end] = worth;
                    previous[end] = start;
                }
            }
        }
        List<Span> found = new ArrayList<>();
        for (int end = count; end > 0; end = previous[end]) {
            found.add(new Span(from + previous[end], from + end));
        }
        spans.addAll(found.reversed());
    }

    /** A long sentence says more of what it is about than a short one, and not in proportion. */
    private static double weight(Unit unit) {
        return Math.sqrt(Math.min(unit.words(), 30) / 12.0);
    }

    private static double price(List<Unit> units, int at) {
        Unit unit = units.get(at);
        boolean newTurn = at == 0 || units.get(at - 1).turn() != unit.turn();
        boolean firstQuestion = unit.asks() && (at == 0 || !units.get(at - 1).asks());
        if (newTurn && firstQuestion) {
            return BEFORE_QUESTION;
        }
        if (at > 0 && units.get(at - 1).asks()) {
            // An answer belongs to its question.
            return 2;
        }
        return newTurn ? AT_TURN : 1;
    }

    private static double length(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
