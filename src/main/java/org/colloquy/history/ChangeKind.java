package org.colloquy.history;

import java.util.Locale;

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
        return name().toLowerCase(Locale.ROOT);
    }

    static ChangeKind of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
