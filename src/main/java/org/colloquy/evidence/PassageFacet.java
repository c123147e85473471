package org.colloquy.evidence;

import org.colloquy.common.WireName;

/** By what a list of passages can be narrowed, and what it is counted by. */
public enum PassageFacet {
    CRITERION,
    UNIT,
    LEARNER,
    ASSESSOR,
    SESSION,
    SPEAKER,
    METHOD,
    TAGGER,
    STRENGTH,
    STATE;

    /** The name in addresses and in JSON: "criterion". */
    @Override
    public String toString() {
        return WireName.of(this);
    }
}
