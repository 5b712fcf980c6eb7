// What a worker makes of a file before it hands it over: everything that would hold the application's own thread is done there.
// Words become bytes, files found inside get their hash, texts their sketch.

import { createHash } from 'node:crypto';
import type { HeldFile, Page, ParsedDocument } from '../../core/document.ts';
import { type Sketch, sketchOf } from '../../core/likeness.ts';
import { UserError } from '../../core/user-error.ts';
import { packWords } from '../../core/word-boxes.ts';
import type { FileRead, Understood } from './file-read.ts';

/** A file found inside another, with the SHA-256 of its bytes in hex. */
export type HashedFile = HeldFile & { hash: string };

/** A file as an import keeps it. */
export type ImportForm = Omit<FileRead, 'files' | 'parts'> & { sketch: Sketch; files: HashedFile[]; parts?: (Understood & { name: string; sketch: Sketch })[] };

/** A text longer than this (characters) is no document a person reads; the longest report of the series has two million. */
const mostCharacters = 30_000_000;
const mostBlocks = 500_000;
const mostPages = 5_000;
/** Documents in one collection. */
const mostParts = 10_000;

/** Throws UserError('too-large') for what would fill the project with one file. */
export function importForm({ parts, files, ...read }: FileRead): ImportForm {
  if (parts && parts.length > mostParts) throw tooLarge(`holds ${parts.length.toLocaleString('en')} documents; Annals takes ${mostParts.toLocaleString('en')} from one file`);
  const form = (understood: Understood) => {
    requireBounds(understood.parsed);
    return { parsed: { ...understood.parsed, pages: understood.parsed.pages.map(packed) }, recognition: understood.recognition, sketch: sketchOf(understood.parsed.text) };
  };
  return {
    format: read.format,
    ...form(read),
    files: files.map((file) => ({ ...file, hash: createHash('sha256').update(file.bytes).digest('hex') })),
    ...(parts && { parts: parts.map((part) => ({ name: part.name, ...form(part) })) }),
  };
}

/** The memory to be handed over with it, not copied. */
export function handedOver({ parsed, parts = [], files }: ImportForm): ArrayBuffer[] {
  const bytes = [...files.map((file) => file.bytes), ...[parsed, ...parts.map((part) => part.parsed)].flatMap((each) => each.pages.flatMap((page) => page.packedWords ?? []))];
  return [...new Set(bytes.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}

function packed(page: Page): Page {
  return { ...page, words: [], packedWords: packWords(page.words) };
}

function requireBounds({ text, blocks, pages }: ParsedDocument): void {
  if (pages.length > mostPages) throw tooLarge(`has ${pages.length.toLocaleString('en')} pages; Annals takes ${mostPages.toLocaleString('en')}`);
  if (text.length > mostCharacters) throw tooLarge(`has ${Math.round(text.length / 1_000_000).toLocaleString('en')} million characters; Annals takes ${String(mostCharacters / 1_000_000)} million`);
  if (blocks.length > mostBlocks) throw tooLarge(`has ${blocks.length.toLocaleString('en')} paragraphs and rows; Annals takes ${mostBlocks.toLocaleString('en')}`);
}

function tooLarge(what: string): UserError {
  return new UserError('too-large', `This file ${what}.`, 'Split it into parts and import those you need.');
}
