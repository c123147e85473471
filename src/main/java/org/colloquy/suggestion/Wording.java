package org.colloquy.suggestion;

/**
 * What a criterion asks for.
 *
 * @param text as published
 * @param outcome the text of its learning outcome
 */
public record Wording(String id, String text, String outcome) {}
