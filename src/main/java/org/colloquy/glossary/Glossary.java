package org.colloquy.glossary;

import java.time.Instant;
import java.util.List;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * The centre's glossary.
 *
 * @param terms in the order they were written down, none twice
 * @param changedBy who changed it last; null while nobody has, and so {@code changedAt}
 */
public record Glossary(
        List<String> terms, @Nullable PersonName changedBy, @Nullable Instant changedAt) {
    public Glossary {
        terms = List.copyOf(terms);
    }
}
