package org.colloquy.assessment;

import java.util.Locale;

/** What a person may agree to, or be told of: each can be withdrawn by itself. */
public enum Scope {
    /** To record what they say. */
    RECORD,
    /** To have it written down by the machine. */
    TRANSCRIBE,
    /** To show it to internal and external quality assurers. */
    VERIFY,
    /** To use it when assessors meet to agree on standards. Nothing in Colloquy does so yet. */
    STANDARDISE;

    /** The name in JSON and in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Scope of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
