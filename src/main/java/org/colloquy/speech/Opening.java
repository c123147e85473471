package org.colloquy.speech;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** An engine that is loaded while something else is done. Closing waits for it and closes it. */
final class Opening implements AutoCloseable {
    private final CompletableFuture<Recogniser> recogniser;

    Opening(Supplier<Recogniser> open) {
        recogniser =
                CompletableFuture.supplyAsync(
                        open, task -> Thread.ofPlatform().name("loading").start(task));
    }

    /** The engine once it is loaded; what stopped it from that is thrown as it was. */
    Recogniser get() {
        try {
            return recogniser.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** An engine that could not be loaded has nothing to close, and nobody asked for it. */
    @Override
    public void close() {
        recogniser
                .handle(
                        (loaded, _) -> {
                            if (loaded != null) {
                                loaded.close();
                            }
                            return true;
                        })
                .join();
    }
}
