package org.colloquy.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The child's end of the pipe. */
public final class WorkerChannel {
    /** What a worker does with its pipe, until it returns. */
    @FunctionalInterface
    public interface Body {
        void run(WorkerChannel channel) throws Exception;
    }

    private final DataOutputStream out;
    private final FrameQueue frames = new FrameQueue();

    private WorkerChannel(DataOutputStream out) {
        this.out = out;
    }

    /**
     * Runs the body in this process, then ends the process: code 0, or 1 with a stack trace on
     * standard error. Standard output belongs to the frames from here on; whatever else is printed
     * goes to standard error. When the parent closes the pipe or dies the process ends at once,
     * also while native code is busy.
     */
    public static void serve(Body body) {
        DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new FileOutputStream(FileDescriptor.out), 1 << 16));
        DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        System.setOut(System.err);
        WorkerChannel channel = new WorkerChannel(out);
        Thread.ofPlatform().name("frames").daemon().start(() -> channel.read(in));
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
        int code = 0;
        try {
            body.run(channel);
        } catch (Throwable failed) {
            failed.printStackTrace(System.err);
            code = 1;
        }
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }

    private void read(DataInputStream in) {
        frames.pump(in);
        Runtime.getRuntime().halt(0);
    }

    /** Waits for the next frame. */
    public Frame receive() throws IOException, InterruptedException {
        return switch (frames.take(null)) {
            case FrameQueue.Taken.Came came -> came.frame();
            case FrameQueue.Taken.Ended ended -> throw ended(ended.failure());
            case FrameQueue.Taken.Nothing _ -> throw new IOException("Nothing came");
        };
    }

    private static IOException ended(@Nullable IOException failure) {
        return failure == null ? new IOException("The parent closed the pipe") : failure;
    }

    public void send(int type, byte[] payload) throws IOException {
        send(type, payload, 0, payload.length);
    }

    /** Any thread may send; frames of two threads do not mix. */
    public synchronized void send(int type, byte[] bytes, int offset, int length)
            throws IOException {
        Frame.write(out, type, bytes, offset, length);
    }
}
