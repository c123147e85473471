package org.colloquy.transcript;

import java.time.Instant;
import org.colloquy.people.PersonName;

/** One line of the log: who changed which turn's text, when, from what to what. */
public record Correction(int turnId, PersonName by, Instant at, String before, String after) {}
