package org.colloquy.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.colloquy.common.Hashes;
import org.colloquy.redaction.Hidden;

/**
 * Which bytes of a listening copy are sent as silence: a WAV file of samples with a sign, where
 * silence is zeros.
 */
final class Mute {
    /** Nothing is silent. */
    static final Mute NONE = new Mute(Hidden.NONE);

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    private final Hidden hidden;

    Mute(Hidden hidden) {
        this.hidden = hidden;
    }

    boolean isNone() {
        return hidden.isEmpty();
    }

    /** For an ETag: other where other stretches are silent, empty where none is. */
    String tag() {
        return hidden.isEmpty()
                ? ""
                : "-"
                        + Hashes.sha256(hidden.spans().toString().getBytes(StandardCharsets.UTF_8))
                                .substring(0, 16);
    }

    /** Bytes of a file, the last not included. */
    record Bytes(long from, long to) {
        /** Zeros in a block that begins at that place of the file. */
        void clear(byte[] block, int length, long place) {
            int first = (int) Math.clamp(from - place, 0, length);
            int last = (int) Math.clamp(to - place, 0, length);
            Arrays.fill(block, first, last, (byte) 0);
        }
    }

    /**
     * The silent bytes of that file.
     *
     * @throws IOException also where it is no such file: then nothing of it may be sent
     */
    List<Bytes> in(FileChannel wav) throws IOException {
        if (hidden.isEmpty()) {
            return List.of();
        }
        int frameBytes = 0;
        long framesPerSecond = 0;
        long place = RIFF_HEADER;
        while (true) {
            ByteBuffer header = read(wav, place, CHUNK_HEADER);
            byte[] name = new byte[4];
            header.get(name);
            long length = Integer.toUnsignedLong(header.getInt());
            String chunk = new String(name, StandardCharsets.US_ASCII);
            if (chunk.equals("fmt ")) {
                ByteBuffer format = read(wav, place + CHUNK_HEADER, 16);
                framesPerSecond = Integer.toUnsignedLong(format.getInt(4));
                frameBytes = Short.toUnsignedInt(format.getShort(12));
                if (format.getShort(14) < 16) {
                    throw new IOException("Silence of this sound is not made of zeros");
                }
            } else if (chunk.equals("data")) {
                return bytes(place + CHUNK_HEADER, frameBytes, framesPerSecond);
            }
            place += CHUNK_HEADER + length + length % 2;
        }
    }

    private List<Bytes> bytes(long data, int frameBytes, long framesPerSecond) throws IOException {
        if (frameBytes == 0) {
            throw new IOException("This sound does not say what it is made of");
        }
        List<Bytes> silent = new ArrayList<>();
        for (Hidden.Span span : hidden.spans()) {
            long first = span.startMillis() * framesPerSecond / 1000;
            long last = (span.endMillis() * framesPerSecond + 999) / 1000;
            silent.add(new Bytes(data + first * frameBytes, data + last * frameBytes));
        }
        return silent;
    }

    private static ByteBuffer read(FileChannel file, long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            int count = file.read(bytes, place + bytes.position());
            if (count <= 0) {
                throw new IOException("This sound ends before its first sample");
            }
        }
        return bytes.flip();
    }
}
