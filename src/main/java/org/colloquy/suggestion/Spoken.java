package org.colloquy.suggestion;

import java.util.Set;

/**
 * A passage to find criteria for.
 *
 * @param text its words with single spaces between them
 * @param question what was asked right before it; empty where nothing was
 * @param planned ids of the criteria that this question was planned for
 */
public record Spoken(String text, String question, Set<String> planned) {
    public Spoken {
        planned = Set.copyOf(planned);
    }

    public Spoken(String text) {
        this(text, "", Set.of());
    }
}
