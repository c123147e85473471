package org.colloquy.criteria;

import org.jspecify.annotations.Nullable;

/** A unit in a list. */
public record UnitSummary(
        String id,
        String title,
        @Nullable String number,
        @Nullable String reference,
        @Nullable String level,
        int outcomeCount,
        int criterionCount,
        int enrolmentCount) {}
