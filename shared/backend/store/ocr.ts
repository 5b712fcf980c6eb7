// Pages that are pictures, what OCR read on them, and the recognitions asked for. Outside the journal.

import type { DocumentPictures, OcrJob, OcrJobStatus, PageConfidence, PagePicture, RecognisedPage, WordConfidence } from '../../core/ocr.ts';
import { doubtfulBelow, ocrVersion } from '../../core/ocr.ts';
import type { Database } from './database.ts';
import { type Read, insertRow } from './write.ts';

export type OcrJobRow = { id: string; documentId: string; contentId: string; languages: string[]; pages: number[]; status: OcrJobStatus };

type StoredJob = { id: string; document_id: string; content_id: string; languages: string; pages: string; status: OcrJobStatus; reason: string; hint: string; at: string };

/** Numbers kept for a word: start, end, confidence in tenths of a per cent. */
const confidenceFields = 3;

export function packConfidences(words: readonly WordConfidence[]): Uint8Array {
  const numbers = new Uint32Array(words.length * confidenceFields);
  words.forEach(({ start, end, confidence }, index) => numbers.set([start, end, Math.round(confidence * 10)], index * confidenceFields));
  return new Uint8Array(numbers.buffer);
}

function unpackConfidences(bytes: Uint8Array): WordConfidence[] {
  // Copied, because the numbers must begin at a multiple of their size.
  const numbers = new Uint32Array(bytes.slice().buffer);
  return Array.from({ length: numbers.length / confidenceFields }, (_, index) => {
    const [start = 0, end = 0, tenths = 0] = numbers.subarray(index * confidenceFields, (index + 1) * confidenceFields);
    return { start, end, confidence: tenths / 10 };
  });
}

type PictureRow = { number: number; label: string | null; picture: PagePicture; confidences: Buffer | null };

function pictureRows(read: Read, readingId: string): PictureRow[] {
  return read.all<PictureRow>('SELECT number, label, picture, confidences FROM page WHERE reading_id = ? AND picture IS NOT NULL ORDER BY number', readingId);
}

export function picturesOfReading(read: Read, readingId: string): { number: number; picture: PagePicture }[] {
  return read.all('SELECT number, picture FROM page WHERE reading_id = ? AND picture IS NOT NULL ORDER BY number', readingId);
}

export function documentPictures(read: Read, document: { id: string; readingId: string }): DocumentPictures {
  const rows = pictureRows(read, document.readingId);
  const numbers = (picture: PagePicture) => rows.filter((row) => row.picture === picture).map(({ number }) => number);
  const pageCount = read.get<{ pages: number }>('SELECT page_count AS pages FROM reading WHERE id = ?', document.readingId)?.pages ?? 0;
  const recognised = rows.filter((row) => row.picture === 'recognised').map(confidenceOf);
  return { documentId: document.id, pageCount, withoutText: numbers('no-text'), withHiddenText: numbers('hidden-text'), recognised, job: newestJob(read, document.id) };
}

function confidenceOf({ number, label, confidences }: PictureRow): PageConfidence {
  const words = confidences ? unpackConfidences(confidences) : [];
  // Long words count for more: they are more of what is read.
  const letters = words.reduce((sum, { start, end }) => sum + end - start, 0);
  const mean = words.reduce((sum, { start, end, confidence }) => sum + confidence * (end - start), 0) / Math.max(1, letters);
  return { number, label, confidence: letters === 0 ? null : Math.round(mean * 10) / 10, doubtful: words.filter(({ confidence }) => confidence < doubtfulBelow).length };
}

/** Words that OCR was not sure of, in the order of the text. */
export function doubtfulWords(read: Read, readingId: string): WordConfidence[] {
  return read
    .all<{ confidences: Buffer }>('SELECT confidences FROM page WHERE reading_id = ? AND picture IS NOT NULL AND confidences IS NOT NULL ORDER BY number', readingId)
    .flatMap(({ confidences }) => unpackConfidences(confidences).filter(({ confidence }) => confidence < doubtfulBelow));
}

export function keepRecognisedPage(database: Database, contentId: string, page: RecognisedPage, now: string): void {
  database
    .prepare('INSERT OR IGNORE INTO recognised_page (content_id, number, languages, version, result, made_at) VALUES (?, ?, ?, ?, ?, ?)')
    .run(contentId, page.number, page.languages.join('+'), ocrVersion, JSON.stringify(page), now);
}

