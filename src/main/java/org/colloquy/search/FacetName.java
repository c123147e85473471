package org.colloquy.search;

import org.colloquy.common.WireName;

/** What hits can be narrowed by. */
public enum FacetName {
    KIND,
    LEARNER,
    UNIT,
    CRITERION,
    ASSESSOR,
    METHOD,
    /** The month of the session, "2026-11". */
    DATE;

    /** The name in JSON, in addresses and in the index. */
    @Override
    public String toString() {
        return WireName.of(this);
    }
}
