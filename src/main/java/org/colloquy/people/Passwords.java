package org.colloquy.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id with 19 MiB, two passes and one lane: the first choice of OWASP's Password Storage Cheat
 * Sheet.
 */
final class Passwords {
    private static final Argon2Function ARGON2ID =
            Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;

    private Passwords() {}

    static String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult();
    }

    /** Takes as long where there is no hash, so that time tells nobody which accounts exist. */
    static boolean matches(String password, @Nullable String hash) {
        if (hash == null) {
            hash(password);
            return false;
        }
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }
}
