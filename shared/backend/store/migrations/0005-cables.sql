-- Which cables a reading cites, as rows of their own, so that who cites whom is known without opening every reading.
-- Insert-only like the reading it belongs to.
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

-- Projects made before have the entries of REF as JSON only; what the text refers to comes with the next reading.
INSERT INTO cable_citation (reading_id, cited, letter, origin, raw, year_inferred, candidates, start, "end")
SELECT r.id, e.value ->> 'value', e.value ->> 'bullet', 'header', coalesce(e.value ->> 'raw', ''), coalesce(e.value ->> 'yearInferred', 0), coalesce(e.value -> 'candidates', '[]'), NULL, NULL
  FROM reading r
  JOIN json_each(r.recognition, '$.cable.references') e
 WHERE e.value ->> 'value' IS NOT NULL
 ORDER BY r.rowid, e.key;
