-- Pages that are pictures, what OCR read on them, and the recognitions asked for. None of it is journaled: pages are insert-only
-- like the reading they belong to, and what was recognised on a picture stays true when a document goes back to the picture.

ALTER TABLE page ADD COLUMN picture     TEXT;  -- no-text, hidden-text, recognised; null for a page of printed text
ALTER TABLE page ADD COLUMN confidences BLOB;  -- of a recognised page, Uint32: start, end, confidence in tenths of a per cent a word

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
