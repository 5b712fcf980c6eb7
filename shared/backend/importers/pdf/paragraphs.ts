// Cuts the lines of one column into passages: headings, captions, paragraphs, list items, notes. Works by spacing,
// type size and weight, indentation and markers; knows nothing of what the text says.

import type { BlockKind } from '../../../core/document.ts';
import { listMarker, makeLine, type Line, type Word } from './lines.ts';
import type { Flow } from './regions.ts';
import type { PageTable } from './ruled-tables.ts';

export type Passage = {
  kind: Exclude<BlockKind, 'table-row' | 'quote' | 'code' | 'field'>;
  /** Printed number or bullet, taken out of the text. */
  label: string | null;
  lines: Line[];
  size: number;
  bold: boolean;
  italic: boolean;
  /** Whether the passage may continue on the next page: body text that does not end a sentence. */
  open: boolean;
};

export type Part = { kind: 'passage'; passage: Passage } | { kind: 'table'; table: PageTable };

/** What the document's running text looks like, learned from the pages read so far. */
export type BodyStyle = { size: number };

/** Baselines further apart than this, in usual line distances, separate paragraphs. */
const paragraphGap = 1.27;
/** Line distance assumed for a size of which only one line is known. */
const usualLeading = 1.22;

const allWords = (words: readonly Word[], test: (word: Word) => boolean): boolean => words.every((word) => test(word) || !/[\p{L}\p{N}]/u.test(word.text));
const isBold = (line: Line): boolean => allWords(line.words, (word) => word.bold);
const isItalic = (line: Line): boolean => allWords(line.words, (word) => word.italic);
const textOf = (line: Line): string => line.words.map((word) => word.text).join(' ');

