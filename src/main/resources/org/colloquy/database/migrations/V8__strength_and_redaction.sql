-- evidence ---------------------------------------------------------------------------------------
ALTER TABLE tag ADD COLUMN strength TEXT NOT NULL DEFAULT 'fully';      -- fully, partly, context
ALTER TABLE tag ADD COLUMN suggested BOOLEAN NOT NULL DEFAULT FALSE;    -- the machine proposed it and a person accepted it

-- Who speaks in a passage, over many tags at once.
CREATE INDEX turn_by_position ON turn (transcript_id, position);

-- other evidence ---------------------------------------------------------------------------------
-- What shows a learner's competence beside recordings: where it is kept and why it counts, never the thing itself.
CREATE TABLE other_evidence (
    id           TEXT      NOT NULL PRIMARY KEY,
    enrolment_id TEXT      NOT NULL REFERENCES enrolment (id),
    kind         TEXT      NOT NULL,    -- work-product, witness-testimony, observation, reflective-account, other
    title        TEXT      NOT NULL,
    location     TEXT      NOT NULL,
    relevance    TEXT      NOT NULL,
    date         TEXT,                  -- 2026-11-23
    created_by   TEXT      NOT NULL REFERENCES person (id),
    created_at   TIMESTAMP NOT NULL,
    withdrawn_by TEXT REFERENCES person (id),
    withdrawn_at TIMESTAMP
);
CREATE INDEX other_evidence_of_enrolment ON other_evidence (enrolment_id);

CREATE TABLE other_evidence_criterion (
    evidence_id  TEXT NOT NULL REFERENCES other_evidence (id),
    criterion_id TEXT NOT NULL REFERENCES criterion (id),
    strength     TEXT NOT NULL,
    PRIMARY KEY (evidence_id, criterion_id)
);

-- redaction --------------------------------------------------------------------------------------
-- A stretch of a recording with a third person's data: what is heard there is hidden, now and whenever it is heard again.
CREATE TABLE redaction (
    id           TEXT      NOT NULL PRIMARY KEY,
    recording_id TEXT      NOT NULL REFERENCES recording (id),
    start_ms     BIGINT    NOT NULL,
    end_ms       BIGINT    NOT NULL,
    reason       TEXT      NOT NULL,
    created_by   TEXT      NOT NULL REFERENCES person (id),
    created_at   TIMESTAMP NOT NULL,
    lifted_by    TEXT REFERENCES person (id),
    lifted_at    TIMESTAMP              -- null: it hides
);
CREATE INDEX redaction_of_recording ON redaction (recording_id);

-- people -----------------------------------------------------------------------------------------
-- What somebody may do beyond their roles.
CREATE TABLE person_right (
    person_id TEXT NOT NULL REFERENCES person (id),
    name      TEXT NOT NULL,            -- redactions
    PRIMARY KEY (person_id, name)
);

-- Who set the centre up; in the sample centre its assessor.
INSERT INTO person_right (person_id, name)
SELECT p.id, 'redactions' FROM person p
JOIN person_role r ON r.person_id = p.id AND r.role = 'administrator'
WHERE p.created_at = (SELECT MIN(first.created_at) FROM person first)
    AND NOT EXISTS (SELECT 1 FROM centre WHERE sample);
INSERT INTO person_right (person_id, name)
SELECT p.id, 'redactions' FROM person p
JOIN person_role r ON r.person_id = p.id AND r.role = 'assessor'
WHERE EXISTS (SELECT 1 FROM centre WHERE sample);
