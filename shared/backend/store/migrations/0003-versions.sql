-- What a document was before: its earlier originals and readings. Annotations whose place is not sure after a change of the text.
-- Annotations carried over from another edition. All three are journaled.

-- The version in force is the row made last; a document that has no row is as it was imported.
CREATE TABLE document_version (
  id          TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  content_id  TEXT NOT NULL REFERENCES content (id) ON DELETE RESTRICT,
  reading_id  TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  file_name   TEXT NOT NULL,
  reason      TEXT NOT NULL,              -- import, replace, reread, ocr, return
  author      TEXT NOT NULL,
  made_at     TEXT NOT NULL
) STRICT;

CREATE INDEX document_version_of_document ON document_version (document_id, made_at);

-- Beside an annotation that is doubtful or lost: the place where it last stood surely, and where it may stand now.
CREATE TABLE doubt (
  id         TEXT PRIMARY KEY REFERENCES annotation (id) ON DELETE RESTRICT,
  reason     TEXT NOT NULL,               -- similar, ambiguous, not-looked-for, area, lost
  candidates TEXT NOT NULL,               -- JSON: start, end, similarity, confidence; best first
  reading_id TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  start      INTEGER NOT NULL,            -- in the text of that reading
  "end"      INTEGER NOT NULL,
  page       INTEGER,
  left_at    TEXT,                        -- when the analyst decided to leave it lost; null while it waits
  made_at    TEXT NOT NULL
) STRICT;

CREATE INDEX doubt_waiting ON doubt (id) WHERE left_at IS NULL;

CREATE TABLE carried_annotation (
  id         TEXT PRIMARY KEY REFERENCES annotation (id) ON DELETE RESTRICT,
  source_id  TEXT REFERENCES annotation (id) ON DELETE RESTRICT,  -- null when it has been deleted since
  similarity REAL NOT NULL,
  carried_at TEXT NOT NULL
) STRICT;

CREATE INDEX carried_annotation_of_source ON carried_annotation (source_id) WHERE source_id IS NOT NULL;
