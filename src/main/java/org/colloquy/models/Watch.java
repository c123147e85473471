package org.colloquy.models;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.colloquy.common.Cancellation;

/**
 * Closes a stream that has been silent for too long, or that nobody wants any more: a read in the
 * JDK's HTTP client has no time limit of its own.
 */
final class Watch implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 200;
    private final AtomicLong lastNanos = new AtomicLong(System.nanoTime());
    private final AtomicBoolean done = new AtomicBoolean();
    private final Thread thread;

    private Watch(InputStream body, long silenceMillis, Cancellation cancellation) {
        thread =
                Thread.ofVirtual()
                        .name("watch over a download")
                        .unstarted(() -> look(body, silenceMillis, cancellation));
    }

    static Watch start(InputStream body, long silenceMillis, Cancellation cancellation) {
        Watch watch = new Watch(body, silenceMillis, cancellation);
        watch.thread.start();
        return watch;
    }

    void heard() {
        lastNanos.set(System.nanoTime());
    }

    private void look(InputStream body, long silenceMillis, Cancellation cancellation) {
        try {
            while (!done.get()) {
                long silent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastNanos.get());
                if (silent > silenceMillis || cancellation.isAsked()) {
                    body.close();
                    return;
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException closed) {
            done.set(true);
        }
    }

    @Override
    public void close() {
        done.set(true);
        thread.interrupt();
    }
}
