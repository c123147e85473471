package org.colloquy.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file, or a stretch of one that is read as if it were one. */
final class Excerpt implements AutoCloseable {
    private final FileChannel file;
    private final long start;
    private final long size;

    private Excerpt(FileChannel file, long start, long size) {
        this.file = file;
        this.start = start;
        this.size = size;
    }

    static Excerpt whole(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        return new Excerpt(file, 0, file.size());
    }

    /** The stretch, or so much of it as the file has. */
    static Excerpt of(Path path, ByteSpan span) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        long there = Math.max(0, file.size() - span.offsetBytes());
        return new Excerpt(file, span.offsetBytes(), Math.min(there, span.lengthBytes()));
    }

    long size() {
        return size;
    }

    /** Up to so many bytes; the rest is zero where it ends before. */
    ByteBuffer read(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        bytes.limit(Math.clamp(size - offset, 0, length));
        int got = 0;
        while (bytes.hasRemaining() && got >= 0) {
            got = file.read(bytes, start + offset + bytes.position());
        }
        return bytes.limit(length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
