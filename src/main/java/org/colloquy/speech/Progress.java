package org.colloquy.speech;

import org.jspecify.annotations.Nullable;

/**
 * How far the work is.
 *
 * @param fraction 0 to 1, never falling
 * @param secondsLeft null while it cannot be told
 * @param step for the person: "Listening with Whisper base"
 */
public record Progress(double fraction, @Nullable Double secondsLeft, String step) {}
