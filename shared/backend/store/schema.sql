-- Generated from migrations/ by schema.ts; not read by the application.

CREATE TABLE project (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  sample     INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE content (
  id         TEXT PRIMARY KEY,            -- SHA-256 of the bytes, hex
  bytes      BLOB NOT NULL,
  size       INTEGER NOT NULL,
  added_at   TEXT NOT NULL
) STRICT;

CREATE TABLE reading (
  id          TEXT PRIMARY KEY,           -- SHA-256 of content, format, kind and recogniser version
  content_id  TEXT NOT NULL REFERENCES content (id) ON DELETE RESTRICT,
  format      TEXT NOT NULL,
  text        TEXT NOT NULL,
  blocks      TEXT NOT NULL,              -- JSON
  recognition TEXT NOT NULL,              -- JSON
  properties  TEXT NOT NULL,              -- JSON
  warnings    TEXT NOT NULL,              -- JSON
  left_out    TEXT NOT NULL,              -- JSON
  page_count  INTEGER NOT NULL,
  characters  INTEGER NOT NULL,           -- of the text; lists must not read the text itself
  level       TEXT,                       -- JSON: level of advancement, as in recognition
  made_at     TEXT NOT NULL
) STRICT;

CREATE TABLE page (
  reading_id TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  number     INTEGER NOT NULL,
  label      TEXT,
  start      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  width      REAL NOT NULL,
  height     REAL NOT NULL,
  words      BLOB NOT NULL,               -- Float32: start, end, x, y, width, height a word
  PRIMARY KEY (reading_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE passage (
  number     INTEGER PRIMARY KEY,
  reading_id TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  kind       TEXT NOT NULL,
  label      TEXT,
  section    TEXT,
  page       INTEGER,
  start      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  text       TEXT NOT NULL
) STRICT;

CREATE INDEX passage_of_reading ON passage (reading_id, start);

CREATE VIRTUAL TABLE passage_index USING fts5 (
  text,
  content = 'passage', content_rowid = 'number',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER passage_forgotten AFTER DELETE ON passage BEGIN
  INSERT INTO passage_index (passage_index, rowid, text) VALUES ('delete', old.number, old.text);
END;

CREATE TABLE document (
  id             TEXT PRIMARY KEY,
  content_id     TEXT NOT NULL REFERENCES content (id) ON DELETE RESTRICT,
  reading_id     TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  file_name      TEXT NOT NULL,
  title          TEXT NOT NULL,
  kind           TEXT NOT NULL,
  country        TEXT,
  year           INTEGER,
  date           TEXT,
  issuer         TEXT,
  author         TEXT,
  language       TEXT,
  identifier     TEXT,
  classification TEXT,
  imported_at    TEXT NOT NULL
) STRICT;

CREATE INDEX document_of_country ON document (country, year);

CREATE INDEX document_of_content ON document (content_id);

CREATE INDEX document_of_reading ON document (reading_id);

CREATE TABLE import_item (
  id          TEXT PRIMARY KEY,
  run_id      TEXT NOT NULL,
  content_id  TEXT NOT NULL REFERENCES content (id) ON DELETE RESTRICT,
  file_name   TEXT NOT NULL,
  as_kind     TEXT,
  status      TEXT NOT NULL,
  reason      TEXT NOT NULL DEFAULT '',
  hint        TEXT NOT NULL DEFAULT '',
  document_id TEXT,                       -- may have been removed or undone since
  at          TEXT NOT NULL
) STRICT;

CREATE INDEX import_item_of_run ON import_item (run_id);

CREATE INDEX import_item_waiting ON import_item (status) WHERE status = 'waiting';

CREATE TABLE annotation (
  id           TEXT PRIMARY KEY,
  document_id  TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  start        INTEGER NOT NULL,
  "end"        INTEGER NOT NULL,
  quote        TEXT NOT NULL,
  prefix       TEXT NOT NULL,
  suffix       TEXT NOT NULL,
  page         INTEGER,
  colour       TEXT,
  note         TEXT NOT NULL,
  author       TEXT NOT NULL,
  anchor_state TEXT NOT NULL,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  CHECK (start >= 0 AND start < "end")
) STRICT;

CREATE INDEX annotation_of_document ON annotation (document_id, start);

CREATE TABLE tag (
  id         TEXT PRIMARY KEY,
  parent_id  TEXT REFERENCES tag (id) ON DELETE RESTRICT,
  name       TEXT NOT NULL,
  colour     TEXT NOT NULL,
  definition TEXT NOT NULL,
  example    TEXT NOT NULL,
  position   INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE INDEX tag_of_parent ON tag (parent_id, position);

CREATE TABLE annotation_tag (
  id            TEXT PRIMARY KEY,
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE RESTRICT,
  tag_id        TEXT NOT NULL REFERENCES tag (id) ON DELETE RESTRICT,
  position      INTEGER NOT NULL,
  UNIQUE (annotation_id, tag_id)
) STRICT;

CREATE INDEX annotation_tag_of_tag ON annotation_tag (tag_id);

CREATE TABLE finding (
  id         TEXT PRIMARY KEY,
  claim      TEXT NOT NULL,
  country    TEXT,
  years      TEXT NOT NULL,               -- JSON list of numbers
  confidence TEXT,
  likelihood TEXT,
  status     TEXT NOT NULL,
  note       TEXT NOT NULL,
  author     TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE evidence (
  id            TEXT PRIMARY KEY,
  finding_id    TEXT NOT NULL REFERENCES finding (id) ON DELETE RESTRICT,
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE RESTRICT,
  stance        TEXT NOT NULL,
  position      INTEGER NOT NULL,
  UNIQUE (finding_id, annotation_id)
) STRICT;

CREATE INDEX evidence_of_annotation ON evidence (annotation_id);

CREATE TABLE brief (
  id         TEXT PRIMARY KEY,
  title      TEXT NOT NULL,
  subtitle   TEXT NOT NULL,
  author     TEXT NOT NULL,
  date       TEXT NOT NULL,               -- ISO 8601, printed under the title; '' for none
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE brief_block (
  id            TEXT PRIMARY KEY,
  brief_id      TEXT NOT NULL REFERENCES brief (id) ON DELETE RESTRICT,
  position      INTEGER NOT NULL,
  kind          TEXT NOT NULL,
  text          TEXT NOT NULL,
  level         INTEGER NOT NULL,
  annotation_id TEXT REFERENCES annotation (id) ON DELETE RESTRICT,
  finding_id    TEXT REFERENCES finding (id) ON DELETE RESTRICT,
  comparison    TEXT                      -- JSON
) STRICT;

CREATE INDEX brief_block_of_brief ON brief_block (brief_id, position);

CREATE INDEX brief_block_of_annotation ON brief_block (annotation_id) WHERE annotation_id IS NOT NULL;

CREATE INDEX brief_block_of_finding ON brief_block (finding_id) WHERE finding_id IS NOT NULL;

CREATE TABLE journal (
  number    INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  step      TEXT NOT NULL,                -- entries of one step are undone together
  merge_key TEXT,
  label     TEXT NOT NULL,
  author    TEXT NOT NULL,
  made_at   TEXT NOT NULL,
  change    TEXT NOT NULL,                -- JSON: rows before and after
  state     TEXT NOT NULL                 -- done, undone, abandoned
) STRICT;

CREATE INDEX journal_of_step ON journal (step);

CREATE INDEX journal_state ON journal (state, number);

CREATE TABLE observation (
  number        INTEGER PRIMARY KEY,
  reading_id    TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  indicator     TEXT NOT NULL,
  country       TEXT,
  territory     TEXT,
  year          INTEGER,                  -- the year it speaks of
  reported_year INTEGER,                  -- the report year of the edition that prints it
  status        TEXT NOT NULL,
  value         TEXT,                     -- JSON: a number, true, false or a text; null unless status is value
  unit          TEXT,
  mark          TEXT,
  note          TEXT,
  page          INTEGER,
  start         INTEGER,
  "end"         INTEGER,
  quote         TEXT NOT NULL,
  confidence    REAL NOT NULL
) STRICT;

CREATE INDEX observation_of_reading ON observation (reading_id);

CREATE INDEX observation_of_indicator ON observation (indicator, reading_id);

CREATE TABLE suggested_action (
  number     INTEGER PRIMARY KEY,
  reading_id TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  area       TEXT NOT NULL,
  text       TEXT NOT NULL,
  years      TEXT NOT NULL,               -- as printed
  first_year INTEGER,
  last_year  INTEGER,
  page       INTEGER,
  start      INTEGER,
  "end"      INTEGER
) STRICT;

CREATE INDEX suggested_action_of_reading ON suggested_action (reading_id);

CREATE TABLE observation_correction (
  id            TEXT PRIMARY KEY,
  document_id   TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  indicator     TEXT NOT NULL,
  territory     TEXT,
  year          INTEGER NOT NULL,
  reported_year INTEGER,                  -- the year of the document when it was made: the correction follows when that is corrected
  status        TEXT NOT NULL,
  value         TEXT,                     -- JSON, as in observation
  unit          TEXT,
  reason        TEXT NOT NULL,
  author        TEXT NOT NULL,
  made_at       TEXT NOT NULL
) STRICT;

CREATE INDEX observation_correction_of_document ON observation_correction (document_id);

CREATE INDEX observation_correction_of_indicator ON observation_correction (indicator);
