package org.colloquy.suggestion;

import java.util.ArrayList;
import java.util.List;

/** Cuts words into sentences, each long enough to mean something by itself. */
final class Sentences {
    /** A shorter one ("Yes.", "Right, so.") goes with its neighbour. */
    static final int FEWEST_WORDS = 4;

    /** Speech without punctuation is cut here. */
    static final int MOST_WORDS = 40;

    private Sentences() {}

    /** How many words each sentence has, in order. */
    static List<Integer> lengths(List<String> words) {
        List<Integer> lengths = new ArrayList<>();
        int length = 0;
        for (String word : words) {
            length++;
            boolean ends = word.matches(".*[.?!…][\"”’)]*");
            if (ends && length >= FEWEST_WORDS || length >= MOST_WORDS) {
                lengths.add(length);
                length = 0;
            }
        }
        if (length > 0) {
            if (length < FEWEST_WORDS && !lengths.isEmpty()) {
                lengths.add(lengths.removeLast() + length);
            } else {
                lengths.add(length);
            }
        }
        return lengths;
    }

    static List<String> of(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        List<String> words = List.of(text.strip().split("\\s+"));
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int length : lengths(words)) {
            sentences.add(String.join(" ", words.subList(from, from + length)));
            from += length;
        }
        return sentences;
    }
}
