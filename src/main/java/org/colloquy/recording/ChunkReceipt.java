package org.colloquy.recording;

/**
 * The promise that a piece is on disk.
 *
 * @param receivedChunks pieces stored up to and with this one
 * @param receivedBytes bytes stored up to and with this one
 */
public record ChunkReceipt(int number, int receivedChunks, long receivedBytes) {}
