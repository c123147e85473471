package org.colloquy.bench.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.colloquy.bench.truth.Matches.Rated;

/** Whether words are right as often as their confidence says. */
record Reliability(List<Rated> words) {
    private static final int BINS = 10;

    Reliability {
        words = List.copyOf(words);
    }

    /**
     * @param rightly share of its words that are right
     */
    record Bin(double from, double to, int count, double meanConfidence, double rightly) {}

    /** Tenths of the scale that have words. */
    List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            double from = i / (double) BINS;
            double to = (i + 1) / (double) BINS;
            Bin bin = between(from, i == BINS - 1 ? 1.01 : to);
            if (bin.count > 0) {
                bins.add(new Bin(from, to, bin.count, bin.meanConfidence, bin.rightly));
            }
        }
        return bins;
    }

    Bin between(double from, double to) {
        int count = 0;
        double confidence = 0;
        double right = 0;
        for (Rated word : words) {
            if (word.confidence() >= from && word.confidence() < to) {
                count++;
                confidence += word.confidence();
                right += word.right() ? 1 : 0;
            }
        }
        return new Bin(from, to, count, confidence / count, right / count);
    }

    /** Expected calibration error: the mean distance between both, by the words of each bin. */
    double calibrationError() {
        double sum = 0;
        for (Bin bin : bins()) {
            sum += bin.count * Math.abs(bin.meanConfidence - bin.rightly);
        }
        return sum / words.size();
    }

    /**
     * How likely a right word has a higher confidence than a wrong one: the area under the curve of
     * the receiver, from the ranks (Mann and Whitney); equal ones count half.
     */
    double separation() {
        List<Rated> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(Rated::confidence));
        double ranks = 0;
        long right = 0;
        for (int first = 0; first < sorted.size(); ) {
            int end = first;
            int among = 0;
            while (end < sorted.size()
                    && sorted.get(end).confidence() == sorted.get(first).confidence()) {
                among += sorted.get(end++).right() ? 1 : 0;
            }
            ranks += among * (first + 1 + end) / 2.0;
            right += among;
            first = end;
        }
        double wrong = (double) sorted.size() - right;
        return (ranks - right * (right + 1) / 2.0) / (right * wrong);
    }

    String table() {
        StringBuilder table = new StringBuilder("confidence    words   mean  right\n");
        for (Bin bin : bins()) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%.1f to %.1f %8d  %.3f  %.3f%n",
                            bin.from,
                            bin.to,
                            bin.count,
                            bin.meanConfidence,
                            bin.rightly));
        }
        return table.toString();
    }
}
