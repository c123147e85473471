package org.colloquy.recording;

import java.time.Instant;

/** A file that lies in a person's folder and is whole, as far as one can tell. */
public record ArrivedFile(String name, long lengthBytes, Instant changedAt) {}
