-- The centre's glossary: names and terms that guide recognition.
CREATE TABLE glossary_term (
    position INTEGER NOT NULL PRIMARY KEY,   -- from 0, in the order they were written down
    term     TEXT    NOT NULL UNIQUE
);

-- Who changed it last; no row while nobody has.
CREATE TABLE glossary_change (
    id        INTEGER   NOT NULL PRIMARY KEY CHECK (id = 1),
    person_id TEXT      NOT NULL REFERENCES person (id),
    at        TIMESTAMP NOT NULL
);
