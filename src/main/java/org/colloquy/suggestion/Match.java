package org.colloquy.suggestion;

import java.util.List;

/**
 * How likely a passage is evidence for a criterion.
 *
 * @param score 0 to 1, to compare with other scores
 * @param words positions in the passage, by white space, of the words that speak for it
 * @param reason what speaks for it most
 */
public record Match(String criterionId, double score, List<Integer> words, Reason reason) {
    /** What speaks most for it. */
    public enum Reason {
        WORDS,
        QUESTION,
        EXAMPLE
    }

    public Match {
        words = List.copyOf(words);
    }
}
