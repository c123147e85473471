package org.colloquy.search;

import org.colloquy.common.WireName;

/** What a hit is. */
enum Kind {
    TRANSCRIPT("Transcripts"),
    TAG("Tags"),
    NOTE("Notes"),
    SESSION("Sessions"),
    UNIT("Units");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** As people read it, of several. */
    String title() {
        return title;
    }

    /** The name in JSON and in the index. */
    @Override
    public String toString() {
        return WireName.of(this);
    }
}
