package org.colloquy.transcript;

import java.util.List;

/** A stretch of time shared by words in proportion to their lengths in characters. */
final class Shares {
    private Shares() {}

    /**
     * The boundaries: word {@code i} has from {@code result[i]} to {@code result[i + 1]}; the first
     * is the start, the last the end, and none is before the one in front of it.
     */
    static long[] of(long startMillis, long endMillis, List<String> words) {
        long total = 0;
        for (String word : words) {
            total += length(word);
        }
        long[] boundaries = new long[words.size() + 1];
        boundaries[0] = startMillis;
        long before = 0;
        for (int i = 0; i < words.size(); i++) {
            before += length(words.get(i));
            boundaries[i + 1] = startMillis + (endMillis - startMillis) * before / total;
        }
        return boundaries;
    }

    private static int length(String word) {
        return Math.max(1, word.codePointCount(0, word.length()));
    }
}
