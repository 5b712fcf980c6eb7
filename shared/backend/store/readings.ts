// Originals and what was read from them: insert-only, keyed by hash, outside the journal.

import type { Block, LeftOut, Page, ParsedDocument, Warning, WordBox } from '../../core/document.ts';
import type { PagePicture } from '../../core/ocr.ts';
import { type AdvancementLevel, emptyRecognition, type Recognition } from '../../core/recognition.ts';
import { packWords, unpackWords } from '../../core/word-boxes.ts';
import { insertCableCitations } from './cables.ts';
import type { Database } from './database.ts';
import { insertRecognisedValues } from './metadata.ts';
import { packConfidences } from './ocr.ts';
import { insertObservations, insertSuggestedActions } from './observations.ts';
import { type Read, insertRow } from './write.ts';

export type Reading = {
  id: string;
  contentId: string;
  format: string;
  text: string;
  blocks: Block[];
  recognition: Recognition;
  properties: Record<string, string>;
  warnings: Warning[];
  leftOut: LeftOut[];
  pages: Omit<Page, 'words'>[];
};

type ReadingRow = { id: string; content_id: string; format: string; text: string; blocks: string; recognition: string; properties: string; warnings: string; left_out: string };
type PageRow = { number: number; label: string | null; start: number; end: number; width: number; height: number };

export function insertContent(database: Database, id: string, bytes: Uint8Array, now: string): void {
  database.prepare('INSERT OR IGNORE INTO content (id, bytes, size, added_at) VALUES (?, ?, ?, ?)').run(id, bytes, bytes.length, now);
}

export function contentBytes(read: Read, id: string): Uint8Array | null {
  const row = read.get<{ bytes: Buffer }>('SELECT bytes FROM content WHERE id = ?', id);
  return row ? new Uint8Array(row.bytes.buffer, row.bytes.byteOffset, row.bytes.length) : null;
}

export function hasReading(read: Read, id: string): boolean {
  return read.get('SELECT 1 FROM reading r WHERE r.id = ? AND NOT EXISTS (SELECT 1 FROM unfinished_reading u WHERE u.reading_id = r.id)', id) !== undefined;
}

/** A step of keeping a long reading takes some 3 ms: so many pages or passages. */
const pagesOfStep = 20;
const passagesOfStep = 30;

/** Keeps a reading with its pages, passages, values and suggested actions; the search index follows by trigger. */
export function insertReading(database: Database, id: string, contentId: string, format: string, parsed: ParsedDocument, recognition: Recognition, now: string): void {
  const steps = insertReadingInSteps(database, id, contentId, format, parsed, recognition, now);
  while (!steps.next().done);
}