const sentenceEnd = /[.!?:;]["”’')\]]*(?:\s*\(\d[\d\s,;–-]*\))?$/u;
const captionStart = /^(?:table|figure|fig|chart|box|map|exhibit|graph)\.?\s+[A-Z]?\d+[a-z]?(?:[.:–—]|\s[–—])/iu;
const noteStart = /^(?:[*†‡§¶#]|source\b|sources\b|note\b|notes\b)/iu;

/** The most usual distance between baselines for each type size, in points. */
function leadings(lines: readonly Line[]): (size: number) => number {
  const counts = new Map<string, number>();
  for (let i = 1; i < lines.length; i++) {
    const a = lines[i - 1] as Line;
    const b = lines[i] as Line;
    const distance = b.baseline - a.baseline;
    if (Math.abs(a.size - b.size) > 0.3 || distance < 0.9 * b.size || distance > 1.9 * b.size) continue;
    const key = `${Math.round(b.size * 2)}:${Math.round(distance * 5)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const best = new Map<number, { distance: number; count: number }>();
  for (const [key, count] of counts) {
    const [size, distance] = key.split(':').map(Number) as [number, number];
    const known = best.get(size);
    if (known === undefined || count > known.count) best.set(size, { distance: distance / 5, count });
  }
  return (size) => {
    const known = best.get(Math.round(size * 2));
    return known !== undefined && known.count >= 2 ? known.distance : usualLeading * size;
  };
}

/**
 * The right edge to which a line could have gone on: that of the lines before it in its paragraph, since text beside a picture is
 * narrower than what follows; that of the lines after it when it is the first.
 */
function rightEdge(current: Open, lines: readonly Line[], at: number): number {
  const before = current.lines.slice(-3, -1);
  const around = before.length > 0 ? before : lines.slice(at, at + 2);
  return Math.max(...around.map((line) => line.x1));
}

/** The number or bullet that begins a line; a bare number counts when it stands well apart from the text. */
function markerOf(line: Line): string | null {
  const [first, second] = line.words;
  if (first === undefined || second === undefined) return null;
  if (listMarker.test(first.text)) return first.text;
  return /^\d{1,3}$/u.test(first.text) && second.x - (first.x + first.width) > 0.8 * line.size ? first.text : null;
}

const markerNumber = (text: string): number | null => {
  const digits = /\d+/u.exec(text)?.[0];
  return digits === undefined ? null : Number(digits);
};

/** The number with which a footnote begins, set small and high. */
function noteNumber(line: Line): string | null {
  const [first, second] = line.words;
  return first?.raised === true && second !== undefined && /^\d{1,3}$/u.test(first.text) ? first.text : null;
}

type Open = { lines: Line[]; item: string | null };

function continuesItem(current: Open, line: Line): boolean {
  const first = current.lines[0] as Line;
  const second = first.words[1];
  return second !== undefined && Math.abs(line.x0 - second.x) < 6;
}

/** Whether `line` begins a new passage after `previous`. */
function breaks(current: Open, previous: Line, line: Line, lines: readonly Line[], at: number, leading: (size: number) => number, lastNumber: number | null): boolean {
  if (Math.abs(previous.size - line.size) > 0.12 * Math.max(previous.size, line.size)) return true;
  const distance = line.baseline - previous.baseline;
  if (distance < 0 || noteNumber(line) !== null) return true;
  const bold = isBold(previous);
  const hanging = current.item !== null && continuesItem(current, line);
  const goesOn = /^\p{Ll}/u.test(textOf(line)) && !sentenceEnd.test(textOf(previous));
  if (bold !== isBold(line) && !hanging && !goesOn) return true;
  if (distance > paragraphGap * Math.max(leading(line.size), line.size)) return true;
  const before = textOf(previous);
  const text = textOf(line);
  const marker = markerOf(line);
  // "66)" after an open bracket ends a citation.
  const inBracket = before.lastIndexOf('(') > before.lastIndexOf(')');
  if (marker !== null && !(inBracket && marker.endsWith(')'))) {
    const number = markerNumber(marker);
    const indented = current.item !== null ? Math.abs(line.x0 - (current.lines[0] as Line).x0) < 5 : line.x0 > previous.x0 + 5 || sentenceEnd.test(before);
    if (number === null ? indented : indented && (number === 1 || lastNumber === null || number === lastNumber + 1)) return true;
  }
  if (current.item !== null && !hanging && line.x0 < (current.lines[0] as Line).x0 + 3 && previous.x0 > line.x0 + 3) return true;
  if (noteStart.test(text) && /^[*†‡§]/u.test(text) && Math.abs(line.x0 - (current.lines[0] as Line).x0) < 6 && /^[*†‡§]|^source/iu.test(textOf(current.lines[0] as Line))) return true;
  if (/^sources?(?: for\b|\s?:)/iu.test(text) && sentenceEnd.test(before)) return true;
  if (captionStart.test(text) && bold) return true;
  // A heading in two styles of slant is two headings.
  if (bold && !hanging && isItalic(previous) !== isItalic(line)) return true;
  if (hanging) return false;
  const right = rightEdge(current, lines, at);
  const fits = previous.x1 + 0.3 * line.size + (line.words[0] as Word).width < right - 1.5 * line.size;
  if (fits && sentenceEnd.test(before) && /^[\p{Lu}\d"“(]/u.test(text)) return true;
  // First-line indent.
  const next = lines[at + 1];
  const indent = line.x0 - previous.x0;
  return indent > 0.8 * line.size && indent < 5 * line.size && sentenceEnd.test(before) && next !== undefined && Math.abs(next.x0 - previous.x0) < 2 && current.item === null;
}

function isHeading(text: string, lines: number, size: number, bold: boolean, body: BodyStyle): boolean {
  const smallest = text === text.toUpperCase() ? 0.8 : 0.9;
  if (size < smallest * body.size || text.length > 220 || lines > 4 || /^[*†‡§]/u.test(text)) return false;
  if (/[,;]$/u.test(text) || /\.["”’)\]]*(?:\s*\(\d[\d\s,;–-]*\))?$/u.test(text)) return false;
  return bold || (size >= 1.15 * body.size && text.length <= 120 && lines <= 2);
}

function toPassage(open: Open, body: BodyStyle, first: boolean): Passage {
  const lines = open.lines;
  const longest = lines.reduce((a, b) => (a.words.length >= b.words.length ? a : b));
  const size = longest.size;
  const bold = lines.every(isBold);
  const italic = lines.every(isItalic);
  const text = lines.map(textOf).join(' ');
  const passage: Passage = { kind: 'paragraph', label: null, lines, size, bold, italic, open: false };
  const letters = /\p{L}/u.test(text);
  const short = text.length <= 220 && lines.length <= 4;
  if (captionStart.test(text) && short && (bold || italic || lines.length <= 2)) passage.kind = 'caption';
  else if (noteNumber(lines[0] as Line) !== null) {
    passage.kind = 'note';
    passage.label = noteNumber(lines[0] as Line);
    passage.lines = [makeLine((lines[0] as Line).words.slice(1)), ...lines.slice(1)];
  } else if (open.item !== null && !(bold && isHeading(text, lines.length, size, bold, body))) {
    passage.kind = 'list-item';
    passage.label = open.item.replace(/[.]$/u, '');
    passage.lines = [makeLine((lines[0] as Line).words.slice(1)), ...lines.slice(1)];
  } else if (first && letters && size >= 1.5 * body.size && short) passage.kind = 'title';
  else if (letters && isHeading(text, lines.length, size, bold, body)) passage.kind = 'heading';
  else if (size <= 0.88 * body.size && noteStart.test(text)) passage.kind = 'note';
  passage.open = passage.kind === 'paragraph' || passage.kind === 'list-item' ? !sentenceEnd.test(text) : false;
  return passage;
}

/** Cuts a column into passages and tables, in order. `firstPage` allows a title. */
export function cutFlow(flow: Flow, body: BodyStyle, firstPage: boolean): Part[] {
  const lines = flow.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  const leading = leadings(lines);
  const parts: Part[] = [];
  let current: Open | null = null;
  let lastNumber: number | null = null;
  let at = -1;
  const close = () => {
    if (current === null) return;
    parts.push({ kind: 'passage', passage: toPassage(current, body, firstPage) });
    current = null;
  };
  for (const item of flow) {
    if (item.kind === 'table') {
      close();
      parts.push(item);
      continue;
    }
    at++;
    const { line } = item;
    const open: Open | null = current;
    if (open !== null) {
      const previous = (open).lines.at(-1) as Line;
      if (!breaks(open, previous, line, lines, at, leading, lastNumber)) {
        (open).lines.push(line);
        continue;
      }
    }
    close();
    const marker: string | null = markerOf(line);
    const number: number | null = marker === null ? null : markerNumber(marker);
    if (number !== null) lastNumber = number;
    current = { lines: [line], item: marker };
  }
  close();
  return parts;
}
