// Originals and what was read from them: insert-only, keyed by hash, outside the journal.

import type { Block, LeftOut, Page, ParsedDocument, Warning, WordBox } from '../../core/document.ts';
import type { AdvancementLevel, Recognition } from '../../core/recognition.ts';
import type { Database } from './database.ts';
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

/** Numbers kept for a word: start, end, x, y, width, height. */
const wordFields = 6;

export function insertContent(database: Database, id: string, bytes: Uint8Array, now: string): void {
  database.prepare('INSERT OR IGNORE INTO content (id, bytes, size, added_at) VALUES (?, ?, ?, ?)').run(id, bytes, bytes.length, now);
}

export function contentBytes(read: Read, id: string): Uint8Array | null {
  const row = read.get<{ bytes: Buffer }>('SELECT bytes FROM content WHERE id = ?', id);
  return row ? new Uint8Array(row.bytes.buffer, row.bytes.byteOffset, row.bytes.length) : null;
}

export function hasReading(read: Read, id: string): boolean {
  return read.get('SELECT 1 FROM reading WHERE id = ?', id) !== undefined;
}

/** Keeps a reading with its pages, passages, values and suggested actions; the search index follows by trigger. */
export function insertReading(database: Database, id: string, contentId: string, format: string, parsed: ParsedDocument, recognition: Recognition, now: string): void {
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
  for (const page of parsed.pages) {
    insertRow(database, 'page', {
      reading_id: id,
      number: page.number,
      label: page.label,
      start: page.start,
      end: page.end,
      width: page.width,
      height: page.height,
      words: packWords(page.words),
    });
  }
  const passage = database.prepare('INSERT INTO passage (reading_id, kind, label, section, page, start, "end", text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const sections = recognition.sections.toSorted((left, right) => left.start - right.start || left.level - right.level);
  for (const block of parsed.blocks) {
    const section = innermost(sections, block.start);
    passage.run(id, block.kind, block.label, section, block.page, block.start, block.end, parsed.text.slice(block.start, block.end));
  }
  insertObservations(database, id, recognition.observations);
  insertSuggestedActions(database, id, recognition.actions);
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
    recognition: JSON.parse(row.recognition) as Recognition,
    properties: JSON.parse(row.properties) as Record<string, string>,
    warnings: JSON.parse(row.warnings) as Warning[],
    leftOut: JSON.parse(row.left_out) as LeftOut[],
    pages: read.all<PageRow>('SELECT number, label, start, "end", width, height FROM page WHERE reading_id = ? ORDER BY number', id),
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

function packWords(words: WordBox[]): Uint8Array {
  const numbers = new Float64Array(words.length * wordFields);
  words.forEach((word, index) => numbers.set([word.start, word.end, word.x, word.y, word.width, word.height], index * wordFields));
  return new Uint8Array(numbers.buffer);
}

function unpackWords(bytes: Buffer): WordBox[] {
  const numbers = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return Array.from({ length: numbers.length / wordFields }, (_, index) => {
    const [start = 0, end = 0, x = 0, y = 0, width = 0, height = 0] = numbers.subarray(index * wordFields, (index + 1) * wordFields);
    return { start, end, x, y, width, height };
  });
}

function innermost(sections: Recognition['sections'], offset: number): string | null {
  let title: string | null = null;
  for (const section of sections) {
    if (section.start > offset) break;
    if (offset < section.end) title = section.number ? `${section.number}. ${section.title.replace(/^[IVX\d.]+\s+/, '')}` : section.title;
  }
  return title;
}
