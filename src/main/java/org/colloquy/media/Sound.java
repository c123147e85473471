package org.colloquy.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;

/** The decoded sound on its way to disk: its peaks, and whether two channels are the same. */
final class Sound implements AutoCloseable {
    /**
     * Two channels are the same where, in each second, the energy of their difference is this part
     * (40 dB) below that of their sum: codecs that lose something leave so much between equals.
     */
    private static final double SAME = 1e-4;

    /** Energy of a difference that nobody hears: 16 steps of 32768. */
    private static final double NOISE = 16 * 16 * WavWriter.SAMPLE_RATE;

    private final WavWriter writer;
    private final PeaksBuilder peaks = new PeaksBuilder(WavWriter.SAMPLE_RATE);
    private final int channels;
    private boolean channelsDiffer;
    private long samples;
    private double sumEnergy;
    private double differenceEnergy;

    Sound(Path wav, int channels) throws IOException {
        this.channels = channels;
        this.writer = new WavWriter(wav, channels);
    }

    void add(byte[] interleaved) throws IOException {
        writer.write(interleaved);
        ShortBuffer values =
                ByteBuffer.wrap(interleaved).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        while (values.remaining() >= channels) {
            int left = values.get();
            if (channels == 1) {
                peaks.add(left);
            } else {
                int right = values.get();
                compare(left, right);
                peaks.add((left + right) / 2);
            }
            samples++;
        }
    }

    private void compare(int left, int right) {
        double sum = left + right;
        double difference = left - right;
        sumEnergy += sum * sum;
        differenceEnergy += difference * difference;
        if (samples % WavWriter.SAMPLE_RATE == WavWriter.SAMPLE_RATE - 1) {
            endSecond();
        }
    }

    private void endSecond() {
        channelsDiffer |= differenceEnergy > NOISE + SAME * sumEnergy;
        sumEnergy = 0;
        differenceEnergy = 0;
    }

    double seconds() {
        return (double) samples / WavWriter.SAMPLE_RATE;
    }

    /** Ends the file and says how many channels it has now. */
    int finish() throws IOException {
        endSecond();
        boolean asMono = channels == 2 && !channelsDiffer;
        writer.finish(asMono);
        return asMono ? 1 : channels;
    }

    /** Ends the file with the channels it was begun with. */
    void finishAsItIs() throws IOException {
        writer.finish(false);
    }

    Peaks peaks() {
        return peaks.build();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
