package org.colloquy.history;

/**
 * A step that was undone or redone.
 *
 * @param change as it is now
 */
public record Undone(Change change, Touched touched) {}
