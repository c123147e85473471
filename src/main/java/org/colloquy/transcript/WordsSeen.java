package org.colloquy.transcript;

/**
 * Some words of a transcript as a person saw them.
 *
 * @param lastWord not before the first; both are among them
 * @param version of the transcript that the person saw
 */
public record WordsSeen(String transcriptId, int firstWord, int lastWord, int version) {}
