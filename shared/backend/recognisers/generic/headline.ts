// What a document of no known kind says of itself at its head: title, author, issuer, date. Each with the passage, when there
// is one.

import type { Block, ParsedDocument, TextRange } from '../../../core/document.ts';
import { dateInText, dateOfProperty } from './date.ts';

export type Said = { value: string; place: TextRange | null; confidence: number };

/** The head of a document: its first passages, as far as a title page goes. */
const headBlocks = 25;
const headLength = 3_000;
const longestTitle = 200;

/** Names that programs and forms leave in a file's properties. */
const emptyTitle = /^(?:untitled|document\d*|microsoft word\b.*|slide \d+|powerpoint presentation|home|index|new tab|.*\.(?:docx?|pdf|html?|txt|indd|qxd|md))$/i;
const emptyAuthor = /^(?:user|admin|administrator|author|owner|default|unknown|microsoft office user|windows user|hp|dell|.*@.*)$/i;

export function headOf({ blocks }: ParsedDocument): Block[] {
  return blocks.slice(0, headBlocks).filter(({ start }) => start < headLength);
}

export function titleOf(document: ParsedDocument, fileName: string): Said {
  const { text, properties } = document;
  const head = headOf(document);
  const read = (block: Block): Said => ({ value: text.slice(block.start, block.end).replace(/\s+/g, ' '), place: { start: block.start, end: block.end }, confidence: 0.9 });
  const short = (block: Block) => block.end - block.start <= longestTitle;
  const title = head.find((block) => block.kind === 'title' && short(block)) ?? head.slice(0, 10).find((block) => block.kind === 'heading' && block.level === 1 && short(block));
  if (title) return read(title);
  const property = properties['title']?.trim() ?? '';
  if (property !== '' && property.length <= longestTitle * 2 && !emptyTitle.test(property)) return { value: property, place: placeOf(document, property), confidence: 0.8 };
  const heading = head.find((block) => block.kind === 'heading' && short(block));
  if (heading) return { ...read(heading), confidence: 0.6 };
  return { value: baseName(fileName), place: null, confidence: 0.3 };
}

const byline = /^(?:(?:[Ww]ritten|[Pp]repared|[Cc]ompiled|[Rr]eport|[Tt]ext) )?[Bb]y:?\s+(\p{Lu}[\p{L}.'’-]+(?:[\s,]+(?:and\s+|&\s+|de\s+|van\s+|von\s+)?\p{Lu}[\p{L}.'’-]*){0,8})$/u;
const authorField = /^(?:authors?|auteurs?|autore?s?|verfasser(?:in)?|автор(?:ы)?)\s*:\s*(.{2,120})$/i;
const issuerField = /^(?:(?:published|issued|released|prepared) by|publisher|issuer|issued by|source|organi[sz]ation|agency)\s*:?\s+(?=\p{Lu})(.{3,120})$/iu;
const dateField = /^(?:date|dated|published|released|issued|publication date|last updated|fecha|datum|data|дата)\s*:?\s*(?=\S)/i;

export function authorOf(document: ParsedDocument): Said | null {
  return lineOf(document, (line) => authorField.exec(line)?.[1] ?? byline.exec(line)?.[1] ?? null, 0.8) ?? propertyOf(document, 'author', emptyAuthor);
}

export function issuerOf(document: ParsedDocument): Said | null {
  return propertyOf(document, 'publisher', emptyAuthor) ?? lineOf(document, (line) => issuerField.exec(line)?.[1] ?? null, 0.7);
}

/** A date the text gives itself at its head comes before the date of the file. */
export function dateOf(document: ParsedDocument): Said | null {
  const { text, properties } = document;
  for (const block of headOf(document)) {
    const passage = text.slice(block.start, block.end);
    const label = dateField.exec(passage)?.[0].length ?? 0;
    const found = dateInText(passage.slice(0, 200));
    // A date inside a sentence is what the sentence speaks of; alone on its line, or after "Date:", it is the document's.
    const isAlone = found !== null && passage.length - (found.end - found.start) - label <= 40;
    if (found && isAlone) return { value: found.value, place: { start: block.start + found.start, end: block.start + found.end }, confidence: label > 0 ? 0.9 : 0.75 };
  }
  const created = dateOfProperty(properties['created'] ?? '') ?? dateOfProperty(properties['modified'] ?? '');
  return created ? { value: created, place: null, confidence: 0.4 } : null;
}

function propertyOf(document: ParsedDocument, name: string, empty: RegExp): Said | null {
  const value = document.properties[name]?.trim() ?? '';
  return value === '' || empty.test(value) ? null : { value, place: placeOf(document, value), confidence: 0.7 };
}

function lineOf(document: ParsedDocument, read: (line: string) => string | null, confidence: number): Said | null {
  for (const block of headOf(document)) {
    const passage = document.text.slice(block.start, block.end);
    if (passage.length > 200) continue;
    const value = read(passage)?.trim();
    if (!value) continue;
    const start = block.start + passage.lastIndexOf(value);
    return { value, place: { start, end: start + value.length }, confidence };
  }
  return null;
}

function placeOf({ text }: ParsedDocument, value: string): TextRange | null {
  const start = text.slice(0, headLength).indexOf(value);
  return start === -1 ? null : { start, end: start + value.length };
}

/** The file's name without folders and extension, underscores as blanks. */
export function baseName(fileName: string): string {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  return base.replace(/\.[A-Za-z0-9]{1,8}$/, '').replace(/_+/g, ' ').trim() || base;
}
