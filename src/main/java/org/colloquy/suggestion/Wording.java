package org.colloquy.suggestion;

import java.util.List;
import java.util.Locale;

/**
 * What a criterion asks for.
 *
 * @param text as published
 * @param outcome the text of its learning outcome
 */
public record Wording(String id, String text, String outcome) {
    /**
     * As published, and in three more ways of saying the same: as a question, as somebody would
     * tell it, and without the verb that it begins with ("Explain", "Carry out"). A criterion is in
     * official words; together these are nearer to how people speak of it.
     */
    List<String> sayings() {
        String inside =
                text.isEmpty()
                        ? text
                        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        int space = text.indexOf(' ');
        return List.of(
                text,
                "How do you " + inside + "?",
                "I " + inside + ".",
                space < 0 ? text : text.substring(space + 1));
    }

    /** What an embedder is asked about these, all at once. */
    static List<String> sayings(List<Wording> wordings) {
        return wordings.stream().flatMap(one -> one.sayings().stream()).toList();
    }
}
