-- The whole of Colloquy's database. Plain SQL that SQLite and PostgreSQL both take: TEXT ids (see
-- org.colloquy.common.Id), TIMESTAMP in UTC to the millisecond, BOOLEAN, positions in whole milliseconds.

-- people -----------------------------------------------------------------------------------------
CREATE TABLE centre (
    id         INTEGER   NOT NULL PRIMARY KEY CHECK (id = 1),
    name       TEXT      NOT NULL,
    number     TEXT,
    time_zone  TEXT      NOT NULL,
    sample     BOOLEAN   NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE person (
    id             TEXT      NOT NULL PRIMARY KEY,
    name           TEXT      NOT NULL,
    email          TEXT UNIQUE,          -- lower case
    password_hash  TEXT,                 -- Argon2id; null: cannot sign in
    learner_number TEXT,
    disabled       BOOLEAN   NOT NULL,
    created_at     TIMESTAMP NOT NULL
);

CREATE TABLE person_role (
    person_id TEXT NOT NULL REFERENCES person (id),
    role      TEXT NOT NULL,
    PRIMARY KEY (person_id, role)
);

CREATE TABLE sign_in (
    token_sha256 TEXT      NOT NULL PRIMARY KEY,   -- the cookie itself is never stored
    person_id    TEXT      NOT NULL REFERENCES person (id),
    created_at   TIMESTAMP NOT NULL,
    last_seen_at TIMESTAMP NOT NULL
);

-- criteria ---------------------------------------------------------------------------------------
CREATE TABLE unit (
    id                    TEXT      NOT NULL PRIMARY KEY,
    title                 TEXT      NOT NULL,
    number                TEXT,
    reference             TEXT,
    level                 TEXT,
    credit_value          INTEGER,
    guided_learning_hours INTEGER,
    purpose               TEXT,
    simulation_allowed    BOOLEAN,                 -- null: the specification does not say
    evidence_requirements TEXT,
    created_by            TEXT REFERENCES person (id),   -- null: from the command line
    created_at            TIMESTAMP NOT NULL
);

CREATE TABLE learning_outcome (
    id       TEXT    NOT NULL PRIMARY KEY,
    unit_id  TEXT    NOT NULL REFERENCES unit (id),
    position INTEGER NOT NULL,
    number   TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    UNIQUE (unit_id, position)
);

CREATE TABLE criterion (
    id         TEXT    NOT NULL PRIMARY KEY,
    outcome_id TEXT    NOT NULL REFERENCES learning_outcome (id),
    position   INTEGER NOT NULL,
    number     TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    UNIQUE (outcome_id, position)
);

CREATE TABLE unit_method (
    unit_id  TEXT    NOT NULL REFERENCES unit (id),
    position INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    PRIMARY KEY (unit_id, position)
);

-- assessment -------------------------------------------------------------------------------------
CREATE TABLE enrolment (
    id          TEXT      NOT NULL PRIMARY KEY,
    learner_id  TEXT      NOT NULL REFERENCES person (id),
    unit_id     TEXT      NOT NULL REFERENCES unit (id),
    assessor_id TEXT      NOT NULL REFERENCES person (id),
    iqa_id      TEXT REFERENCES person (id),
    created_at  TIMESTAMP NOT NULL,
    UNIQUE (learner_id, unit_id)
);
CREATE INDEX enrolment_of_assessor ON enrolment (assessor_id);
CREATE INDEX enrolment_of_iqa ON enrolment (iqa_id);

CREATE TABLE session (
    id           TEXT      NOT NULL PRIMARY KEY,
    enrolment_id TEXT      NOT NULL REFERENCES enrolment (id),
    method       TEXT      NOT NULL,
    date         TEXT      NOT NULL,    -- 2026-11-23
    start_time   TEXT,                  -- 10:30, in the centre's zone
    place        TEXT,
    mode         TEXT      NOT NULL,    -- face-to-face, remote
    language     TEXT      NOT NULL,    -- ISO 639-1
    notes        TEXT      NOT NULL,
    created_by   TEXT      NOT NULL REFERENCES person (id),
    created_at   TIMESTAMP NOT NULL
);
CREATE INDEX session_of_enrolment ON session (enrolment_id);

CREATE TABLE session_person (
    session_id TEXT    NOT NULL REFERENCES session (id),
    position   INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    role       TEXT    NOT NULL,
    PRIMARY KEY (session_id, position)
);

CREATE TABLE planned_question (
    id         TEXT    NOT NULL PRIMARY KEY,
    session_id TEXT    NOT NULL REFERENCES session (id),
    position   INTEGER NOT NULL,
    text       TEXT    NOT NULL
);
CREATE INDEX planned_question_of_session ON planned_question (session_id);

CREATE TABLE planned_question_criterion (
    question_id  TEXT NOT NULL REFERENCES planned_question (id),
    criterion_id TEXT NOT NULL REFERENCES criterion (id),
    PRIMARY KEY (question_id, criterion_id)
);

-- recording --------------------------------------------------------------------------------------
CREATE TABLE recording (
    id           TEXT      NOT NULL PRIMARY KEY,
    session_id   TEXT      NOT NULL REFERENCES session (id),
    file_name    TEXT      NOT NULL,    -- as given, for reading only; never a path
    media_type   TEXT      NOT NULL,
    source       TEXT      NOT NULL,    -- microphone, file
    state        TEXT      NOT NULL,    -- receiving, preparing, ready, unreadable
    length_bytes BIGINT    NOT NULL,    -- acknowledged so far
    sha256       TEXT,                  -- of the whole original, once closed
    duration_ms  BIGINT,
    channels     INTEGER,
    format       TEXT,
    problem      TEXT,                  -- a sentence: why it is unreadable, or what was odd
    set_aside    BOOLEAN   NOT NULL,
    created_by   TEXT      NOT NULL REFERENCES person (id),
    created_at   TIMESTAMP NOT NULL,
    completed_at TIMESTAMP
);
CREATE INDEX recording_of_session ON recording (session_id);

-- The manifest: one row for each acknowledged piece of the original, in order.
CREATE TABLE chunk (
    recording_id TEXT      NOT NULL REFERENCES recording (id),
    number       INTEGER   NOT NULL,
    offset_bytes BIGINT    NOT NULL,
    length_bytes BIGINT    NOT NULL,
    sha256       TEXT      NOT NULL,
    received_at  TIMESTAMP NOT NULL,
    PRIMARY KEY (recording_id, number)
);

-- jobs -------------------------------------------------------------------------------------------
CREATE TABLE job (
    id           TEXT      NOT NULL PRIMARY KEY,
    kind         TEXT      NOT NULL,    -- prepare, transcribe
    recording_id TEXT      NOT NULL REFERENCES recording (id),
    parameters   TEXT      NOT NULL,    -- JSON
    state        TEXT      NOT NULL,    -- queued, running, done, failed, cancelled
    progress     REAL,
    seconds_left REAL,
    step         TEXT      NOT NULL,
    problem      TEXT,
    attempts     INTEGER   NOT NULL,
    created_at   TIMESTAMP NOT NULL,
    started_at   TIMESTAMP,
    finished_at  TIMESTAMP
);
CREATE INDEX job_of_recording ON job (recording_id, created_at);

-- db-scheduler's own table (its documentation gives these columns).
CREATE TABLE scheduled_tasks (
    task_name            TEXT      NOT NULL,
    task_instance        TEXT      NOT NULL,
    task_data            BLOB,
    execution_time       TIMESTAMP,
    picked               BOOLEAN   NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMP,
    last_failure         TIMESTAMP,
    consecutive_failures INTEGER,
    last_heartbeat       TIMESTAMP,
    version              BIGINT    NOT NULL,
    priority             SMALLINT,
    state                TEXT,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);

-- transcript -------------------------------------------------------------------------------------
-- A recording's transcripts are kept for ever; the newest is the one people see.
CREATE TABLE transcript (
    id           TEXT      NOT NULL PRIMARY KEY,
    recording_id TEXT      NOT NULL REFERENCES recording (id),
    engine       TEXT      NOT NULL,
    model_name   TEXT      NOT NULL,
    model_sha256 TEXT      NOT NULL,
    language     TEXT      NOT NULL,
    duration_ms  BIGINT    NOT NULL,
    version      INTEGER   NOT NULL,    -- one more with every change
    created_at   TIMESTAMP NOT NULL
);
CREATE INDEX transcript_of_recording ON transcript (recording_id, created_at);

-- What the engine said; never changed.
CREATE TABLE machine_word (
    transcript_id TEXT    NOT NULL REFERENCES transcript (id),
    id            INTEGER NOT NULL,     -- from 1, in order of time
    text          TEXT    NOT NULL,
    start_ms      BIGINT  NOT NULL,
    end_ms        BIGINT  NOT NULL,
    confidence    REAL    NOT NULL,
    speaker       INTEGER,
    PRIMARY KEY (transcript_id, id)
);

CREATE TABLE speaker_name (
    transcript_id TEXT    NOT NULL REFERENCES transcript (id),
    speaker       INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    PRIMARY KEY (transcript_id, speaker)
);

CREATE TABLE turn (
    transcript_id   TEXT    NOT NULL REFERENCES transcript (id),
    id              INTEGER NOT NULL,   -- from 1
    position        INTEGER NOT NULL,
    speaker         INTEGER,
    changed_version INTEGER NOT NULL,   -- the transcript's version when this turn was last changed
    PRIMARY KEY (transcript_id, id)
);

-- The words as people read them now. Ids are kept for life and never used again.
CREATE TABLE word (
    transcript_id TEXT    NOT NULL REFERENCES transcript (id),
    id            INTEGER NOT NULL,
    turn_id       INTEGER NOT NULL,
    position      INTEGER NOT NULL,     -- within the turn
    text          TEXT    NOT NULL,
    start_ms      BIGINT  NOT NULL,
    end_ms        BIGINT  NOT NULL,
    confidence    REAL,                 -- null: a person wrote it
    machine_id    INTEGER,              -- the machine's word it stands for
    PRIMARY KEY (transcript_id, id)
);
CREATE INDEX word_of_turn ON word (transcript_id, turn_id, position);

-- The id that a transcript's next new word gets: of removed words nothing else is left to count by.
CREATE TABLE next_word (
    transcript_id TEXT    NOT NULL PRIMARY KEY REFERENCES transcript (id),
    id            INTEGER NOT NULL
);

CREATE TABLE correction (
    transcript_id TEXT      NOT NULL REFERENCES transcript (id),
    version       INTEGER   NOT NULL,
    turn_id       INTEGER   NOT NULL,
    person_id     TEXT      NOT NULL REFERENCES person (id),
    at            TIMESTAMP NOT NULL,
    text_before   TEXT      NOT NULL,
    text_after    TEXT      NOT NULL,
    PRIMARY KEY (transcript_id, version)
);

-- evidence ---------------------------------------------------------------------------------------
-- A tag ties one passage (first word to last word) to one criterion.
CREATE TABLE tag (
    id            TEXT      NOT NULL PRIMARY KEY,
    transcript_id TEXT      NOT NULL REFERENCES transcript (id),
    criterion_id  TEXT      NOT NULL REFERENCES criterion (id),
    first_word    INTEGER   NOT NULL,
    last_word     INTEGER   NOT NULL,
    start_ms      BIGINT    NOT NULL,
    end_ms        BIGINT    NOT NULL,
    quote         TEXT      NOT NULL,
    reason        TEXT      NOT NULL,
    state         TEXT      NOT NULL,   -- active, review, withdrawn
    created_by    TEXT      NOT NULL REFERENCES person (id),
    created_at    TIMESTAMP NOT NULL,
    withdrawn_by  TEXT REFERENCES person (id),
    withdrawn_at  TIMESTAMP
);
CREATE INDEX tag_of_transcript ON tag (transcript_id);
CREATE INDEX tag_of_criterion ON tag (criterion_id);
