package org.colloquy.transcript;

import org.colloquy.common.Text;
import org.colloquy.common.WireName;
import org.jspecify.annotations.Nullable;

/**
 * One place that would read differently.
 *
 * @param speaker who speaks there in the proposed transcript; null where nobody is known
 * @param before as it reads now; empty where words are put in. Where only the speaker changes, the
 *     speaker's name and the beginning of what is said
 * @param after as it would read; empty where words are left out
 * @param from place of its first word among the words as they read now
 * @param to place after its last; the same as {@code from} where words are put in
 * @param kind what changes
 * @param voices who speaks before and after, where only that changes
 */
public record ProposedChange(
        long startMillis,
        long endMillis,
        @Nullable String speaker,
        String contextBefore,
        String before,
        String after,
        String contextAfter,
        int from,
        int to,
        Kind kind,
        @Nullable Voices voices) {

    /** Who speaks, as {@code before} and {@code after} begin with it. */
    public record Voices(Text before, Text after) {}

    public enum Kind {
        WORDS,
        /** Capitals, punctuation or spaces alone. */
        WRITING,
        SPEAKER;

        /** The name in JSON. */
        @Override
        public String toString() {
            return WireName.of(this);
        }
    }

    /** Whether words of a passage change, or words are put in between them. */
    public boolean touches(int firstPlace, int lastPlace) {
        if (kind != Kind.WORDS) {
            return false;
        }
        return from == to
                ? from > firstPlace && from <= lastPlace
                : from <= lastPlace && to > firstPlace;
    }
}
