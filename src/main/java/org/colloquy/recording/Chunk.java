package org.colloquy.recording;

import java.time.Instant;

/**
 * A row of the manifest: one acknowledged piece of an original.
 *
 * @param part the self-contained part it belongs to, from 0
 */
public record Chunk(
        int number,
        int part,
        long offsetBytes,
        long lengthBytes,
        String sha256,
        Instant receivedAt) {
    ChunkReceipt receipt() {
        return new ChunkReceipt(number, number + 1, endBytes());
    }

    long endBytes() {
        return offsetBytes + lengthBytes;
    }
}
