// Cuts an edition into the passages that are compared: sentences of running text, whole headings and captions, table rows.
// It leaves out what the caller does not want compared, such as references; it compares nothing itself.

import type { Block, TextRange } from '../document.ts';
import type { Section } from '../recognition.ts';
import { sentences } from '../sentence.ts';
import { rowsWithGroupLabel } from './row-groups.ts';
import { sectionsAround } from './section-map.ts';
import { matchingKey, punctuationToken, tokenise, type Tokens, type Vocabulary } from './normal-form.ts';

/** One edition's canonical text and what is known of its shape. Sections may be nested; the list may be empty. */
export type EditionText = {
  key: string;
  text: string;
  blocks: Block[];
  sections: Section[];
  locale?: string;
  /** Places an edition has once, such as the line of its level: those of one name continue each other, whatever their words. */
  landmarks?: (TextRange & { name: string })[];
};

export type PassageKind = 'sentence' | 'heading' | 'caption' | 'item' | 'row' | 'note';

export type Passage = TextRange & {
  /** Position in reading order among the passages of its edition. */
  index: number;
  kind: PassageKind;
  /** Index into the edition's sections of the deepest one around it; -1 when none is. */
  section: number;
  /** Index into the edition's tables for rows and captions; -1 otherwise. */
  table: number;
  /** For rows the key of the first cell, after one that names a group of rows; else empty. */
  label: string;
  /** Equal keys mean equal words. */
  key: string;
  tokens: Tokens;
  /** For rows the position in `tokens` behind the last token of each cell; else empty. */
  cellEnds: number[];
  /** Stems of words, numbers and signs, in order, without punctuation. */
  stems: Int32Array;
};

/** A table as its rows show it; the importer's own numbering is not trusted to be the same in two editions. */
export type PassageTable = { title: number[]; rows: number[]; /** First cells name their row. */ labelled: boolean };

export type PreparedEdition = { edition: EditionText; passages: Passage[]; tables: PassageTable[] };

export type PassageOptions = {
  /** Section roles that are not compared. Default: references. */
  leaveOut?: readonly string[];
};

const kinds: Record<Block['kind'], PassageKind> = {
  title: 'heading',
  heading: 'heading',
  paragraph: 'sentence',
  quote: 'sentence',
  code: 'sentence',
  field: 'item',
  'list-item': 'item',
  'table-row': 'row',
  caption: 'caption',
  note: 'note',
};

export function prepareEdition(edition: EditionText, vocabulary: Vocabulary, options: PassageOptions = {}): PreparedEdition {
  const leaveOut = new Set(options.leaveOut ?? ['references']);
  const around = sectionsAround(edition.sections);
  const passages: Passage[] = [];
  const tables = new TableCollector();
  const grouped = rowsWithGroupLabel(edition.blocks);

  for (const block of edition.blocks) {
    const open = around(block.start);
    if (open.some((index) => leaveOut.has(edition.sections[index]?.role ?? ''))) continue;
    const kind = kinds[block.kind];
    const table = kind === 'row' || kind === 'caption' ? tables.tableOf(block) : -1;
    if (kind !== 'row') tables.leave(kind);
    const base = { kind, section: open.at(-1) ?? -1, table };
    const ranges = kind === 'row' || kind === 'heading' || kind === 'caption' ? [{ start: block.start, end: block.end }] : sentencesOf(edition, block);
    const before = passages.length;
    for (const range of ranges) {
      const tokens = emptyTokens();
      const cellEnds: number[] = [];
      // Cell by cell, so that a footnote number at the end of a cell is seen as one.
      for (const part of kind === 'row' && block.cells.length > 0 ? block.cells.slice(grouped.has(block) ? 1 : 0) : [range]) {
        tokenise(edition.text, part.start, part.end, vocabulary, tokens, superscripts(block));
        if (kind === 'row') cellEnds.push(tokens.ids.length);
      }
      const stems = stemsOf(tokens, vocabulary);
      const last = passages.at(-1);
      // Footnote numbers or stray signs alone belong to the sentence they follow.
      if (stems.length === 0 && last && passages.length > before) {
        last.end = range.end;
        append(last.tokens, tokens);
        continue;
      }
      const key = stems.length > 0 ? matchingKey(tokens.ids, vocabulary) : edition.text.slice(range.start, range.end).trim();
      const label = matchingKey(tokens.ids.slice(0, cellEnds[0] ?? 0), vocabulary);
      passages.push({ ...range, index: passages.length, ...base, label, key, tokens, cellEnds, stems });
      if (kind === 'row') tables.addRow(table, passages.length - 1);
      else if (kind === 'caption') tables.addTitle(table, passages.length - 1);
    }
  }
  return { edition, passages, tables: tables.finish(passages) };
}

function sentencesOf(edition: EditionText, block: Block): TextRange[] {
  const found = sentences(edition.text.slice(block.start, block.end), edition.locale);
  return found.map(({ start, end }) => ({ start: block.start + start, end: block.start + end }));
}

function emptyTokens(): Tokens {
  return { ids: [], starts: [], ends: [] };
}

function append(tokens: Tokens, more: Tokens): void {
  tokens.ids.push(...more.ids);
  tokens.starts.push(...more.starts);
  tokens.ends.push(...more.ends);
}


/** Raised numbers are footnote numbers. */
function superscripts(block: Block): TextRange[] {
  return block.runs.filter((run) => run.style === 'superscript').toSorted((a, b) => a.start - b.start);
}

function stemsOf(tokens: Tokens, vocabulary: Vocabulary): Int32Array {
  const stems = new Int32Array(tokens.ids.length);
  let length = 0;
  for (const id of tokens.ids) {
    if (vocabulary.kinds[id] === punctuationToken) continue;
    stems[length++] = vocabulary.stems[id] ?? id;
  }
  return stems.slice(0, length);
}

/** Gathers rows and captions into tables: by the importer's index, or else by standing together. */
class TableCollector {
  readonly #tables: PassageTable[] = [];
  readonly #byIndex = new Map<number, number>();
  /** The table that rows without an index continue. */
  #open = -1;

  tableOf(block: Block): number {
    if (block.table === null) {
      if (this.#open === -1 || block.kind === 'caption') this.#open = this.#new();
      return this.#open;
    }
    let table = this.#byIndex.get(block.table);
    if (table === undefined) {
      table = this.#new();
      this.#byIndex.set(block.table, table);
    }
    return table;
  }

  /** Anything but a row or caption ends a table that has no index. */
  leave(kind: PassageKind): void {
    if (kind !== 'caption') this.#open = -1;
  }

  addRow(table: number, passage: number): void {
    this.#tables[table]?.rows.push(passage);
  }

  addTitle(table: number, passage: number): void {
    this.#tables[table]?.title.push(passage);
  }

  finish(passages: readonly Passage[]): PassageTable[] {
    for (const table of this.#tables) table.labelled = labelsNameRows(table, passages);
    return this.#tables;
  }

  #new(): number {
    this.#tables.push({ title: [], rows: [], labelled: false });
    return this.#tables.length - 1;
  }
}

/** A first column that is mostly filled and mostly different names the rows; a column of repeated areas or blanks does not. */
function labelsNameRows(table: PassageTable, passages: readonly Passage[]): boolean {
  const labels = table.rows.map((row) => passages[row]?.label ?? '').filter((label) => label !== '');
  const distinct = new Set(labels).size;
  return table.rows.length > 0 && labels.length >= 0.9 * table.rows.length && distinct >= 0.9 * table.rows.length;
}
