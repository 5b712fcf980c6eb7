-- What became of a suggested action that the next edition does not print any more: the analyst's decision, with the words that say why.
CREATE TABLE action_decision (
  id                   TEXT PRIMARY KEY,
  document_id          TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,   -- the last edition that prints it
  area                 TEXT NOT NULL,
  text                 TEXT NOT NULL,      -- as printed there: survives a new reading
  verdict              TEXT NOT NULL,      -- done, dropped, merged
  note                 TEXT NOT NULL,
  evidence_document_id TEXT REFERENCES document (id) ON DELETE RESTRICT,
  evidence_start       INTEGER,
  evidence_end         INTEGER,
  evidence_quote       TEXT,
  author               TEXT NOT NULL,
  made_at              TEXT NOT NULL
) STRICT;

CREATE INDEX action_decision_of_document ON action_decision (document_id);
CREATE INDEX action_decision_of_evidence ON action_decision (evidence_document_id) WHERE evidence_document_id IS NOT NULL;
