package org.colloquy.suggestion;

/** A passage that an assessor tagged to a criterion: only its vector is used, and never shown. */
public record Example(String criterionId, String text) {}
