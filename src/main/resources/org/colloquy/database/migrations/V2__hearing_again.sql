-- A recording may be heard again: what was heard later is a proposal until a person accepts it (decision 8).

ALTER TABLE transcript ADD COLUMN state TEXT NOT NULL DEFAULT 'present';   -- present, earlier, proposed, discarded
ALTER TABLE transcript ADD COLUMN job_id TEXT REFERENCES job (id);        -- the job that heard it; null: heard before there was this column
ALTER TABLE transcript ADD COLUMN based_on TEXT REFERENCES transcript (id);   -- the present one when this was proposed
ALTER TABLE transcript ADD COLUMN from_ms BIGINT;                         -- the part heard anew; null: the whole
ALTER TABLE transcript ADD COLUMN to_ms BIGINT;
-- Which of its machine words were heard anew, the last not included; the others are those of based_on. Null: all.
ALTER TABLE transcript ADD COLUMN heard_from INTEGER;
ALTER TABLE transcript ADD COLUMN heard_to INTEGER;

UPDATE transcript SET state = 'earlier'
WHERE EXISTS (
    SELECT 1 FROM transcript later
    WHERE later.recording_id = transcript.recording_id
        AND (later.created_at > transcript.created_at
            OR later.created_at = transcript.created_at AND later.id > transcript.id));

CREATE UNIQUE INDEX present_transcript ON transcript (recording_id) WHERE state = 'present';
CREATE UNIQUE INDEX proposed_transcript ON transcript (recording_id) WHERE state = 'proposed';
CREATE UNIQUE INDEX transcript_of_job ON transcript (job_id);

-- A turn's own: a correction is logged under the transcript it was made in, and turns are split.
ALTER TABLE turn ADD COLUMN corrected BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE turn ADD COLUMN speaker_set BOOLEAN NOT NULL DEFAULT FALSE;   -- a person said who speaks
ALTER TABLE turn ADD COLUMN split_from INTEGER;                           -- the turn it was cut off from by a person

UPDATE turn SET corrected = TRUE
WHERE EXISTS (
    SELECT 1 FROM correction c
    WHERE c.transcript_id = turn.transcript_id AND c.turn_id = turn.id);

UPDATE turn SET speaker_set = TRUE
WHERE EXISTS (
    SELECT 1 FROM word w
    JOIN machine_word m ON m.transcript_id = w.transcript_id AND m.id = w.machine_id
    WHERE w.transcript_id = turn.transcript_id AND w.turn_id = turn.id
        AND COALESCE(m.speaker, 0) <> COALESCE(turn.speaker, 0));

-- What could not be transcribed, though it was tried twice.
CREATE TABLE transcript_gap (
    transcript_id TEXT   NOT NULL REFERENCES transcript (id),
    start_ms      BIGINT NOT NULL,
    end_ms        BIGINT NOT NULL,
    PRIMARY KEY (transcript_id, start_ms)
);

-- second opinion ---------------------------------------------------------------------------------
-- What another engine heard, beside a transcript; the newest counts.
CREATE TABLE opinion (
    id            TEXT      NOT NULL PRIMARY KEY,
    transcript_id TEXT      NOT NULL REFERENCES transcript (id),
    job_id        TEXT REFERENCES job (id),
    engine        TEXT      NOT NULL,
    model_name    TEXT      NOT NULL,
    model_sha256  TEXT      NOT NULL,
    created_at    TIMESTAMP NOT NULL
);
CREATE INDEX opinion_of_transcript ON opinion (transcript_id, created_at);
CREATE UNIQUE INDEX opinion_of_job ON opinion (job_id);

CREATE TABLE opinion_word (
    opinion_id TEXT    NOT NULL REFERENCES opinion (id),
    id         INTEGER NOT NULL,        -- from 1, in order of time
    text       TEXT    NOT NULL,
    start_ms   BIGINT  NOT NULL,
    end_ms     BIGINT  NOT NULL,
    confidence REAL    NOT NULL,
    PRIMARY KEY (opinion_id, id)
);

-- Where a person kept what is written: the place with both wordings, so that another wording asks again.
CREATE TABLE opinion_kept (
    opinion_id TEXT      NOT NULL REFERENCES opinion (id),
    difference TEXT      NOT NULL,      -- the difference's id, made of place and wordings
    person_id  TEXT      NOT NULL REFERENCES person (id),
    at         TIMESTAMP NOT NULL,
    PRIMARY KEY (opinion_id, difference)
);