/** The same in steps that may lie in transactions of their own; until the last is done the reading counts as not there. */
export function* insertReadingInSteps(database: Database, id: string, contentId: string, format: string, parsed: ParsedDocument, recognition: Recognition, now: string): Generator<void> {
  insertRow(database, 'reading', {
    id,
    content_id: contentId,
    format,
    text: parsed.text,
    blocks: JSON.stringify(parsed.blocks),
    recognition: JSON.stringify(recognition),
    properties: JSON.stringify(parsed.properties),
    warnings: JSON.stringify([...parsed.warnings, ...recognition.warnings]),
    left_out: JSON.stringify(parsed.leftOut),
    page_count: parsed.pages.length,
    characters: parsed.text.length,
    level: recognition.level ? JSON.stringify(recognition.level) : null,
    made_at: now,
  });
  insertRow(database, 'unfinished_reading', { reading_id: id });
  insertRecognisedValues(database, id, parsed, recognition);
  insertObservations(database, id, recognition.observations);
  insertSuggestedActions(database, id, recognition.actions);
  insertCableCitations(database, id, recognition.cable);
  for (const [index, page] of parsed.pages.entries()) {
    if (index % pagesOfStep === pagesOfStep - 1) yield;
    insertRow(database, 'page', {
      reading_id: id,
      number: page.number,
      label: page.label,
      start: page.start,
      end: page.end,
      width: page.width,
      height: page.height,
      words: page.packedWords ?? packWords(page.words),
      picture: page.picture ?? null,
      confidences: page.confidences ? packConfidences(page.confidences) : null,
    });
  }
  const passage = database.prepare('INSERT INTO passage (reading_id, kind, label, section, page, start, "end", text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const sections = recognition.sections.toSorted((left, right) => left.start - right.start || left.level - right.level);
  for (const [index, block] of parsed.blocks.entries()) {
    if (index % passagesOfStep === 0) yield;
    const section = innermost(sections, block.start);
    passage.run(id, block.kind, block.label, section, block.page, block.start, block.end, parsed.text.slice(block.start, block.end));
  }
  database.prepare('DELETE FROM unfinished_reading WHERE reading_id = ?').run(id);
}

/** Takes out what was left half kept, by a crash or because it was stopped: all of it, or one reading. */
export function dropUnfinishedReadings(database: Database, only: string | null = null): void {
  const unfinished = database.prepare('SELECT reading_id FROM unfinished_reading WHERE @only IS NULL OR reading_id = @only').all({ only }) as { reading_id: string }[];
  for (const { reading_id: id } of unfinished) {
    for (const { name } of tablesOfReadings(database)) database.prepare(`DELETE FROM ${name} WHERE reading_id = ?`).run(id);
    database.prepare('DELETE FROM reading WHERE id = ?').run(id);
  }
}

/** Tables that point to a reading, the mark of an unfinished one among them; documents never point to one that is unfinished. */
function tablesOfReadings(database: Database): { name: string }[] {
  return database
    .prepare(`SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f."table" = 'reading' AND f."from" = 'reading_id' AND m.name <> 'document'`)
    .all() as { name: string }[];
}

export function readingById(read: Read, id: string): Reading | null {
  const row = read.get<ReadingRow>('SELECT * FROM reading WHERE id = ?', id);
  if (!row) return null;
  return {
    id: row.id,
    contentId: row.content_id,
    format: row.format,
    text: row.text,
    blocks: JSON.parse(row.blocks) as Block[],
    // A reading made before a field was known does not have it.
    recognition: { ...emptyRecognition, ...(JSON.parse(row.recognition) as Partial<Recognition>) },
    properties: JSON.parse(row.properties) as Record<string, string>,
    warnings: JSON.parse(row.warnings) as Warning[],
    leftOut: JSON.parse(row.left_out) as LeftOut[],
    pages: read
      .all<PageRow & { picture: PagePicture | null }>('SELECT number, label, start, "end", width, height, picture FROM page WHERE reading_id = ? ORDER BY number', id)
      .map(({ picture, ...page }) => (picture === null ? page : { ...page, picture })),
  };
}

/** Levels of advancement by reading, of those that report one. */
export function levelsOfReadings(read: Read, ids: readonly string[]): Map<string, AdvancementLevel> {
  const rows = read.all<{ id: string; level: string }>('SELECT id, level FROM reading WHERE level IS NOT NULL AND id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, JSON.parse(row.level) as AdvancementLevel]));
}

export function textOfReading(read: Read, id: string): string | null {
  return read.get<{ text: string }>('SELECT text FROM reading WHERE id = ?', id)?.text ?? null;
}

/** 1-based page on which an offset lies; null when the reading has no pages. */
export function pageAt(read: Read, readingId: string, offset: number): number | null {
  const row = read.get<{ number: number }>('SELECT number FROM page WHERE reading_id = ? AND start <= ? ORDER BY start DESC, number DESC LIMIT 1', readingId, offset);
  return row?.number ?? null;
}

export function wordsOfPage(read: Read, readingId: string, page: number): WordBox[] {
  const row = read.get<{ words: Buffer }>('SELECT words FROM page WHERE reading_id = ? AND number = ?', readingId, page);
  return row ? unpackWords(row.words) : [];
}

/** One page without its words; null when the reading has no such page. */
export function pageOfReading(read: Read, readingId: string, page: number): Omit<Page, 'words'> | null {
  return read.get<PageRow>('SELECT number, label, start, "end", width, height FROM page WHERE reading_id = ? AND number = ?', readingId, page) ?? null;
}

/** As they are stored: six Float64 a word. */
export function wordBytesOfPage(read: Read, readingId: string, page: number): Uint8Array {
  return new Uint8Array(read.get<{ words: Buffer }>('SELECT words FROM page WHERE reading_id = ? AND number = ?', readingId, page)?.words ?? []);
}

function innermost(sections: Recognition['sections'], offset: number): string | null {
  let title: string | null = null;
  for (const section of sections) {
    if (section.start > offset) break;
    if (offset < section.end) title = section.number ? `${section.number}. ${section.title.replace(/^[IVX\d.]+\s+/, '')}` : section.title;
  }
  return title;
}
