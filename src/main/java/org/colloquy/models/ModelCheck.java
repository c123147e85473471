package org.colloquy.models;

import org.colloquy.common.WireName;

/**
 * What reading a model's files anew showed.
 *
 * @param message a sentence for the person
 */
public record ModelCheck(String name, State state, String message) {

    public enum State {
        /** Carried, and the same as the list in the program. */
        AS_LISTED,
        /** The same as when it was installed. */
        UNCHANGED,
        /** Unpacked by hand or installed by an older version: there is nothing to compare with. */
        NO_HASH_KNOWN,
        DAMAGED,
        NOT_INSTALLED;

        /** The name in JSON. */
        @Override
        public String toString() {
            return WireName.of(this);
        }
    }

    /** Whether something is wrong with it. */
    public boolean isBad() {
        return state == State.DAMAGED || state == State.NOT_INSTALLED;
    }

    static ModelCheck asListed(String name) {
        return new ModelCheck(
                name, State.AS_LISTED, name + " is whole: every file is the one listed.");
    }

    static ModelCheck compared(String name, String then, String now) {
        return then.equals(now)
                ? new ModelCheck(
                        name, State.UNCHANGED, name + " is whole: unchanged since its install.")
                : damaged(
                        name,
                        name
                                + " is damaged: its files are not those that were installed. Remove"
                                + " it and install it again.");
    }

    static ModelCheck unknown(String name, String now) {
        return new ModelCheck(
                name,
                State.NO_HASH_KNOWN,
                name
                        + " was put here by hand, so there is nothing to compare it with. The"
                        + " SHA-256 of its files is "
                        + now
                        + ".");
    }

    static ModelCheck damaged(String name, String sentence) {
        return new ModelCheck(name, State.DAMAGED, sentence);
    }

    static ModelCheck notInstalled(String name) {
        return new ModelCheck(name, State.NOT_INSTALLED, name + " is not installed.");
    }
}
