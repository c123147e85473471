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
 * @param speakerSet whether a person said who speaks
 */
public record Turn(
        int id,
        @Nullable Integer speaker,
        long startMillis,
        long endMillis,
        List<Word> words,
        boolean corrected,
        boolean speakerSet) {

    public Turn {
        words = List.copyOf(words);
    }

    /** A turn from its words. */
    static Turn of(
            int id,
            @Nullable Integer speaker,
            List<Word> words,
            boolean corrected,
            boolean speakerSet) {
        return new Turn(
                id,
                speaker,
                words.isEmpty() ? 0 : words.getFirst().startMillis(),
                words.isEmpty() ? 0 : words.getLast().endMillis(),
                words,
                corrected,
                speakerSet);
    }

    /** Its words with single spaces between them. */
    public String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
