package org.colloquy.models;

import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Text;

/**
 * What reading a model's files anew showed.
 *
 * @param message a sentence for the person
 */
public record ModelCheck(String name, State state, Text message) {

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
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether something is wrong with it. */
    public boolean isBad() {
        return state == State.DAMAGED || state == State.NOT_INSTALLED;
    }

    static ModelCheck asListed(String name) {
        return new ModelCheck(
                name,
                State.AS_LISTED,
                Text.of("{name} is whole: every file is the one listed.", Map.of("name", name)));
    }

    static ModelCheck compared(String name, String then, String now) {
        return then.equals(now)
                ? new ModelCheck(
                        name,
                        State.UNCHANGED,
                        Text.of(
                                "{name} is whole: unchanged since its install.",
                                Map.of("name", name)))
                : damaged(
                        name,
                        Text.of(
                                "{name} is damaged: its files are not those that were installed. "
                                        + "Remove it and install it again.",
                                Map.of("name", name)));
    }

    static ModelCheck unknown(String name, String now) {
        return new ModelCheck(
                name,
                State.NO_HASH_KNOWN,
                Text.of(
                        "{name} was put here by hand, so there is nothing to compare it "
                                + "with. The SHA-256 of its files is {hash}.",
                        Map.of("name", name, "hash", now)));
    }

    static ModelCheck damaged(String name, Text sentence) {
        return new ModelCheck(name, State.DAMAGED, sentence);
    }

    static ModelCheck notInstalled(String name) {
        return new ModelCheck(
                name,
                State.NOT_INSTALLED,
                Text.of("{name} is not installed.", Map.of("name", name)));
    }
}
