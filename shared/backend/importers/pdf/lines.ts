// Joins fragments into words, and words into line segments (the part of a printed line that belongs to one column).
// Works on one layer at a time; does not decide the order of columns.

import type { Fragment } from './page-content.ts';

export type Word = {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  baseline: number;
  size: number;
  bold: boolean;
  italic: boolean;
  /** Set smaller and higher than its neighbours: a footnote sign. */
  raised: boolean;
  artifact: boolean;
  /** No space between this word and the next, though they are kept apart (a footnote sign after its word). */
  joined: boolean;
};

/** Words on one baseline without a column gap between them. */
export type Line = { words: Word[]; x0: number; x1: number; y0: number; y1: number; baseline: number; size: number };

/** A gap from which two words may stand in different columns, in font sizes. Small, because a line that was cut in one column is joined again. */
const columnGap = 0.95;
/** Pieces that differ this much in size are no one line, even level and close: display type beside small print. */
const otherText = 2.2;
/** Pieces nearer than this share of the font size are one word when the file says nothing of a space. */
const wordGap = 0.13;

function toWord(fragment: Fragment): Word {
  const { text, x, baseline, width, size, bold, italic, artifact } = fragment;
  const y = baseline - size * fragment.ascent;
  return { text, x, y, width, height: size * (fragment.ascent + fragment.descent), baseline, size, bold, italic, raised: false, artifact, joined: false };
}

/** Words of one segment, from pieces sorted by x. */
function joinPieces(pieces: Fragment[]): Word[] {
  const words: Word[] = [];
  let previous: Fragment | null = null;
  for (const piece of pieces) {
    const last = words.at(-1);
    if (last === undefined || previous === null) {
      words.push(toWord(piece));
    } else {
      const gap = piece.x - (previous.x + previous.width);
      const overprinted = piece.text === previous.text && gap < -0.7 * previous.width;
      if (overprinted) continue;
      const raised = piece.size < 0.85 * previous.size && previous.baseline - piece.baseline > 0.12 * previous.size;
      const lowered = previous.size < 0.85 * piece.size && piece.baseline - previous.baseline > 0.12 * piece.size;
      const apart = previous.spaceAfter || gap > wordGap * Math.min(piece.size, previous.size);
      if (apart || raised || lowered) {
        last.joined = !apart;
        // A footnote begins with its number, set small and high.
        if (lowered && words.length === 1 && /^\d{1,3}$/u.test(last.text)) last.raised = true;
        const word = toWord(piece);
        word.raised = raised;
        words.push(word);
      } else {
        last.text += piece.text;
        const right = Math.max(last.x + last.width, piece.x + piece.width);
        last.width = right - last.x;
        last.artifact &&= piece.artifact;
      }
    }
    previous = piece;
  }
  return words;
}

function bounded(words: Word[]): Line {
  let x0 = Infinity;
  let x1 = -Infinity;
  let y0 = Infinity;
  let y1 = -Infinity;
  let widest = 0;
  let size = 0;
  let baseline = 0;
  for (const word of words) {
    x0 = Math.min(x0, word.x);
    x1 = Math.max(x1, word.x + word.width);
    y0 = Math.min(y0, word.y);
    y1 = Math.max(y1, word.y + word.height);
    // The line has the size of its widest word, so that a footnote sign does not shrink it.
    if (word.width > widest || size === 0) {
      widest = word.width;
      size = word.size;
      baseline = word.baseline;
    }
  }
  return { words, x0, x1, y0, y1, baseline, size };
}

export const makeLine = bounded;

/** Hebrew and Arabic scripts, which are drawn left to right but read right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** Puts the words and letters of a right-to-left line into reading order; numbers and Latin words keep their own. */
function orderWords(words: Word[]): Word[] {
  let letters = 0;
  let foreign = 0;
  for (const word of words) {
    if (rightToLeft.test(word.text)) foreign += word.text.length;
    else if (/\p{L}/u.test(word.text)) letters += word.text.length;
  }
  if (foreign === 0) return words;
  for (const word of words) {
    // NFKC turns presentation forms into letters, as they would be typed.
    if (rightToLeft.test(word.text)) word.text = [...word.text].reverse().join('').normalize('NFKC');
  }
  return foreign > letters ? words.toReversed() : words;
}

/** The number or bullet of a list item, which may stand well before its text. */
export const listMarker = /^(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,4}[.)]|[•▪■●◦‣❑➢◆–])$/u;

function isMarker(pieces: readonly Fragment[], gap: number): boolean {
  const first = pieces[0] as Fragment;
  return pieces.length <= 3 && gap < 4 * first.size && listMarker.test(pieces.map((piece) => piece.text).join(''));
}

