package org.colloquy.speech.sound;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.colloquy.common.Problem;

/**
 * A WAV file of 16-bit PCM at 16 kHz with one or two channels, read where it is needed: memory does
 * not grow with its length. May be read by several threads at once.
 */
public final class Sound implements AutoCloseable {
    /** Samples a second; every model here wants this. */
    public static final int RATE = 16_000;

    private final FileChannel file;
    private final long dataOffset;
    private final int channels;
    private final long length;

    private Sound(FileChannel file, WavHeader header) {
        this.file = file;
        this.dataOffset = header.dataOffset();
        this.channels = header.channels();
        this.length = header.dataBytes() / (2L * header.channels());
    }

    /**
     * @throws Problem.BadInput where the file is not such a WAV
     */
    public static Sound open(Path wav) throws IOException {
        FileChannel file = FileChannel.open(wav);
        try {
            return new Sound(file, WavHeader.read(file, wav));
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** In samples of one channel. */
    public long length() {
        return length;
    }

    public double durationSeconds() {
        return length / (double) RATE;
    }

    public int channels() {
        return channels;
    }

    /**
     * The mean of the channels, -1 to 1.
     *
     * @param start first sample; what lies outside the sound is silence
     */
    public float[] mix(long start, int count) {
        float[] samples = new float[count];
        short[] raw = raw(start, count);
        float scale = 1f / (32768f * channels);
        for (int i = 0, from = 0; i < count; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += raw[from++];
            }
            samples[i] = sum * scale;
        }
        return samples;
    }

    /** All channels in turn, as stored; what lies outside the sound is silence. */
    public short[] raw(long start, int count) {
        short[] samples = new short[count * channels];
        long first = Math.clamp(start, 0L, length);
        long end = Math.clamp(start + count, 0L, length);
        if (end > first) {
            ByteBuffer bytes =
                    ByteBuffer.allocate((int) (end - first) * 2 * channels)
                            .order(ByteOrder.LITTLE_ENDIAN);
            readFully(bytes, dataOffset + first * 2 * channels);
            bytes.flip()
                    .asShortBuffer()
                    .get(samples, (int) (first - start) * channels, bytes.limit() / 2);
        }
        return samples;
    }

    private void readFully(ByteBuffer bytes, long position) {
        try {
            while (bytes.hasRemaining()) {
                int read = file.read(bytes, position + bytes.position());
                if (read < 0) {
                    throw new EOFException("The sound ends before its header says");
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The decoded sound cannot be read", failed);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
