package org.colloquy.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A WAV file of 16-bit samples that is written as they come; its header is right at the end. */
final class WavWriter implements AutoCloseable {
    static final int SAMPLE_RATE = 16_000;
    static final int HEADER = 44;

    /** Where the header says how many channels there are, in two bytes. */
    static final int CHANNELS_AT = 22;

    private static final int BLOCK = 1 << 16;

    private final FileChannel file;
    private final int channels;
    private long dataBytes;

    WavWriter(Path path, int channels) throws IOException {
        this.channels = channels;
        this.file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        writeAll(header(channels, 0), 0);
    }

    /** Little-endian samples, channels interleaved. */
    void write(byte[] samples) throws IOException {
        writeAll(ByteBuffer.wrap(samples), HEADER + dataBytes);
        dataBytes += samples.length;
    }

    /** Writes the header; with {@code asMono} the second channel is dropped first. */
    void finish(boolean asMono) throws IOException {
        int left = channels;
        if (asMono && channels == 2) {
            dropSecondChannel();
            left = 1;
        }
        writeAll(header(left, dataBytes), 0);
        file.force(true);
    }

    private void dropSecondChannel() throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        long written = 0;
        for (long read = 0; read < dataBytes; ) {
            block.clear().limit((int) Math.min(BLOCK, dataBytes - read));
            while (block.hasRemaining()) {
                if (file.read(block, HEADER + read + block.position()) < 0) {
                    throw new IOException("The decoded sound is shorter than what was written");
                }
            }
            int length = block.position();
            for (int i = 0; i + 3 < length; i += 4) {
                block.putShort(i / 2, block.getShort(i));
            }
            block.position(0).limit(length / 2);
            writeAll(block, HEADER + written);
            read += length;
            written += length / 2;
        }
        dataBytes = written;
        file.truncate(HEADER + dataBytes);
    }

    private void writeAll(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }

    private static ByteBuffer header(int channels, long dataBytes) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII));
        header.putInt((int) (dataBytes + HEADER - 8));
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        header.putInt(16).putShort((short) 1).putShort((short) channels);
        header.putInt(SAMPLE_RATE).putInt(SAMPLE_RATE * channels * 2);
        header.putShort((short) (channels * 2)).putShort((short) 16);
        header.put("data".getBytes(StandardCharsets.US_ASCII));
        header.putInt((int) dataBytes);
        return header.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
