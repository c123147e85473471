package org.colloquy.search;

/** The names of the index's fields. */
final class Fields {
    static final String TEXT = "text";
    static final String KIND = "kind";
    static final String ID = "id";

    /** Whose documents are replaced together: a session or a unit. */
    static final String OWNER = "owner";

    /** On one document of each owner: owner and what the database said of it when indexed. */
    static final String STAMP = "stamp";

    static final String SESSION = "session";
    static final String RECORDING = "recording";
    static final String ENROLMENT = "enrolment";
    static final String UNIT = "unit";
    static final String LEARNER = "learner";
    static final String ASSESSOR = "assessor";
    static final String DATE = "date";

    /** The date as days since 1970, to sort and to choose by. */
    static final String DAY = "day";

    static final String TITLE = "title";

    /** The number of the criterion that a tag or a unit's document is about: "2.3". */
    static final String CRITERION_NUMBER = "criterion_number";

    static final String SPEAKER = "speaker";
    static final String WORDS = "words";
    static final String FIRST_WORD = "first_word";
    static final String START = "start";
    static final String END = "end";

    private Fields() {}
}
