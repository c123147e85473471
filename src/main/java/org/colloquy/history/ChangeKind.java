package org.colloquy.history;

import org.colloquy.common.WireName;

/** What a person did. */
public enum ChangeKind {
    CORRECT,
    SPLIT,
    JOIN,
    BOUNDARY,
    SPEAKER,
    REPLACE,
    CHECK,
    TAG,
    RETAG,
    UNTAG,
    REDACT,
    SUGGESTION;

    /** The name in JSON and in the database. */
    @Override
    public String toString() {
        return WireName.of(this);
    }

    static ChangeKind of(String stored) {
        return WireName.stored(ChangeKind.class, stored);
    }
}
