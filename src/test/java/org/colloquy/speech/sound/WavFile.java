package org.colloquy.speech.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes sound for tests: 16-bit PCM at 16 kHz. */
public final class WavFile {
    private WavFile() {}

    /**
     * @param samples of all channels in turn
     */
    public static void write(Path file, int channels, short[] samples) throws IOException {
        int bytes = samples.length * 2;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + bytes).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) channels).putInt(Sound.RATE);
        wav.putInt(Sound.RATE * 2 * channels).putShort((short) (2 * channels)).putShort((short) 16);
        wav.put(ascii("data")).putInt(bytes);
        for (short sample : samples) {
            wav.putShort(sample);
        }
        Files.write(file, wav.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
