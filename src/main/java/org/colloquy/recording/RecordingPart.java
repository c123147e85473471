package org.colloquy.recording;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of the original that is a whole file of its own: what the recorder wrote between two
 * beginnings.
 *
 * @param number from 0
 * @param firstChunk the piece that it begins with
 * @param startSeconds on the recording's timeline; null until it is prepared
 * @param durationSeconds null until it is prepared
 */
public record RecordingPart(
        int number,
        int firstChunk,
        long lengthBytes,
        @Nullable Double startSeconds,
        @Nullable Double durationSeconds) {}
