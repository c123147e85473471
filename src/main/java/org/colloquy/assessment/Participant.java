package org.colloquy.assessment;

/** Somebody who was there, and as what: "Bogdan Ilie", "learner". */
public record Participant(String name, String role) {}
