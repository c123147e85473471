package org.colloquy.transcript;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one person said without a long pause.
 *
 * @param id from 1, kept for life
 * @param speaker null where nobody was told apart
 * @param startMillis of the first word; 0, as the end, in an emptied turn
 * @param words in reading order; empty only in the answer to the correction that emptied it
 * @param corrected whether a person changed its text
 */
public record Turn(
        int id,
        @Nullable Integer speaker,
        long startMillis,
        long endMillis,
        List<Word> words,
        boolean corrected) {

    public Turn {
        words = List.copyOf(words);
    }

    /** A turn from its words. */
    static Turn of(int id, @Nullable Integer speaker, List<Word> words, boolean corrected) {
        return new Turn(
                id,
                speaker,
                words.isEmpty() ? 0 : words.getFirst().startMillis(),
                words.isEmpty() ? 0 : words.getLast().endMillis(),
                words,
                corrected);
    }

    /** Whether a person said who speaks in it, or in some of it. */
    public boolean speakerSet() {
        return words.stream().anyMatch(word -> word.given() != null);
    }

    /** Its words with single spaces between them. */
    public String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
