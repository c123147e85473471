-- One more with every change, withdrawal and restoring: whoever changes it says which one they saw.
ALTER TABLE other_evidence ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
