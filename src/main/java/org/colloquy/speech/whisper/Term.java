package org.colloquy.speech.whisper;

/**
 * A name or term that may be said, in one way of writing it.
 *
 * @param ids it is written with, the space before it included
 * @param key how it may sound
 * @param bonus logarithm of how much likelier it is in this session than Whisper, which knows
 *     nothing of the session, takes it for
 * @param capital only at the beginning of a sentence
 */
record Term(int[] ids, String key, double bonus, boolean capital) {}
