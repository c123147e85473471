package org.colloquy.assessment;

import org.jspecify.annotations.Nullable;

/**
 * An identity check as it is sent.
 *
 * @param at when, ISO 8601; null: now
 */
public record IdentityRequest(
        Participant person, IdentityCheck.How how, @Nullable String note, @Nullable String at) {}
