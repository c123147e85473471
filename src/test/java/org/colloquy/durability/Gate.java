package org.colloquy.durability;

import org.jspecify.annotations.Nullable;

/** Lets pages through to the server that runs just now, and holds them back while there is none. */
final class Gate {
    private @Nullable Api open;
    private boolean over;

    synchronized void open(Api api) {
        open = api;
        notifyAll();
    }

    synchronized void shut() {
        open = null;
    }

    /** Nobody is held back any more, and nobody gets a server. */
    synchronized void end() {
        over = true;
        open = null;
        notifyAll();
    }

    /**
     * Waits for a server other than the last one.
     *
     * @return null where there will be none
     */
    synchronized @Nullable Api next(@Nullable Api last) throws InterruptedException {
        while (!over && (open == null || open == last)) {
            wait();
        }
        return open;
    }
}
