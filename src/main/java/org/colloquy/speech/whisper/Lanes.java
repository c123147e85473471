package org.colloquy.speech.whisper;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Pieces of work that several threads take in turn, each with tools of its own. The first failure
 * ends all: no thread takes another piece, and it is thrown when the last has stopped.
 */
final class Lanes {
    private Lanes() {}

    /** What a thread works with; closed when it stops. */
    interface Lane<T> extends AutoCloseable, Consumer<T> {
        @Override
        void close();
    }

    /**
     * Waits until all is done.
     *
     * @param lanes threads, at most
     * @param lane makes the tools of one, on its thread
     */
    static <T> void work(List<T> pieces, int lanes, Supplier<Lane<T>> lane) {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean failed = new AtomicBoolean();
        Runnable work =
                () -> {
                    boolean done = false;
                    try (Lane<T> tools = lane.get()) {
                        for (int i = next.getAndIncrement();
                                i < pieces.size() && !failed.get();
                                i = next.getAndIncrement()) {
                            tools.accept(pieces.get(i));
                        }
                        done = true;
                    } finally {
                        if (!done) {
                            failed.set(true);
                        }
                    }
                };
        List<Future<?>> threads = new ArrayList<>();
        try (ExecutorService pool =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().name("lane-", 1).factory())) {
            for (int i = 0; i < Math.min(lanes, pieces.size()); i++) {
                threads.add(pool.submit(work));
            }
        }
        threads.forEach(Lanes::throwFailure);
    }

    private static void throwFailure(Future<?> ended) {
        try {
            ended.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while listening", stopped);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException("A lane failed", failed);
            }
        }
    }
}
