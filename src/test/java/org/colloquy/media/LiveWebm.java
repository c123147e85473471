package org.colloquy.media;

import java.nio.ByteBuffer;

/** Turns a finished WebM into what {@code MediaRecorder} writes: without length and duration. */
public final class LiveWebm {
    private static final byte[] SEGMENT = {0x18, 0x53, (byte) 0x80, 0x67};
    private static final byte[] DURATION = {0x44, (byte) 0x89, (byte) 0x88};

    private LiveWebm() {}

    public static byte[] of(byte[] finished) {
        byte[] live = finished.clone();
        int segment = find(live, SEGMENT);
        // A size of eight bytes with all bits set: unknown.
        ByteBuffer.wrap(live).putLong(segment + SEGMENT.length, 0x01FF_FFFF_FFFF_FFFFL);
        int duration = find(live, DURATION);
        // The element becomes "Void" (EC) of ten bytes.
        live[duration] = (byte) 0xEC;
        live[duration + 1] = (byte) 0x89;
        return live;
    }

    private static int find(byte[] in, byte[] what) {
        for (int at = 0; at < in.length - what.length; at++) {
            int same = 0;
            while (same < what.length && in[at + same] == what[same]) {
                same++;
            }
            if (same == what.length) {
                return at;
            }
        }
        throw new IllegalArgumentException("This is no WebM of the expected form");
    }
}
