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

    /** Looked at to tell how the channels lie to each other. */
    private static final int STRETCHES = 24;

    /** The mean of two independent voices has half to a quarter of the louder one's power. */
    private static final double OPPOSED = 0.05;

    private final FileChannel file;
    private final long dataOffset;
    private final int channels;
    private final long length;
    private final boolean opposed;

    private Sound(FileChannel file, WavHeader header) {
        this.file = file;
        this.dataOffset = header.dataOffset();
        this.channels = header.channels();
        this.length = header.dataBytes() / (2L * header.channels());
        this.opposed = channels == 2 && isOpposed();
    }

    /**
     * Whether one channel is the other turned upside down, as a microphone wired the wrong way
     * round gives it: their mean would be silence. Some stretches of a second tell.
     */
    private boolean isOpposed() {
        double mean = 0;
        double louder = 0;
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            short[] raw = raw(length * stretch / STRETCHES, RATE);
            double left = 0;
            double right = 0;
            for (int i = 0; i < raw.length; i += 2) {
                double half = (raw[i] + raw[i + 1]) / 2.0;
                mean += half * half;
                left += (double) raw[i] * raw[i];
                right += (double) raw[i + 1] * raw[i + 1];
            }
            louder += Math.max(left, right);
        }
        return mean < OPPOSED * louder;
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
     * The mean of the channels, -1 to 1; of two that are each other's opposite, half their
     * difference.
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
                short sample = raw[from++];
                sum += opposed && channel == 1 ? -sample : sample;
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
