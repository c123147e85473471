package org.colloquy.common;

import java.util.Locale;
import java.util.Optional;

/**
 * The name of an enum's value in JSON and in the database: {@code FACE_TO_FACE} is "face-to-face".
 * Every enum that leaves the program gives it as its {@code toString}; one that people send has a
 * {@code parse} with a sentence, one that is only stored an {@code of}.
 */
public final class WireName {
    private WireName() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value of exactly that name, where there is one. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String wire) {
        for (E value : type.getEnumConstants()) {
            if (of(value).equals(wire)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The value of a name that this program stored. */
    public static <E extends Enum<E>> E stored(Class<E> type, String wire) {
        return find(type, wire)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "“" + wire + "” is stored as a " + type.getSimpleName()));
    }
}
