package org.colloquy.assessment;

import java.time.Instant;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * What people are told before a recording begins, in the centre's own words.
 *
 * @param version 0 came with Colloquy; one more with every change
 * @param changedBy null for the one that came with Colloquy, and so {@code changedAt}
 */
public record Notice(
        int version, String text, @Nullable PersonName changedBy, @Nullable Instant changedAt) {}
