package org.colloquy.media;

import java.nio.file.Path;

/** What one timeline is put together from. */
public sealed interface TimelinePiece {
    /** A listening copy. */
    record Copy(Path wav) implements TimelinePiece {}

    /** Time that is kept open. */
    record Silence(double seconds) implements TimelinePiece {}
}
