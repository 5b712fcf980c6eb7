-- What the analyst decided about two sources that disagree: explained or accepted, with a note. What is open and was never touched has no row.
CREATE TABLE contradiction_decision (
  id                TEXT PRIMARY KEY,
  key               TEXT NOT NULL,      -- what is contradicted and by which documents (core/contradiction.ts)
  document_id       TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  other_document_id TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  state             TEXT NOT NULL,      -- open, explained, accepted
  note              TEXT NOT NULL,
  said              TEXT NOT NULL,      -- the two values it was decided of: when a source says something else it is open again
  author            TEXT NOT NULL,
  made_at           TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX contradiction_decision_by_key ON contradiction_decision (key);
CREATE INDEX contradiction_decision_of_document ON contradiction_decision (document_id);
CREATE INDEX contradiction_decision_of_other ON contradiction_decision (other_document_id);
