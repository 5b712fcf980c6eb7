// What an imported file becomes: one canonical text and what is known of its shape.
// All offsets in Annals are UTF-16 code units into the canonical text, start included, end excluded.

import type { PagePicture, WordConfidence } from './ocr.ts';

export type TextRange = { start: number; end: number };

/** Something the analyst should know about the file; it was still read. */
export type Warning = { code: string; message: string };

/** Text of the source that is not in the canonical text, and why. */
export type LeftOut = { text: string; reason: string; page: number | null };

export type BlockKind =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table-row'
  | 'caption'
  | 'quote'
  | 'code'
  | 'note'
  /** A line of a header form, such as "SUBJECT: ..." of a cable or "From: ..." of a mail. */
  | 'field';

/** Who speaks in a passage: reporting, or the author's own judgement. */
export type BlockRole = 'summary' | 'report' | 'comment' | 'action-request' | 'quoted' | 'assessment';

export type RunStyle = 'strong' | 'emphasis' | 'code' | 'link' | 'superscript';

/** Emphasis or a link inside a block. */
export type Run = TextRange & { style: RunStyle; href?: string };

/** One passage: a paragraph, heading, list item or table row. */
export type Block = TextRange & {
  kind: BlockKind;
  /** 1..6 for headings, nesting depth from 1 for list items, else 0. */
  level: number;
  /** The printed number or letter of the passage ("2", "¶4", "(a)"), not part of its text; else null. */
  label: string | null;
  role: BlockRole | null;
  /** 1-based index into pages on which the block starts; null when the format has no pages. */
  page: number | null;
  runs: Run[];
  /** For table rows: the cells in order, offsets into the canonical text. Empty otherwise. */
  cells: Cell[];
  /** For table rows and their caption: which table (index into Recognition.tables or order of appearance); else null. */
  table: number | null;
};

export type Cell = TextRange & { header: boolean; colSpan: number; rowSpan: number };

/** A word as printed: its place in the canonical text and its box in points from the page's top left. */
export type WordBox = TextRange & { x: number; y: number; width: number; height: number };

export type Page = TextRange & {
  /** 1-based. */
  number: number;
  /** What the page itself prints as its number; null when it prints none. */
  label: string | null;
  /** In points (1/72 inch), after rotation. */
  width: number;
  height: number;
  words: WordBox[];
  /** The words as bytes (core/word-boxes.ts) when the page comes from a worker that was asked for them so; `words` is empty then. */
  packedWords?: Uint8Array;
  /** What the page is beside printed text; absent when it is nothing but that. */
  picture?: PagePicture;
  /** For a page read by OCR: how sure it was of each word, in the order of the text. */
  confidences?: WordConfidence[];
};

/** What an importer makes of bytes. Pure data: it crosses from the worker to the application. */
export type ParsedDocument = {
  /** Canonical text: reading order, blocks joined by one newline, no running heads or page numbers. */
  text: string;
  /** In reading order; they do not overlap and together cover all text but the newlines between them. */
  blocks: Block[];
  /** Empty for formats without pages. */
  pages: Page[];
  /** Metadata the file itself carries (PDF info, HTML head, DOCX core properties), by plain names: title, author, created, language ... */
  properties: Record<string, string>;
  warnings: Warning[];
  leftOut: LeftOut[];
  /** The decoded original text with its line breaks (LF), for recognisers of line-based forms; dropped after recognition. */
  source?: string;
  /** A file that is a collection (one file with a part for each country): each part becomes a document of its own; the text of the whole only lists them. */
  parts?: DocumentPart[];
  /** Files held inside this one: entries of an archive, attachments of a mail. Each is imported as a file of its own. */
  files?: HeldFile[];
};

/** A file inside another. */
export type HeldFile = {
  /** Path within the file that holds it, "/" between folders; never absolute and without "..". */
  name: string;
  bytes: Uint8Array;
};

/** One document of a collection, under a name of its own. */
export type DocumentPart = { name: string; parsed: ParsedDocument };

export const emptyBlock = {
  level: 0,
  label: null,
  role: null,
  page: null,
  runs: [],
  cells: [],
  table: null,
} satisfies Omit<Block, 'kind' | 'start' | 'end'>;
