-- suggestions ------------------------------------------------------------------------------------
-- Passages that may be evidence, and for what. Derived: made anew when asked. Words only by their ids, so that what is hidden or
-- corrected later is hidden and corrected here too.
CREATE TABLE suggestion_run (
    transcript_id TEXT      NOT NULL PRIMARY KEY REFERENCES transcript (id),
    version       INTEGER   NOT NULL,   -- of the transcript that was read
    model         TEXT      NOT NULL,
    background    TEXT      NOT NULL,   -- JSON: what each criterion has in common with all that is said
    made_at       TIMESTAMP NOT NULL
);

CREATE TABLE suggested_passage (
    id            TEXT    NOT NULL PRIMARY KEY,
    transcript_id TEXT    NOT NULL REFERENCES transcript (id),
    position      INTEGER NOT NULL,
    first_word    INTEGER NOT NULL,
    last_word     INTEGER NOT NULL,
    word_hashes   TEXT    NOT NULL,     -- JSON: a short hash of each word's text, to see how many changed
    topic         TEXT    NOT NULL,     -- JSON: word ids
    criteria      TEXT    NOT NULL      -- JSON: the likeliest, best first
);
CREATE INDEX suggested_passage_of_transcript ON suggested_passage (transcript_id, position);

-- What a person did not take for evidence: kept when suggestions are made anew.
CREATE TABLE suggestion_refusal (
    id            TEXT      NOT NULL PRIMARY KEY,
    transcript_id TEXT      NOT NULL REFERENCES transcript (id),
    criterion_id  TEXT      NOT NULL REFERENCES criterion (id),
    first_word    INTEGER   NOT NULL,
    last_word     INTEGER   NOT NULL,
    person_id     TEXT      NOT NULL REFERENCES person (id),
    at            TIMESTAMP NOT NULL,
    taken_back    BOOLEAN   NOT NULL
);
CREATE INDEX suggestion_refusal_of_transcript ON suggestion_refusal (transcript_id);
