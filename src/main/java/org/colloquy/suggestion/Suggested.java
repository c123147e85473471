package org.colloquy.suggestion;

import java.util.List;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * A passage that may be evidence, of the present words.
 *
 * @param topic two to four of its words
 * @param criteria up to three, the likeliest first; none that is tagged there or was refused
 */
public record Suggested(
        String id,
        int firstWord,
        int lastWord,
        long startMillis,
        long endMillis,
        String topic,
        List<Likely> criteria) {
    public Suggested {
        criteria = List.copyOf(criteria);
    }

    /**
     * @param words ids of those that speak for it
     * @param because "speaks of apron, hair net"
     */
    public record Likely(String criterionId, double score, List<Integer> words, Text because) {
        public Likely {
            words = List.copyOf(words);
        }
    }

    /**
     * Of a transcript.
     *
     * @param made whether it was looked for them at all
     * @param stale whether many words changed since
     * @param note what the reader should know about them; null: nothing
     */
    public record All(boolean made, boolean stale, @Nullable Text note, List<Suggested> passages) {
        public All {
            passages = List.copyOf(passages);
        }
    }
}
