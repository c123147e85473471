package org.colloquy.search;

import org.colloquy.common.WireName;

/** A session or a unit: its documents are replaced together. */
record Owner(Kind kind, String id) {
    static Owner session(String id) {
        return new Owner(Kind.SESSION, id);
    }

    static Owner unit(String id) {
        return new Owner(Kind.UNIT, id);
    }

    /** The owner of that {@link #key()}. */
    static Owner parse(String key) {
        int space = key.indexOf(' ');
        return new Owner(
                WireName.stored(Kind.class, key.substring(0, space)), key.substring(space + 1));
    }

    /** As the index keeps it: "session 01a2". */
    String key() {
        return kind + " " + id;
    }
}
