package org.colloquy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes small sound files for tests. */
public final class Wav {
    private static final int RATE = 16_000;

    private Wav() {}

    /** A 440 Hz tone of so many samples at 16 kHz, 16 bit, one channel. */
    public static byte[] tone(int samples) {
        return tones(samples, 440);
    }

    /** As {@link #tone}, with a channel for each frequency. */
    public static byte[] tones(int samples, int... frequencies) {
        int frame = 2 * frequencies.length;
        int data = samples * frame;
        ByteBuffer wav = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + data).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) frequencies.length);
        wav.putInt(RATE).putInt(RATE * frame);
        wav.putShort((short) frame).putShort((short) 16).put(ascii("data")).putInt(data);
        for (int i = 0; i < samples; i++) {
            for (int frequency : frequencies) {
                wav.putShort((short) (8_000 * Math.sin(2 * Math.PI * frequency * i / RATE)));
            }
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
