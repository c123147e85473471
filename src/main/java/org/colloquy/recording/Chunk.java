package org.colloquy.recording;

/** A row of the manifest: one acknowledged piece of an original. */
record Chunk(int number, long offsetBytes, long lengthBytes, String sha256) {
    ChunkReceipt receipt() {
        return new ChunkReceipt(number, number + 1, offsetBytes + lengthBytes);
    }
}
