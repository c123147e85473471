package org.colloquy.durability;

import org.jspecify.annotations.Nullable;

/**
 * Something that the server answered, and by that promised to keep.
 *
 * @param number of the piece; -1 for the whole recording
 * @param lengthBytes of the piece, or of the whole recording
 * @param sha256 of the piece or the whole; null where the recording is only begun
 * @param atNanos when the answer was there, by the monotonic clock ({@link System#nanoTime})
 */
record Promise(
        Kind kind,
        String recordingId,
        int number,
        long lengthBytes,
        @Nullable String sha256,
        long atNanos) {
    enum Kind {
        BEGUN,
        PIECE,
        CLOSED,
        READY
    }

    static Promise begun(String recordingId) {
        return new Promise(Kind.BEGUN, recordingId, -1, 0, null, System.nanoTime());
    }

    static Promise piece(String recordingId, Piece piece) {
        return new Promise(
                Kind.PIECE,
                recordingId,
                piece.number(),
                piece.bytes().length,
                piece.sha256(),
                System.nanoTime());
    }

    static Promise closed(String recordingId, Talk talk) {
        return new Promise(
                Kind.CLOSED,
                recordingId,
                -1,
                talk.bytes().length,
                talk.sha256(),
                System.nanoTime());
    }

    /**
     * The recording can be heard.
     *
     * @param sha256 of the listening copy as the server gave it out
     */
    static Promise ready(String recordingId, long lengthBytes, String sha256) {
        return new Promise(Kind.READY, recordingId, -1, lengthBytes, sha256, System.nanoTime());
    }
}
