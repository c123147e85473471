package org.colloquy.common;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ids of stored things: 16 characters of Crockford's base 32, 80 random bits, safe in a URL. */
public final class Id {
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final Pattern FORM = Pattern.compile("[0-9a-hjkmnp-tv-z]{16}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Id() {}

    public static String create() {
        char[] characters = new char[16];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = ALPHABET[RANDOM.nextInt(32)];
        }
        return new String(characters);
    }

    /**
     * The id itself where it has the form of one, so that it may name a folder.
     *
     * @throws Problem.NotFound otherwise
     */
    public static String check(String id) {
        if (!FORM.matcher(id).matches()) {
            throw new Problem.NotFound("There is nothing with that address.");
        }
        return id.toLowerCase(Locale.ROOT);
    }
}
