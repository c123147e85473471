-- history ----------------------------------------------------------------------------------------
-- Every step that a person can take back (decision 23), with what it touched before and after.
CREATE TABLE history (
    id           TEXT      NOT NULL PRIMARY KEY,
    recording_id TEXT      NOT NULL REFERENCES recording (id),
    number       INTEGER   NOT NULL,    -- the recording's count when it was made
    touched      INTEGER   NOT NULL,    -- the count when it was last made, gone on with, undone or redone
    kind         TEXT      NOT NULL,
    text         TEXT      NOT NULL,    -- a sentence for people
    person_id    TEXT      NOT NULL REFERENCES person (id),
    at           TIMESTAMP NOT NULL,
    start_ms     BIGINT,
    turn_ids     TEXT      NOT NULL,    -- JSON
    tag_ids      TEXT      NOT NULL,    -- JSON
    read_before  TEXT      NOT NULL,    -- for reading
    read_after   TEXT      NOT NULL,
    state_before TEXT      NOT NULL,    -- JSON of the room that can put it back
    state_after  TEXT      NOT NULL,
    undone       BOOLEAN   NOT NULL,
    closed       BOOLEAN   NOT NULL,    -- neither the next to be undone nor to be redone
    UNIQUE (recording_id, number)
);
CREATE INDEX history_touched ON history (recording_id, touched);
CREATE INDEX history_of_person ON history (recording_id, person_id, closed, undone);

-- audit ------------------------------------------------------------------------------------------
-- Who did what, for ever. Each row holds the hash of the one before.
CREATE TABLE audit (
    number    INTEGER   NOT NULL PRIMARY KEY,   -- from 1, without a gap
    at        TIMESTAMP NOT NULL,
    person_id TEXT REFERENCES person (id),      -- null: Colloquy itself
    action    TEXT      NOT NULL,
    kind      TEXT      NOT NULL,               -- of what: recording, enrolment, ...
    thing_id  TEXT      NOT NULL,
    details   TEXT      NOT NULL,               -- JSON
    previous  TEXT      NOT NULL,               -- the hash of the row before; of the first row: 64 zeros
    hash      TEXT      NOT NULL                -- SHA-256 of all of the row and the hash before
);
CREATE INDEX audit_of_thing ON audit (kind, thing_id, number);

-- state of words ---------------------------------------------------------------------------------
-- A word without a row is as the machine heard it, and nobody has said that it is right. Who checked it stays known when it is
-- confirmed, so that a confirmation taken back leaves it checked.
CREATE TABLE word_state (
    transcript_id TEXT      NOT NULL REFERENCES transcript (id),
    word_id       INTEGER   NOT NULL,
    checked_by    TEXT REFERENCES person (id),
    checked_at    TIMESTAMP,
    confirmed_by  TEXT REFERENCES person (id),
    confirmed_at  TIMESTAMP,
    how           TEXT,                  -- of a confirmation: self, presence
    PRIMARY KEY (transcript_id, word_id)
);

-- What a person wrote counts as checked by that person; until now nobody kept who wrote which word of a turn.
INSERT INTO word_state (transcript_id, word_id, checked_by, checked_at)
SELECT w.transcript_id, w.id, c.person_id, c.at
FROM word w
JOIN correction c ON c.transcript_id = w.transcript_id AND c.turn_id = w.turn_id
WHERE w.confidence IS NULL
    AND c.version = (
        SELECT MAX(newest.version) FROM correction newest
        WHERE newest.transcript_id = w.transcript_id AND newest.turn_id = w.turn_id);

-- Who waits for what changed since a version.
CREATE INDEX turn_by_change ON turn (transcript_id, changed_version);
