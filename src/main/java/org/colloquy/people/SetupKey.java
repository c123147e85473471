package org.colloquy.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;

/**
 * The one-time key that the console prints while nobody has set the centre up. It proves that the
 * person at the page is the one who started Colloquy; a fresh one is made with every start.
 */
public final class SetupKey {
    private final String key = Id.create();

    public String value() {
        return key;
    }

    /**
     * Takes as long for every wrong key.
     *
     * @throws Problem.Forbidden where it is not this one
     */
    public void require(String given) {
        boolean right =
                MessageDigest.isEqual(
                        key.getBytes(StandardCharsets.UTF_8),
                        given.strip().getBytes(StandardCharsets.UTF_8));
        if (!right) {
            throw new Problem.Forbidden(
                    "That is not the set-up key of this start. Use the address that Colloquy"
                            + " printed in its console.");
        }
    }
}
