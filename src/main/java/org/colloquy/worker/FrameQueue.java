package org.colloquy.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Frames that came through a pipe and were not yet taken. Bounded by bytes, not by number: large
 * frames hold the sender back, small ones (progress) never block it.
 */
final class FrameQueue {
    /** What one frame costs beside its payload. */
    private static final int OVERHEAD = 64;

    private static final int CAPACITY = 2 * (Frame.MAX_PAYLOAD + OVERHEAD);

    /** Null payload: the pipe ended, for the reason given if it was not a clean end. */
    private record Item(@Nullable Frame frame, @Nullable IOException failure) {}

    private final LinkedBlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(CAPACITY);

    /** Moves frames from the pipe into the queue until the pipe ends. Runs in its own thread. */
    void pump(DataInputStream in) {
        try {
            for (Frame frame = Frame.read(in); frame != null; frame = Frame.read(in)) {
                room.acquire(cost(frame));
                items.add(new Item(frame, null));
            }
            items.add(new Item(null, null));
        } catch (IOException broken) {
            items.add(new Item(null, broken));
        } catch (InterruptedException closed) {
            items.add(new Item(null, new InterruptedIOException("The queue was closed")));
            Thread.currentThread().interrupt();
        }
    }

    /** What {@link #take} found: a frame, the end of the pipe, or nothing in that time. */
    sealed interface Taken {
        record Came(Frame frame) implements Taken {}

        record Ended(@Nullable IOException failure) implements Taken {}

        record Nothing() implements Taken {}
    }

    /** Waits for the next frame, at most so long; null: for ever. After the end always the end. */
    Taken take(@Nullable Duration atMost) throws InterruptedException {
        Item item =
                atMost == null
                        ? items.take()
                        : items.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (item == null) {
            return new Taken.Nothing();
        }
        Frame frame = item.frame();
        if (frame == null) {
            items.add(item);
            return new Taken.Ended(item.failure());
        }
        room.release(cost(frame));
        return new Taken.Came(frame);
    }

    private static int cost(Frame frame) {
        return frame.payload().length + OVERHEAD;
    }
}
