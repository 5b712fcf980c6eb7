-- What a document is, field by field: what was recognised with its passage, and what the analyst confirmed or corrected.
-- recognised_value is insert-only like the reading it belongs to; metadata_decision is journaled.

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

-- The document has the value; this says that a person stands for it, and what was recognised when they decided.
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

-- Projects made before have what was recognised as JSON only.
INSERT INTO recognised_value (reading_id, field, is_put_in, value, confidence, origin, start, "end", quote, quote_start, quote_end)
SELECT r.id, f.key, 1, f.value, coalesce(p.value ->> 'confidence', r.recognition ->> 'confidence', 0), iif(p.value IS NULL, 'file-properties', 'passage'),
       p.value ->> 'start', p.value ->> 'end', q.text, (p.value ->> 'start') - q.start, (p.value ->> 'end') - q.start
  FROM reading r
  JOIN json_each(json_object(
         'title', nullif(r.recognition ->> 'title', ''), 'country', r.recognition ->> '$.country.iso3', 'year', CAST(r.recognition ->> 'year' AS TEXT), 'date', r.recognition ->> 'date',
         'issuer', r.recognition ->> 'issuer', 'author', r.recognition ->> 'author', 'language', r.recognition ->> 'language', 'kind', r.recognition ->> 'kind',
         'identifier', r.recognition ->> 'identifier', 'classification', r.recognition ->> 'classification')) f
  LEFT JOIN json_each(r.recognition, '$.proposed') p ON p.value ->> 'field' = f.key AND CAST(p.value ->> 'value' AS TEXT) = f.value
  LEFT JOIN passage q ON q.reading_id = r.id AND q.start <= p.value ->> 'start' AND q."end" >= p.value ->> 'end' AND length(q.text) <= 400
 WHERE f.value IS NOT NULL
 GROUP BY r.rowid, f.id
 ORDER BY r.rowid, f.id;
