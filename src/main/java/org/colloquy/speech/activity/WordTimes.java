package org.colloquy.speech.activity;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.Word;
import org.jspecify.annotations.Nullable;

/**
 * Mends the times of words by where somebody speaks. Warping is worst beside silence: the first
 * word after a pause begins too early, the last one before it ends too late.
 */
public final class WordTimes {
    /** A word this far from all speech was not spoken. */
    private static final double FARTHEST = 0.3;

    private static final double SHORTEST_WORD = 0.04;

    private WordTimes() {}

    /**
     * The words that overlap speech, in order, none longer than the speech it lies in, none
     * reaching into the next.
     */
    public static List<Word> mended(List<Word> words, Activity activity) {
        List<Word> kept = new ArrayList<>();
        for (Word word : words) {
            Word mended = inSpeech(word, activity.spans());
            if (mended != null) {
                kept.add(mended);
            }
        }
        return ordered(kept);
    }

    private static @Nullable Word inSpeech(Word word, List<Span> spans) {
        Span best = null;
        double most = 0;
        Span nearest = null;
        double distance = FARTHEST;
        for (int i = firstNear(spans, word.startSeconds() - FARTHEST);
                i < spans.size() && spans.get(i).startSeconds() <= word.endSeconds() + FARTHEST;
                i++) {
            Span span = spans.get(i);
            double common = span.overlap(word.startSeconds(), word.endSeconds());
            // Of two spans with about the same share the later one: words begin early, not late.
            if (common > 0 && common >= most * 0.8) {
                most = Math.max(common, most);
                best = span;
            }
            double apart =
                    Math.max(
                            span.startSeconds() - word.endSeconds(),
                            word.startSeconds() - span.endSeconds());
            if (apart <= distance) {
                distance = apart;
                nearest = span;
            }
        }
        if (best != null) {
            double start = Math.max(word.startSeconds(), best.startSeconds());
            double end = Math.min(word.endSeconds(), best.endSeconds());
            return word.withTimes(start, end);
        }
        if (nearest == null) {
            return null;
        }
        double length = Math.min(word.endSeconds() - word.startSeconds(), nearest.seconds());
        boolean before = word.endSeconds() <= nearest.startSeconds();
        return before
                ? word.withTimes(nearest.startSeconds(), nearest.startSeconds() + length)
                : word.withTimes(nearest.endSeconds() - length, nearest.endSeconds());
    }

    /** Index of the first span that ends after the given time. */
    private static int firstNear(List<Span> spans, double seconds) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (spans.get(middle).endSeconds() < seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Starts never fall, and each word ends where the next begins at the latest. */
    private static List<Word> ordered(List<Word> words) {
        List<Word> ordered = new ArrayList<>();
        for (Word word : words) {
            double start = word.startSeconds();
            if (!ordered.isEmpty()) {
                Word before = ordered.removeLast();
                start = Math.max(start, before.startSeconds() + SHORTEST_WORD);
                ordered.add(
                        before.withTimes(
                                before.startSeconds(), Math.min(before.endSeconds(), start)));
            }
            ordered.add(word.withTimes(start, Math.max(word.endSeconds(), start + SHORTEST_WORD)));
        }
        return ordered;
    }
}
