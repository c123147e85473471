package org.colloquy.bench.captions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.colloquy.bench.captions.CaptionStream.Said;
import org.colloquy.bench.captions.CaptionStream.Shown;

/**
 * How long after its end each spoken word is on the screen, and rightly. A word counts from the
 * first moment at which what is shown, aligned with what was said, has it.
 *
 * @param delays of the words that were ever right, sorted
 * @param words that were said
 */
public record CaptionScore(double[] delays, int words) {
    /** Words farther apart than this are not the same one, whatever they say. */
    private static final double MOST_APART = 1.5;

    /**
     * @param truth words with the places where they were said
     */
    public static CaptionScore of(List<Said> truth, List<Shown> shown) {
        double[] first = new double[truth.size()];
        Arrays.fill(first, Double.NaN);
        for (Shown moment : shown) {
            boolean[] right = right(truth, moment.words());
            for (int i = 0; i < right.length; i++) {
                if (right[i] && Double.isNaN(first[i])) {
                    first[i] = moment.seconds() - truth.get(i).end();
                }
            }
        }
        double[] delays = Arrays.stream(first).filter(delay -> !Double.isNaN(delay)).toArray();
        Arrays.sort(delays);
        return new CaptionScore(delays, truth.size());
    }

    /** Which of the words are among those shown: the longest common row, near in time. */
    static boolean[] right(List<Said> truth, List<Said> shown) {
        int[][] longest = new int[truth.size() + 1][shown.size() + 1];
        for (int i = truth.size() - 1; i >= 0; i--) {
            for (int k = shown.size() - 1; k >= 0; k--) {
                longest[i][k] =
                        same(truth.get(i), shown.get(k))
                                ? longest[i + 1][k + 1] + 1
                                : Math.max(longest[i + 1][k], longest[i][k + 1]);
            }
        }
        boolean[] right = new boolean[truth.size()];
        for (int i = 0, k = 0; i < truth.size() && k < shown.size(); ) {
            if (same(truth.get(i), shown.get(k))) {
                right[i++] = true;
                k++;
            } else if (longest[i + 1][k] >= longest[i][k + 1]) {
                i++;
            } else {
                k++;
            }
        }
        return right;
    }

    private static boolean same(Said one, Said other) {
        double apart = Math.abs(one.start() + one.end() - other.start() - other.end()) / 2;
        return apart < MOST_APART && bare(one.text()).equals(bare(other.text()));
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "");
    }

    /** Of the words that were ever right, the delay that so many of them keep. */
    public double within(double share) {
        return delays.length == 0
                ? Double.NaN
                : delays[
                        Math.clamp(
                                (int) Math.ceil(share * delays.length) - 1, 0, delays.length - 1)];
    }

    public double everRight() {
        return words == 0 ? 1 : delays.length / (double) words;
    }

    /** Of all words that were said, the share right and no later than that. */
    public double shareWithin(double seconds) {
        return words == 0
                ? 1
                : Arrays.stream(delays).filter(delay -> delay <= seconds).count() / (double) words;
    }

    /** Both together. */
    public CaptionScore and(CaptionScore other) {
        double[] all = Arrays.copyOf(delays, delays.length + other.delays.length);
        System.arraycopy(other.delays, 0, all, delays.length, other.delays.length);
        Arrays.sort(all);
        return new CaptionScore(all, words + other.words);
    }
}
