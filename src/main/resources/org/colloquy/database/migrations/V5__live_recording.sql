-- A live recording is one stream of bytes, cut into parts (decision 20).
ALTER TABLE chunk ADD COLUMN part INTEGER NOT NULL DEFAULT 0;   -- the self-contained part it belongs to

-- What became of a part when the listening copy was made.
CREATE TABLE recording_part (
    recording_id TEXT    NOT NULL REFERENCES recording (id),
    number       INTEGER NOT NULL,      -- as in chunk
    start_ms     BIGINT  NOT NULL,      -- on the recording's timeline
    duration_ms  BIGINT  NOT NULL,
    problem      TEXT,                  -- a sentence: why it is silent, or what was odd
    PRIMARY KEY (recording_id, number)
);

INSERT INTO recording_part (recording_id, number, start_ms, duration_ms)
SELECT id, 0, 0, duration_ms FROM recording WHERE duration_ms IS NOT NULL;

CREATE TABLE recording_microphone (
    recording_id TEXT    NOT NULL REFERENCES recording (id),
    channel      INTEGER NOT NULL,      -- from 0
    label        TEXT    NOT NULL,      -- as the browser calls the device
    speaker      TEXT,                  -- who speaks into it; null: not said
    PRIMARY KEY (recording_id, channel)
);

-- A recording put together from others of its session, on one timeline.
CREATE TABLE recording_join (
    recording_id TEXT    NOT NULL REFERENCES recording (id),
    position     INTEGER NOT NULL,      -- from 0
    from_id      TEXT    NOT NULL REFERENCES recording (id),
    offset_ms    BIGINT  NOT NULL,
    PRIMARY KEY (recording_id, position)
);
CREATE INDEX recording_join_from ON recording_join (from_id);

CREATE INDEX recording_of_bytes ON recording (sha256);
CREATE INDEX recording_in_state ON recording (state);

-- What the keys are made from that browsers keep unsent sound with. It never leaves the server.
CREATE TABLE recording_secret (
    id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    secret TEXT    NOT NULL             -- hexadecimal
);
