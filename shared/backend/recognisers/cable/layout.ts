// Lays out elements taken from the source as a canonical text with blocks, keeps where each piece came from, and accounts for every
// character: what no element takes is left out by name, never lost.

import type { Block, BlockKind, BlockRole, LeftOut, TextRange } from '../../../core/document.ts';

/** A piece of an element: characters of the source, or words of our own between them (a blank, ": "). */
export type Piece = TextRange | { text: string };

export type Element = {
  kind: BlockKind;
  level: number;
  label: string | null;
  /** Where the label's characters stand in the source; they count as kept. */
  labelRanges: TextRange[];
  role: BlockRole | null;
  pieces: Piece[];
};

/** Stretches of the source kept out of the text, for one reason. */
export type Omission = { reason: string; ranges: TextRange[] };

export type Layout = {
  text: string;
  blocks: Block[];
  leftOut: LeftOut[];
  /** Where a range of the source stands in the text; null when none of it does. */
  place: (range: TextRange) => TextRange | null;
  /** For each element the range of its block in the text. */
  ranges: TextRange[];
};

const SIGNS = 'Signs of the layout: points after paragraph numbers, rules, marks of the page';
const UNPLACED = 'Words between the parts of the cable';

function isRange(piece: Piece): piece is TextRange {
  return 'start' in piece;
}

/**
 * Pieces that read as one line: runs of blanks become one, lines are joined by a blank, and a hyphen at a line's end joins without.
 * work must have the source's length; its blanks decide what is left out.
 */
export function prose(work: string, ranges: readonly TextRange[]): Piece[] {
  const pieces: Piece[] = [];
  let before: TextRange | null = null;
  for (const range of ranges) {
    for (const run of work.slice(range.start, range.end).matchAll(/\S+(?: \S+)*/g)) {
      const start = range.start + run.index;
      const end = start + run[0].length;
      if (before !== null && !closesUp(work, before, start)) pieces.push({ text: ' ' });
      pieces.push({ start, end });
      before = { start, end };
    }
  }
  return pieces;
}

/** True when a hyphen ends the line before and the word goes on here ("US-" and "FUNDED"). */
function closesUp(work: string, before: TextRange, start: number): boolean {
  return (
    /[A-Za-z0-9]-$/.test(work.slice(Math.max(before.start, before.end - 2), before.end)) &&
    /[A-Za-z]/.test(work[start] ?? '') &&
    work.slice(before.end, start).includes('\n')
  );
}

/** Lines whose columns matter: each kept with its blanks, joined by newlines. */
export function columns(ranges: readonly TextRange[]): Piece[] {
  return ranges.flatMap((range, index): Piece[] => (index === 0 ? [range] : [{ text: '\n' }, range]));
}

export function element(kind: BlockKind, pieces: Piece[], more: Partial<Omit<Element, 'kind' | 'pieces'>> = {}): Element {
  return { kind, level: 0, label: null, labelRanges: [], role: null, pieces, ...more };
}

type Mapping = TextRange & { target: number };

function mapped(mappings: readonly Mapping[], range: TextRange): TextRange | null {
  // The first mapping that ends after the range's start.
  let low = 0;
  let high = mappings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mappings[middle]?.end ?? 0) > range.start) high = middle;
    else low = middle + 1;
  }
  const first = mappings[low];
  if (first === undefined || first.start >= range.end) return null;
  let last = first;
  for (let at = low; at < mappings.length; at += 1) {
    const mapping = mappings[at];
    if (mapping === undefined || mapping.start >= range.end) break;
    last = mapping;
  }
  const start = first.target + Math.max(0, range.start - first.start);
  const end = last.target + Math.min(range.end, last.end) - last.start;
  return start < end ? { start, end } : null;
}

/** The non-blank stretches of the source that no range covers. */
function uncovered(source: string, covered: TextRange[]): string[] {
  covered.sort((left, right) => left.start - right.start);
  const found: string[] = [];
  let at = 0;
  for (const range of [...covered, { start: source.length, end: source.length }]) {
    if (range.start > at) {
      const gap = source.slice(at, range.start).trim();
      if (gap !== '') found.push(gap);
    }
    at = Math.max(at, range.end);
  }
  return found;
}

/** Builds text, blocks and what is left out. Elements without characters are dropped. */
export function layOut(source: string, elements: readonly Element[], omissions: readonly Omission[]): Layout {
  const texts: string[] = [];
  const blocks: Block[] = [];
  const mappings: Mapping[] = [];
  const ranges: TextRange[] = [];
  let at = 0;
  for (const { kind, level, label, role, pieces } of elements) {
    if (pieces.length === 0) {
      ranges.push({ start: at, end: at });
      continue;
    }
    if (blocks.length > 0) {
      texts.push('\n');
      at += 1;
    }
    const start = at;
    for (const piece of pieces) {
      const text = isRange(piece) ? source.slice(piece.start, piece.end) : piece.text;
      if (isRange(piece)) mappings.push({ start: piece.start, end: piece.end, target: at });
      texts.push(text);
      at += text.length;
    }
    ranges.push({ start, end: at });
    blocks.push({ start, end: at, kind, level, label, role, page: null, runs: [], cells: [], table: null });
  }
  mappings.sort((left, right) => left.start - right.start);
  const leftOut = omissions
    .map(({ reason, ranges: left }) => ({ reason, page: null, text: left.map((range) => source.slice(range.start, range.end).trim()).join('\n') }))
    .filter((omission) => omission.text !== '');
  const labels = elements.flatMap((one) => one.labelRanges);
  const rest = uncovered(source, [...mappings, ...labels, ...omissions.flatMap((omission) => omission.ranges)]);
  const signs = rest.filter((text) => !/[\p{L}\p{N}]/u.test(text));
  const words = rest.filter((text) => /[\p{L}\p{N}]/u.test(text));
  if (words.length > 0) leftOut.push({ text: words.join('\n'), reason: UNPLACED, page: null });
  if (signs.length > 0) leftOut.push({ text: signs.join(' '), reason: SIGNS, page: null });
  return { text: texts.join(''), blocks, leftOut, ranges, place: (range) => mapped(mappings, range) };
}
