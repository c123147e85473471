package org.colloquy.transcript;

import java.time.Instant;

/** One line of the log: who changed which turn's text, when, from what to what. */
public record Correction(
        int turnId, String personId, String personName, Instant at, String before, String after) {}
