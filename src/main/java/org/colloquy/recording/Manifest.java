package org.colloquy.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every acknowledged piece of an original, in order.
 *
 * @param sha256 of the whole; null until it is closed
 */
public record Manifest(@Nullable String sha256, long lengthBytes, List<Chunk> chunks) {
    public Manifest {
        chunks = List.copyOf(chunks);
    }
}
