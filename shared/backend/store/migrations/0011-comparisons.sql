-- What an analyst decided about passages of two editions, and comparisons kept to be opened again. Both are journaled.

CREATE TABLE pair_correction (
  id                TEXT PRIMARY KEY,
  older_document_id TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  newer_document_id TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  verdict           TEXT NOT NULL,     -- paired, same, apart
  older             TEXT NOT NULL,     -- JSON: passages as [{"key","occurrence"}], by their normal form, so that it survives a new reading
  newer             TEXT NOT NULL,
  older_quote       TEXT NOT NULL,     -- as printed when it was made
  newer_quote       TEXT NOT NULL,
  author            TEXT NOT NULL,
  made_at           TEXT NOT NULL
) STRICT;
CREATE INDEX pair_correction_of_older ON pair_correction (older_document_id);
CREATE INDEX pair_correction_of_newer ON pair_correction (newer_document_id);

CREATE TABLE saved_comparison (
  id           TEXT PRIMARY KEY,
  name         TEXT NOT NULL,
  country      TEXT,
  document_ids TEXT NOT NULL,          -- JSON: oldest first; a document removed since is left out when it is opened
  part         TEXT NOT NULL,
  section      TEXT,
  filter       TEXT NOT NULL,          -- JSON
  readings     TEXT NOT NULL,          -- JSON: the reading of each document when it was saved
  counts       TEXT NOT NULL,          -- JSON: changes by class when it was saved
  known        TEXT NOT NULL,          -- JSON: the editions of the country that there were
  author       TEXT NOT NULL,
  saved_at     TEXT NOT NULL
) STRICT;
