package org.colloquy.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A WAV file as {@link Media} writes it, taken apart byte by byte. */
record DecodedWav(int channels, int rate, short[] samples) {
    static DecodedWav read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals("RIFF", ascii(bytes, 0));
        assertEquals(bytes.capacity() - 8, bytes.getInt(4));
        assertEquals("WAVE", ascii(bytes, 8));
        assertEquals("fmt ", ascii(bytes, 12));
        assertEquals(1, bytes.getShort(20));
        assertEquals(16, bytes.getShort(34));
        assertEquals("data", ascii(bytes, 36));
        assertEquals(bytes.capacity() - 44, bytes.getInt(40));
        short[] samples = new short[(bytes.capacity() - 44) / 2];
        bytes.position(44).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return new DecodedWav(bytes.getShort(22), bytes.getInt(24), samples);
    }

    private static String ascii(ByteBuffer bytes, int at) {
        byte[] four = new byte[4];
        bytes.get(at, four);
        return new String(four, StandardCharsets.US_ASCII);
    }

    double seconds() {
        return (double) samples.length / channels / rate;
    }

    /** Frequency by counting the rises through zero in the middle half. */
    double frequency(int channel) {
        int frames = samples.length / channels;
        int rises = 0;
        for (int i = frames / 4; i < frames * 3 / 4; i++) {
            if (samples[i * channels + channel] < 0 && samples[(i + 1) * channels + channel] >= 0) {
                rises++;
            }
        }
        return rises / (frames / 2.0 / rate);
    }

    int loudest() {
        int loudest = 0;
        for (short sample : samples) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        return loudest;
    }
}
