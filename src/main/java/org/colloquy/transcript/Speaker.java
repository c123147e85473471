package org.colloquy.transcript;

/** A voice of one transcript and what people call it: "Speaker 1" until somebody names it. */
public record Speaker(int number, String name) {}
