package org.colloquy.speech.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.colloquy.common.Problem;

/** Where the samples lie in a WAV file (RIFF parts "fmt " and "data", others are passed over). */
record WavHeader(int channels, long dataOffset, long dataBytes) {

    static WavHeader read(FileChannel file, Path name) throws IOException {
        ByteBuffer riff = part(file, 0, 12);
        if (riff.remaining() < 12
                || !text(riff, 0).equals("RIFF")
                || !text(riff, 8).equals("WAVE")) {
            throw refused(name);
        }
        int channels = 0;
        for (long at = 12; at + 8 <= file.size(); ) {
            ByteBuffer head = part(file, at, 24);
            long size = Integer.toUnsignedLong(head.getInt(4));
            if (text(head, 0).equals("fmt ") && head.remaining() == 24) {
                channels = head.getShort(10);
                boolean right = head.getInt(12) == Sound.RATE && head.getShort(22) == 16;
                if (!right || channels < 1 || channels > 2) {
                    throw refused(name);
                }
            } else if (text(head, 0).equals("data") && channels > 0) {
                return new WavHeader(channels, at + 8, Math.min(size, file.size() - at - 8));
            }
            at += 8 + size + size % 2;
        }
        throw refused(name);
    }

    private static Problem refused(Path name) {
        return new Problem.BadInput(
                "The decoded sound {file} is not a WAV file of 16-bit "
                        + "samples at 16 kHz with one or two channels.",
                Map.of("file", name.getFileName()));
    }

    private static ByteBuffer part(FileChannel file, long at, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
            // a short read is read on
        }
        return bytes.flip();
    }

    private static String text(ByteBuffer bytes, int at) {
        byte[] four = new byte[Math.min(4, Math.max(0, bytes.limit() - at))];
        bytes.get(at, four);
        return new String(four, StandardCharsets.US_ASCII);
    }
}
