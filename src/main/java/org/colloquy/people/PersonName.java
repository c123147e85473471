package org.colloquy.people;

/** A person as others name them. */
public record PersonName(String id, String name) {}
