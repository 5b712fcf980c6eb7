// A value that a document says of itself, with the passage that says it; and where in a document such things are said. What each
// field looks like is in the files named after the fields.

import type { Block, ParsedDocument, TextRange } from '../../../core/document.ts';
import { leastConfidence, type ValueOrigin } from '../../../core/metadata.ts';

export type Said<Value = string> = { value: Value; place: TextRange | null; confidence: number; from: ValueOrigin };

/** The head of a document: its first passages, as far as a title page goes. */
const headBlocks = 25;
const headLength = 3_000;

export function headOf({ blocks }: ParsedDocument): Block[] {
  return blocks.slice(0, headBlocks).filter(({ start }) => start < headLength);
}

/** The last passages, where laws and letters are signed and dated. */
const tailBlocks = 8;

export function tailOf({ blocks }: ParsedDocument): Block[] {
  return blocks.slice(Math.max(headBlocks, blocks.length - tailBlocks));
}

/** Each value once, at its surest, the surest first; of equals the one said first. */
export function ranked<Value>(said: readonly Said<Value>[], sameAs: (value: Value) => unknown = (value) => value): Said<Value>[] {
  const best = new Map<unknown, Said<Value>>();
  for (const one of said) {
    const key = sameAs(one.value);
    const known = best.get(key);
    if (!known || one.confidence > known.confidence) best.set(key, one.place || !known?.place ? one : { ...one, place: known.place, from: known.from });
    else if (!known.place && one.place) best.set(key, { ...known, place: one.place, from: one.from });
  }
  return [...best.values()].sort((one, other) => other.confidence - one.confidence);
}

/** The value to put in: the surest, unless it is a guess. */
export function putIn<Value>(said: readonly Said<Value>[]): Said<Value> | null {
  const [first] = said;
  return first && first.confidence >= leastConfidence ? first : null;
}

/** What the file says of itself beside its text; its place is where the text says the same, if it does so at its head. */
export function propertyOf(document: ParsedDocument, name: string, empty: RegExp, confidence: number): Said[] {
  const value = document.properties[name]?.replace(/\s+/g, ' ').trim() ?? '';
  if (value === '' || empty.test(value)) return [];
  const start = document.text.slice(0, headLength).indexOf(value);
  return [start < 0 ? { value, place: null, confidence, from: 'file-properties' } : { value, place: { start, end: start + value.length }, confidence: Math.min(0.95, confidence + 0.15), from: 'passage' }];
}

/** What short passages at the head say, read one by one. */
export function linesOf(document: ParsedDocument, read: (line: string, block: Block) => string | null, confidence: number, longest = 200): Said[] {
  return headOf(document).flatMap((block): Said[] => {
    const passage = document.text.slice(block.start, block.end);
    if (passage.length > longest) return [];
    const value = read(passage, block)?.trim();
    if (!value) return [];
    const start = block.start + passage.lastIndexOf(value);
    return [{ value, place: { start, end: start + value.length }, confidence, from: 'passage' }];
  });
}

/** Names that programs and forms leave in a file's properties. */
export const emptyName = /^(?:user|admin|administrator|author|owner|default|unknown|anonymous|usuario|utilisateur|microsoft(?: office user| corporation)?|office|windows user|python-docx|openpyxl|apache poi|libreoffice|hp|dell|lenovo|acer|asus|home|pc|.*@.*|.*\.(?:com|org|net))$/iu;

/** The file's name without folders and extension, underscores as blanks. */
export function baseName(fileName: string): string {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  return base.replace(/\.[A-Za-z0-9]{1,8}$/, '').replace(/_+/g, ' ').trim() || base;
}
