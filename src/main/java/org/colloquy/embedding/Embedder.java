package org.colloquy.embedding;

import java.util.List;

/** Turns texts into vectors. */
public interface Embedder {
    /**
     * One for each text, in their order.
     *
     * @param words whether the part of each word is wanted too
     * @throws org.colloquy.common.Problem where it cannot be done now
     */
    List<Embedding> embed(List<String> texts, boolean words);

    /**
     * Makes ready to answer at once, also about these; whatever fails will fail again when asked.
     */
    default void warm(List<String> texts) {}
}
