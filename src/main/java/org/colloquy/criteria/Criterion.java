package org.colloquy.criteria;

/** An assessment criterion that is kept: "2.3" and its wording. */
public record Criterion(String id, String number, String text) {}
