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
  words      BLOB NOT NULL, picture     TEXT, confidences BLOB,               -- Float32: start, end, x, y, width, height a word
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
, holder_id TEXT) STRICT;

CREATE INDEX import_item_of_run ON import_item (run_id);

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
  updated_at   TEXT NOT NULL, area TEXT,
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
, when_to_use TEXT NOT NULL DEFAULT '', when_not TEXT NOT NULL DEFAULT '', aliases TEXT NOT NULL DEFAULT '[]', shortcut TEXT, codable INTEGER NOT NULL DEFAULT 1, exclusive INTEGER NOT NULL DEFAULT 0, archived INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX tag_of_parent ON tag (parent_id, position);

CREATE TABLE annotation_tag (
  id            TEXT PRIMARY KEY,
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE RESTRICT,
  tag_id        TEXT NOT NULL REFERENCES tag (id) ON DELETE RESTRICT,
  position      INTEGER NOT NULL, settled INTEGER NOT NULL DEFAULT 0,
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
, chart TEXT) STRICT;

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

CREATE TABLE import_pause (
  run_id    TEXT PRIMARY KEY,
  paused_at TEXT NOT NULL
) STRICT;

CREATE INDEX import_item_of_holder ON import_item (holder_id, file_name) WHERE holder_id IS NOT NULL;

CREATE INDEX import_item_waiting ON import_item (id) WHERE status = 'waiting';

CREATE TABLE unfinished_reading (
  reading_id TEXT PRIMARY KEY REFERENCES reading (id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE sketch (
  reading_id TEXT PRIMARY KEY REFERENCES reading (id) ON DELETE RESTRICT,
  shingles   INTEGER NOT NULL,            -- different runs of words in the text
  hashes     BLOB NOT NULL                -- Uint32, ascending
) STRICT;

CREATE TABLE sketch_hash (
  hash       INTEGER NOT NULL,
  reading_id TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  PRIMARY KEY (hash, reading_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE likeness (
  reading_id TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  other_id   TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  similarity REAL NOT NULL,               -- 0 to 1: share of their runs of words that both have
  PRIMARY KEY (reading_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX likeness_of_other ON likeness (other_id);

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

CREATE TABLE watched_file (
  name        TEXT NOT NULL,
  content_id  TEXT NOT NULL,
  size        INTEGER NOT NULL,
  modified_at REAL NOT NULL,              -- milliseconds since 1970, as the system says
  seen_at     TEXT NOT NULL,
  PRIMARY KEY (name, content_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX watched_file_of_content ON watched_file (content_id);

CREATE TABLE cable_citation (
  number        INTEGER PRIMARY KEY,
  reading_id    TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  cited         TEXT NOT NULL,            -- canonical identifier, such as 06ASTANA891
  letter        TEXT,                     -- of the entry in REF
  origin        TEXT NOT NULL,            -- "header": REF lists it; "text": the body names it or refers to it
  raw           TEXT NOT NULL,            -- as printed
  year_inferred INTEGER NOT NULL,         -- 1: the year is not printed
  candidates    TEXT NOT NULL,            -- JSON: other identifiers that may be meant
  start         INTEGER,
  "end"         INTEGER
) STRICT;

CREATE INDEX cable_citation_of_reading ON cable_citation (reading_id);

CREATE INDEX page_picture ON page (reading_id, number) WHERE picture IS NOT NULL;

CREATE TABLE recognised_page (
  content_id TEXT NOT NULL REFERENCES content (id) ON DELETE RESTRICT,
  number     INTEGER NOT NULL,
  languages  TEXT NOT NULL,                   -- codes joined by +
  version    INTEGER NOT NULL,                -- of the recognition (core/ocr.ts)
  result     TEXT NOT NULL,                   -- JSON
  made_at    TEXT NOT NULL,
  PRIMARY KEY (content_id, number, languages, version)
) STRICT;

CREATE TABLE ocr_job (
  id          TEXT PRIMARY KEY,
  document_id TEXT NOT NULL,                  -- may have been removed since
  content_id  TEXT NOT NULL REFERENCES content (id) ON DELETE RESTRICT,
  languages   TEXT NOT NULL,
  pages       TEXT NOT NULL,                  -- JSON: page numbers
  status      TEXT NOT NULL,                  -- waiting, paused, done, failed, cancelled
  reason      TEXT NOT NULL DEFAULT '',
  hint        TEXT NOT NULL DEFAULT '',
  at          TEXT NOT NULL
) STRICT;

CREATE INDEX ocr_job_of_document ON ocr_job (document_id);

CREATE INDEX ocr_job_open ON ocr_job (id) WHERE status IN ('waiting', 'paused');

CREATE TABLE recognised_value (
  number      INTEGER PRIMARY KEY,
  reading_id  TEXT NOT NULL REFERENCES reading (id) ON DELETE RESTRICT,
  field       TEXT NOT NULL,
  is_put_in   INTEGER NOT NULL,           -- 1: the value the document got; 0: another one it could have
  value       TEXT NOT NULL,
  confidence  REAL NOT NULL,
  origin      TEXT NOT NULL,              -- passage, file-name, file-properties
  start       INTEGER,
  "end"       INTEGER,
  quote       TEXT,                       -- the words around the value, which stands at quote_start..quote_end of them
  quote_start INTEGER,
  quote_end   INTEGER
) STRICT;

CREATE INDEX recognised_value_of_reading ON recognised_value (reading_id);

CREATE TABLE metadata_decision (
  id          TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
  field       TEXT NOT NULL,
  value       TEXT,
  was         TEXT,
  author      TEXT NOT NULL,
  made_at     TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX metadata_decision_of_field ON metadata_decision (document_id, field);

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
