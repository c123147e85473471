package org.colloquy.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.colloquy.worker.Frame;
import org.colloquy.worker.WorkerChannel;
import org.jspecify.annotations.Nullable;

/** What FFmpeg reads from instead of a file: it asks the parent process for bytes. */
final class PipeInput {
    private static final int BUFFER = 1 << 16;
    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;

    private final WorkerChannel channel;
    private final long length;
    private final AVIOContext context;

    // Native code calls these: they must not be collected.
    private final Reader reader = new Reader();
    private final Seeker seeker = new Seeker();

    private long position;
    private @Nullable Exception broken;

    PipeInput(WorkerChannel channel, long length) {
        this.channel = channel;
        this.length = length;
        BytePointer buffer = new BytePointer(avutil.av_malloc(BUFFER)).capacity(BUFFER);
        this.context = avformat.avio_alloc_context(buffer, BUFFER, 0, null, reader, null, seeker);
    }

    AVIOContext context() {
        return context;
    }

    /** Throws what went wrong with the pipe, which FFmpeg only sees as a failed read. */
    void checkPipe() throws IOException {
        if (broken != null) {
            throw new IOException("The pipe to the parent broke", broken);
        }
    }

    private int read(BytePointer into, int wanted) {
        if (position >= length) {
            return avutil.AVERROR_EOF();
        }
        try {
            byte[] request =
                    ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                            .putLong(position)
                            .putInt(wanted)
                            .array();
            channel.send(Wire.READ, request);
            Frame answer = channel.receive();
            int got = answer.payload().length;
            if (answer.type() != Wire.BYTES || got > wanted) {
                throw new IOException("The parent answered with something else");
            }
            if (got == 0) {
                return avutil.AVERROR_EOF();
            }
            into.put(answer.payload(), 0, got);
            position += got;
            return got;
        } catch (IOException | InterruptedException failed) {
            broken = failed;
            return avutil.AVERROR_EIO();
        }
    }

    private long seek(long offset, int whence) {
        // Beside the three of C there is AVSEEK_SIZE, and AVSEEK_FORCE as a flag.
        int how = whence & ~avformat.AVSEEK_FORCE;
        if (how == avformat.AVSEEK_SIZE) {
            return length;
        }
        long target =
                switch (how) {
                    case SEEK_SET -> offset;
                    case SEEK_CUR -> position + offset;
                    case SEEK_END -> length + offset;
                    default -> -1;
                };
        if (target < 0) {
            return avutil.AVERROR_EINVAL();
        }
        position = target;
        return target;
    }

    private final class Reader extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            return read(buffer, size);
        }
    }

    private final class Seeker extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            return seek(offset, whence);
        }
    }
}
