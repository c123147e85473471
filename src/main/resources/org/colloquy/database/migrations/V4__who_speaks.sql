-- A person said who speaks a word (decision 8 keeps that when the recording is heard again). Until now only whole turns had it.
ALTER TABLE word ADD COLUMN speaker_set BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE word ADD COLUMN speaker_before INTEGER;   -- who spoke it until then: given back, it is as the machine had it

UPDATE word SET
    speaker_set = TRUE,
    speaker_before = (
        SELECT m.speaker FROM machine_word m
        WHERE m.transcript_id = word.transcript_id AND m.id = word.machine_id)
WHERE EXISTS (
    SELECT 1 FROM turn t
    WHERE t.transcript_id = word.transcript_id AND t.id = word.turn_id AND t.speaker_set);

-- Who said that somebody else speaks, when, and where.
CREATE TABLE speaker_change (
    transcript_id TEXT      NOT NULL REFERENCES transcript (id),
    version       INTEGER   NOT NULL,
    kind          TEXT      NOT NULL,    -- turn, words, swap, name
    person_id     TEXT      NOT NULL REFERENCES person (id),
    at            TIMESTAMP NOT NULL,
    first_word    INTEGER,               -- of what was given; null: all of a speaker
    last_word     INTEGER,
    before        TEXT      NOT NULL,    -- who spoke until then, or what the speaker was called
    after         TEXT      NOT NULL,
    PRIMARY KEY (transcript_id, version)
);
