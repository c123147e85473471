-- The keys that a person chose for themselves: by command, only what differs from the table in the page.
CREATE TABLE person_key (
    person_id TEXT NOT NULL REFERENCES person (id),
    command   TEXT NOT NULL,
    presses   TEXT NOT NULL,    -- one a line; empty: the command has no key
    PRIMARY KEY (person_id, command)
);
