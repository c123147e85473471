package org.colloquy.assessment;

import org.colloquy.common.WireName;

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
        return WireName.of(this);
    }

    static Scope of(String stored) {
        return WireName.stored(Scope.class, stored);
    }
}
