package org.colloquy.speech.live;

import org.jspecify.annotations.Nullable;

/** Hears one channel while it comes. For one thread. */
public interface LiveEar extends AutoCloseable {
    /** Sound that follows what came before. */
    void add(short[] samples);

    /** So much is left out: the times of what follows count it. */
    void skip(long samples);

    /** What is new since it was asked before; null: nothing. May take a while. */
    @Nullable Caption listen();

    /** The last words: nothing more will come. */
    Caption finish();

    @Override
    void close();
}