function splitAtGaps(pieces: Fragment[]): Line[] {
  pieces.sort((a, b) => a.x - b.x);
  const lines: Line[] = [];
  let start = 0;
  let right = -Infinity;
  for (let i = 0; i <= pieces.length; i++) {
    const piece = pieces[i];
    const gap = piece === undefined ? Infinity : piece.x - right;
    const before = pieces[i - 1];
    const resized = piece !== undefined && before !== undefined && Math.max(piece.size, before.size) > otherText * Math.min(piece.size, before.size);
    if (i > start && (piece === undefined || resized || (gap > columnGap * piece.size && !isMarker(pieces.slice(start, i), gap)))) {
      lines.push(bounded(orderWords(joinPieces(pieces.slice(start, i)))));
      start = i;
      right = -Infinity;
    }
    if (piece !== undefined) right = Math.max(right, piece.x + piece.width);
  }
  return lines;
}

/**
 * Joins a large initial to the word it begins: one capital at least twice as large as the text to its right, whose top line it
 * shares.
 */
function joinInitials(fragments: readonly Fragment[]): readonly Fragment[] {
  const initials = fragments.filter((fragment) => /^["“‘]?\p{Lu}$/u.test(fragment.text));
  if (initials.length === 0 || initials.length > 20) return fragments;
  const joined = new Map<Fragment, Fragment>();
  for (const initial of initials) {
    let best: Fragment | null = null;
    for (const text of fragments) {
      if (text.size * 1.9 > initial.size || text === initial) continue;
      const gap = text.x - (initial.x + initial.width);
      const top = initial.baseline - 0.75 * initial.size;
      if (gap < -0.3 * text.size || gap > 1.5 * text.size || text.baseline < top || text.baseline > top + 1.9 * text.size || text.baseline > initial.baseline + 1) continue;
      if (best === null || text.baseline < best.baseline - 1 || (Math.abs(text.baseline - best.baseline) <= 1 && text.x < best.x)) best = text;
    }
    if (best === null || !/^\p{Ll}/u.test(best.text)) continue;
    joined.set(best, { ...best, text: initial.text + best.text, x: best.x - 0.6 * best.size, width: best.width + 0.6 * best.size });
    joined.set(initial, initial);
  }
  if (joined.size === 0) return fragments;
  return fragments.flatMap((fragment) => {
    const replaced = joined.get(fragment);
    return replaced === undefined ? [fragment] : replaced === fragment ? [] : [replaced];
  });
}

/**
 * Line segments of a layer, from top to bottom, left to right. Pieces belong to one line when their baselines differ by less
 * than a third of the smaller size, or when a small raised piece touches its neighbour.
 */
export function makeLines(fragments: readonly Fragment[]): Line[] {
  const sorted = joinInitials(fragments).toSorted((a, b) => a.baseline - b.baseline || a.x - b.x);
  const rows: { baseline: number; size: number; pieces: Fragment[] }[] = [];
  for (const piece of sorted) {
    let home: (typeof rows)[number] | null = null;
    for (let i = rows.length - 1; i >= 0 && i >= rows.length - 6; i--) {
      const row = rows[i] as (typeof rows)[number];
      const distance = Math.abs(piece.baseline - row.baseline);
      if (distance <= 0.3 * Math.min(piece.size, row.size) + 0.2 && (home === null || distance < Math.abs(piece.baseline - home.baseline))) home = row;
    }
    if (home === null) rows.push({ baseline: piece.baseline, size: piece.size, pieces: [piece] });
    else {
      home.pieces.push(piece);
      if (piece.size > home.size) home.size = piece.size;
    }
  }
  attachRaised(rows);
  const lines: Line[] = [];
  for (const row of rows) if (row.pieces.length > 0) lines.push(...splitAtGaps(row.pieces));
  return lines.sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
}

/** Moves raised or lowered small pieces into the row of the text they touch: footnote signs after a word, footnote numbers before their note. */
function attachRaised(rows: { baseline: number; size: number; pieces: Fragment[] }[]): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (row === undefined || row.pieces.length === 0) continue;
    row.pieces = row.pieces.filter((piece) => {
      for (const other of [rows[i + 1], rows[i + 2], rows[i - 1]]) {
        if (other === undefined || other.size <= piece.size / 0.85) continue;
        if (Math.abs(other.baseline - piece.baseline) > 0.6 * other.size) continue;
        const touches = other.pieces.some((text) => {
          const gap = piece.x - (text.x + text.width);
          const before = text.x - (piece.x + piece.width);
          const begins = /^\d{1,3}$/u.test(piece.text) && before > -0.1 * text.size && before < 0.6 * text.size;
          return text.size > piece.size / 0.85 && (begins || (gap > -0.3 * text.size && gap < 0.35 * text.size));
        });
        if (touches) {
          other.pieces.push(piece);
          return false;
        }
      }
      return true;
    });
  }
}
