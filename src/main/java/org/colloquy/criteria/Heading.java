package org.colloquy.criteria;

/** The parts that the text of a published unit has. */
enum Heading {
    PURPOSE,
    OUTCOMES,
    EVIDENCE,
    /** "Assessment guidance": stands in for the evidence requirements where there are none. */
    GUIDANCE,
    METHODS,
    /** Anything else that a specification holds: content, mapping, signatures. */
    OTHER
}
