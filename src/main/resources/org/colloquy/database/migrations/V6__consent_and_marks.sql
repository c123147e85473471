-- consent ----------------------------------------------------------------------------------------
-- What people are told before a recording begins. Every version is kept for ever: an acknowledgement names the one it rests on.
CREATE TABLE notice (
    version    INTEGER   NOT NULL PRIMARY KEY,   -- from 0, which came with Colloquy
    text       TEXT      NOT NULL,
    changed_by TEXT REFERENCES person (id),      -- null: nobody, it came with Colloquy
    changed_at TIMESTAMP
);

INSERT INTO notice (version, text, changed_by, changed_at) VALUES (0, 'This session is recorded.

Why. The recording, and the text that is made from it, are evidence of what you know and can do. Your assessor marks the passages that meet the assessment criteria of your unit.

Who records it. Your assessor, for this centre.

Who can hear and read it. You, your assessor, the centre''s internal quality assurer and the awarding organisation''s external quality assurer, who check that assessment is fair. The centre''s administrator can reach it to keep the system running. Only if you agree to it: assessors of this centre, when they meet to agree on standards.

Where it is kept. On the centre''s own computer. The text is made there too. Nothing is sent to another company.

How long it is kept. As long as the centre and the awarding organisation require. Your assessor can tell you how long that is.

Your voice is personal data. It is not used to recognise who you are: voices are told apart within one recording only, and are never compared with other recordings.

Your rights. You can ask for a copy, ask for mistakes to be put right, and ask questions at any time. You can say no, or agree to some of this and not to the rest, and ask to be assessed in another way. You can change your mind later: tell your assessor or the centre. What follows from that begins at once. A recording that is already part of your assessment may have to be kept as evidence; we then tell you why. If you are not content with how we treat your data, you can complain to the Information Commissioner''s Office (ico.org.uk).

Please do not name customers, patients, children or other people who are not here.', NULL, NULL);

-- One row for each person and each use that they agreed to or were told of; never deleted, given again is another row.
CREATE TABLE consent (
    id             TEXT      NOT NULL PRIMARY KEY,
    session_id     TEXT      NOT NULL REFERENCES session (id),
    person_name    TEXT      NOT NULL,   -- as among the people of the session
    person_role    TEXT      NOT NULL,
    scope          TEXT      NOT NULL,   -- record, transcribe, verify, standardise
    basis          TEXT      NOT NULL,   -- notice, consent
    how            TEXT      NOT NULL,   -- spoken, ticked, written
    notice_version INTEGER   NOT NULL REFERENCES notice (version),
    given_at       TIMESTAMP NOT NULL,
    recorded_by    TEXT      NOT NULL REFERENCES person (id),
    recorded_at    TIMESTAMP NOT NULL,
    withdrawn_at   TIMESTAMP,
    withdrawn_by   TEXT REFERENCES person (id),   -- who noted it
    withdrawn_how  TEXT,
    withdrawn_note TEXT
);
CREATE INDEX consent_of_session ON consent (session_id, scope);
CREATE INDEX consent_withdrawn ON consent (scope, withdrawn_at);

-- How it was made sure that a person is who they say; the newest row of each person counts.
CREATE TABLE identity_check (
    id          TEXT      NOT NULL PRIMARY KEY,
    session_id  TEXT      NOT NULL REFERENCES session (id),
    person_name TEXT      NOT NULL,
    person_role TEXT      NOT NULL,
    how         TEXT      NOT NULL,      -- known, photo-id, centre-id, other
    note        TEXT      NOT NULL,
    at          TIMESTAMP NOT NULL,
    checked_by  TEXT      NOT NULL REFERENCES person (id),
    recorded_at TIMESTAMP NOT NULL
);
CREATE INDEX identity_check_of_session ON identity_check (session_id);

-- marks ------------------------------------------------------------------------------------------
-- What the person who records noted with one key: where it is by part and time within the part, because the exact length of
-- earlier parts is known only once they are decoded (decision 20).
CREATE TABLE recording_mark (
    recording_id  TEXT      NOT NULL REFERENCES recording (id),
    id            TEXT      NOT NULL,    -- made by the page
    kind          TEXT      NOT NULL,    -- moment, question, criterion, pause, interruption
    part          INTEGER   NOT NULL,
    part_ms       BIGINT    NOT NULL,
    length_ms     BIGINT,                -- of a pause or an interruption
    note          TEXT      NOT NULL,
    question_id   TEXT,                  -- a planned question may be taken out later, so its words are kept too
    question_text TEXT,
    criterion_id  TEXT REFERENCES criterion (id),
    at            TIMESTAMP NOT NULL,    -- by the page's clock
    created_by    TEXT      NOT NULL REFERENCES person (id),
    created_at    TIMESTAMP NOT NULL,
    withdrawn_by  TEXT REFERENCES person (id),
    withdrawn_at  TIMESTAMP,
    tag_id        TEXT REFERENCES tag (id),   -- what a criterion's mark became when the transcript was there
    PRIMARY KEY (recording_id, id)
);
CREATE INDEX recording_mark_of_tag ON recording_mark (tag_id);

-- watch folder -----------------------------------------------------------------------------------
-- A file that was taken in from the watch folder, or half taken in: the same name, size and time go on where it stopped.
CREATE TABLE arrival (
    recording_id TEXT      NOT NULL PRIMARY KEY REFERENCES recording (id),
    session_id   TEXT      NOT NULL REFERENCES session (id),
    folder       TEXT      NOT NULL,     -- of the person, below the watch folder
    name         TEXT      NOT NULL,
    length_bytes BIGINT    NOT NULL,
    changed_at   TIMESTAMP NOT NULL
);
CREATE INDEX arrival_of_file ON arrival (folder, name);
