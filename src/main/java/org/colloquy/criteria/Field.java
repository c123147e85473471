package org.colloquy.criteria;

/** What the head of a published unit says about it. */
enum Field {
    TITLE,
    NUMBER,
    REFERENCE,
    /** The sector body's own reference: taken where there is no Ofqual number. */
    SECTOR_REFERENCE,
    LEVEL,
    CREDIT,
    HOURS,
    /** Total qualification time, version, owner: known, so that it is mistaken for nothing else. */
    OTHER
}
