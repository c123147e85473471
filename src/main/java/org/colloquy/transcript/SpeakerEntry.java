package org.colloquy.transcript;

import org.jspecify.annotations.Nullable;

/** A line of the log of who speaks, without its person and time. */
record SpeakerEntry(
        SpeakerChange.Kind kind,
        @Nullable Integer firstWord,
        @Nullable Integer lastWord,
        String before,
        String after) {
    /** As where it is taken back. */
    SpeakerEntry back() {
        return new SpeakerEntry(kind, firstWord, lastWord, after, before);
    }
}
