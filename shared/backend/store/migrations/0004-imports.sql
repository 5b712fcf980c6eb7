-- Imports that can be held and go on without doubles; how alike the texts of a project are; what the analyst decided of documents
-- that are alike. Only document_pair is journaled: it is the only part that the analyst does.

-- Runs the analyst holds; one that is not here goes on.
CREATE TABLE import_pause (
  run_id    TEXT PRIMARY KEY,
  paused_at TEXT NOT NULL
) STRICT;

-- The line of the archive or mail in which a file was found: unpacked again after a crash, it is not handed in twice.
ALTER TABLE import_item ADD COLUMN holder_id TEXT;
CREATE INDEX import_item_of_holder ON import_item (holder_id, file_name) WHERE holder_id IS NOT NULL;
-- The next to be read is found without sorting all that wait.
DROP INDEX import_item_waiting;
CREATE INDEX import_item_waiting ON import_item (id) WHERE status = 'waiting';

-- Readings so long that they are kept in several transactions; one that is still here after a crash is dropped and made anew.
CREATE TABLE unfinished_reading (
  reading_id TEXT PRIMARY KEY REFERENCES reading (id) ON DELETE RESTRICT
) STRICT;

-- The smallest hashes of a text's runs of words (core/likeness.ts). Derived from readings, insert-only like them.
CREATE TABLE sketch (
  reading_id TEXT PRIMARY KEY REFERENCES reading (id) ON DELETE RESTRICT,
  shingles   INTEGER NOT NULL,            -- different runs of words in the text
  hashes     BLOB NOT NULL                -- Uint32, ascending
) STRICT;

-- The first of them, to find texts that share some without looking at every text.
CREATE TABLE sketch_hash (
  hash       INTEGER NOT NULL,
  reading_id TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  PRIMARY KEY (hash, reading_id)
) STRICT, WITHOUT ROWID;

-- Two texts that have much in common. What that means follows from the documents as they are now.
CREATE TABLE likeness (
  reading_id TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  other_id   TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  similarity REAL NOT NULL,               -- 0 to 1: share of their runs of words that both have
  PRIMARY KEY (reading_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_of_other ON likeness (other_id);

-- What the analyst decided of two documents. Journaled.
CREATE TABLE document_pair (
  id          TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  other_id    TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  kind        TEXT NOT NULL,              -- as it was offered: edition, copy or file
  similarity  REAL NOT NULL,
  decision    TEXT NOT NULL,              -- versions or different
  author      TEXT NOT NULL,
  decided_at  TEXT NOT NULL,
  UNIQUE (document_id, other_id),
  CHECK (document_id < other_id)
) STRICT;
CREATE INDEX document_pair_of_other ON document_pair (other_id);

-- What a watched folder held: its files by their names below it, each with the contents it had.
CREATE TABLE watched_file (
  name        TEXT NOT NULL,
  content_id  TEXT NOT NULL,
  size        INTEGER NOT NULL,
  modified_at REAL NOT NULL,              -- milliseconds since 1970, as the system says
  seen_at     TEXT NOT NULL,
  PRIMARY KEY (name, content_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX watched_file_of_content ON watched_file (content_id);
