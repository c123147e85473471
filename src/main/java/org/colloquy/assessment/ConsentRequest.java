package org.colloquy.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person agreed to or was told of, as it is sent.
 *
 * @param at when, ISO 8601; null: now
 * @param noticeVersion of the text that they were shown or read
 */
public record ConsentRequest(
        Participant person,
        List<Scope> scopes,
        Consent.Basis basis,
        Consent.How how,
        @Nullable String at,
        int noticeVersion) {
    public ConsentRequest {
        scopes = List.copyOf(scopes);
    }
}
