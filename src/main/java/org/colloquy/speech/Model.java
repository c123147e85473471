package org.colloquy.speech;

/**
 * Which model made a transcript.
 *
 * @param name as in the catalogue: "whisper-base", "vosk-model-small-en-us-0.15"
 * @param sha256 over the lines "hash path" (each ended by a newline, sorted by path) of its files;
 *     lower-case hexadecimal
 */
public record Model(String name, String sha256) {
    public Model {
        if (name.isBlank() || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Model " + name + " with hash " + sha256);
        }
    }
}
