package org.colloquy.media;

/** A stretch of a file that is a whole sound file of its own. */
public record ByteSpan(long offsetBytes, long lengthBytes) {
    public ByteSpan {
        if (offsetBytes < 0 || lengthBytes < 0) {
            throw new IllegalArgumentException(offsetBytes + " and " + lengthBytes + " bytes");
        }
    }
}