/** Numbers of the pages read already in these languages by the present recognition. */
export function recognisedNumbers(read: Read, contentId: string, languages: readonly string[]): Set<number> {
  const rows = read.all<{ number: number }>('SELECT number FROM recognised_page WHERE content_id = ? AND languages = ? AND version = ?', contentId, languages.join('+'), ocrVersion);
  return new Set(rows.map(({ number }) => number));
}

export function recognisedPages(read: Read, contentId: string, languages: readonly string[], numbers: readonly number[]): RecognisedPage[] {
  return read
    .all<{ result: string }>(
      `SELECT result FROM recognised_page
        WHERE content_id = @contentId AND languages = @languages AND version = @version AND number IN (SELECT value FROM json_each(@numbers))
        ORDER BY number`,
      { contentId, languages: languages.join('+'), version: ocrVersion, numbers: JSON.stringify(numbers) },
    )
    .map(({ result }) => JSON.parse(result) as RecognisedPage);
}

export function insertJob(database: Database, job: Omit<OcrJobRow, 'status'>, now: string): void {
  insertRow(database, 'ocr_job', {
    id: job.id, document_id: job.documentId, content_id: job.contentId, languages: job.languages.join('+'), pages: JSON.stringify(job.pages), status: 'waiting', at: now,
  });
}

export function setJob(database: Database, id: string, { status, reason = '', hint = '' }: { status: OcrJobStatus; reason?: string; hint?: string }, now: string): void {
  database.prepare('UPDATE ocr_job SET status = ?, reason = ?, hint = ?, at = ? WHERE id = ?').run(status, reason, hint, now, id);
}

/** Jobs that wait or are held, in the order in which they were asked for. */
export function openJobs(read: Read): OcrJobRow[] {
  return read.all<StoredJob>(`SELECT * FROM ocr_job WHERE status IN ('waiting', 'paused') ORDER BY id`).map(toRow);
}

export function jobRow(read: Read, id: string): OcrJobRow | null {
  const row = read.get<StoredJob>('SELECT * FROM ocr_job WHERE id = ?', id);
  return row ? toRow(row) : null;
}

/** Newest first. */
export function listJobs(read: Read, ids: readonly string[] | null): OcrJob[] {
  return read
    .all<StoredJob & { title: string | null }>(
      `SELECT j.*, d.title FROM ocr_job j LEFT JOIN document d ON d.id = j.document_id
        WHERE @ids IS NULL OR j.id IN (SELECT value FROM json_each(@ids))
        ORDER BY j.id DESC
        LIMIT 1000`,
      { ids: ids === null ? null : JSON.stringify(ids) },
    )
    .map((row) => toJob(read, row));
}

function newestJob(read: Read, documentId: string): OcrJob | null {
  const row = read.get<StoredJob & { title: string | null }>(
    'SELECT j.*, d.title FROM ocr_job j LEFT JOIN document d ON d.id = j.document_id WHERE j.document_id = ? ORDER BY j.id DESC LIMIT 1',
    documentId,
  );
  return row ? toJob(read, row) : null;
}

/** Documents imported after a time that hold pictures without text and were never asked about. */
export function newScans(read: Read, importedAfter: string): { documents: string[]; newest: string } {
  const rows = read.all<{ id: string; imported_at: string; scanned: number }>(
    `SELECT d.id, d.imported_at,
            EXISTS (SELECT 1 FROM page p WHERE p.reading_id = d.reading_id AND p.picture = 'no-text')
              AND NOT EXISTS (SELECT 1 FROM ocr_job j WHERE j.document_id = d.id) AS scanned
       FROM document d
      WHERE d.imported_at > ?
      ORDER BY d.imported_at`,
    importedAfter,
  );
  return { documents: rows.filter(({ scanned }) => scanned === 1).map(({ id }) => id), newest: rows.at(-1)?.imported_at ?? importedAfter };
}

function toRow(row: StoredJob): OcrJobRow {
  return { id: row.id, documentId: row.document_id, contentId: row.content_id, languages: row.languages.split('+'), pages: JSON.parse(row.pages) as number[], status: row.status };
}

function toJob(read: Read, row: StoredJob & { title: string | null }): OcrJob {
  const { id, documentId, contentId, languages, pages, status } = toRow(row);
  const known = recognisedNumbers(read, contentId, languages);
  return { id, documentId, title: row.title ?? '', languages, status, pages: pages.length, done: pages.filter((page) => known.has(page)).length, reason: row.reason, hint: row.hint, at: row.at };
}
