package org.colloquy.speech.whisper;

/**
 * A name or term that may be said, in one way of writing it.
 *
 * @param text as it is written, a space before it
 * @param ids it is written with, the space before it included
 * @param key how it may sound
 * @param bonus logarithm of how much likelier it is in this session than Whisper, which knows
 *     nothing of the session, takes it for
 * @param capital only at the beginning of a sentence
 * @param twin another term sounds the same, so that sound cannot tell which of them was said
 */
record Term(String text, int[] ids, String key, double bonus, boolean capital, boolean twin) {
    Term {
        if (!text.startsWith(" ") || ids.length < 2 || key.isEmpty()) {
            throw new IllegalArgumentException("No term:" + text);
        }
    }

    /** Whether the term stands already in a longer piece of text, which begins with a space. */
    boolean standsWithin(String written) {
        return written.length() > text.length() && (written + " ").contains(text + " ");
    }
}
