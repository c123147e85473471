/**
 * Sentences as vectors: texts that mean something alike are near each other. Runs MiniLM on ONNX
 * Runtime, in a worker process of its own ({@link org.colloquy.embedding.EmbeddingWorker}); the
 * model and its vocabulary are in the program itself. Touches worker and common.
 *
 * <p>Not to be assumed: that it knows any language but English, or more than the first {@value
 * org.colloquy.embedding.WordPiece#MOST_PIECES} pieces of a text.
 */
@NullMarked
package org.colloquy.embedding;

import org.jspecify.annotations.NullMarked;
