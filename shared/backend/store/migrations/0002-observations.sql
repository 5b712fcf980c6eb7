-- What was recognised as rows of its own: values and suggested actions of every reading, and the analyst's corrections of them.
-- observation and suggested_action are insert-only like the reading they belong to; observation_correction is journaled.

-- The value of an indicator for a country and year, as one reading prints it.
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
-- All indicators of a document, and through document_of_country of a country.
CREATE INDEX observation_of_reading ON observation (reading_id);
-- One indicator over many countries and years.
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

-- The analyst's own value for what a document says; it stands beside the recognised one, never over it.
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

-- Projects of the first form keep what was recognised as JSON only.
INSERT INTO observation (reading_id, indicator, country, territory, year, reported_year, status, value, unit, mark, note, page, start, "end", quote, confidence)
SELECT r.id, o.value ->> 'indicator', o.value ->> 'country', o.value ->> 'territory', o.value ->> 'year', o.value ->> 'reportedYear',
       o.value ->> 'status', nullif(o.value -> 'value', 'null'), o.value ->> 'unit', o.value ->> 'mark', o.value ->> 'note',
       o.value ->> 'page', o.value ->> 'start', o.value ->> 'end', coalesce(o.value ->> 'quote', ''), coalesce(o.value ->> 'confidence', 0)
  FROM reading r, json_each(r.recognition, '$.observations') o
 ORDER BY r.rowid, o.key;

INSERT INTO suggested_action (reading_id, area, text, years, first_year, last_year, page, start, "end")
SELECT r.id, a.value ->> 'area', a.value ->> 'text', a.value ->> 'years', a.value ->> 'firstYear', a.value ->> 'lastYear',
       a.value ->> 'page', a.value ->> 'start', a.value ->> 'end'
  FROM reading r, json_each(r.recognition, '$.actions') a
 ORDER BY r.rowid, a.key;
