package org.colloquy.media;

/** The frames between {@link Media} and {@link MediaWorker}. Numbers are big-endian. */
final class Wire {
    /** To the worker, first: long length of the file in bytes, long most samples to decode. */
    static final int OPEN = 1;

    /** From the worker: long offset, int length; answered by {@link #BYTES}, shorter at the end. */
    static final int READ = 2;

    static final int BYTES = 3;

    /**
     * From the worker, once, before sound: int channels of the sound to come, double seconds that
     * the file claims to last (0: it does not say), UTF format, UTF codec.
     */
    static final int FACTS = 4;

    /** From the worker: 16-bit little-endian samples at 16 kHz, channels interleaved. */
    static final int SOUND = 5;

    /** From the worker, last: int packets that could not be decoded, boolean the file was cut. */
    static final int DONE = 6;

    /** From the worker, last: one byte, the ordinal of the {@link Refusal}. */
    static final int REFUSED = 7;

    private Wire() {}

    /** Why a file is not decoded. */
    enum Refusal {
        NOT_MEDIA,
        PLAYLIST,
        NO_SOUND,
        UNKNOWN_CODEC,
        NOTHING_DECODED,
        TOO_LONG
    }
}
