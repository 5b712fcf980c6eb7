// Cuts the characters that one instruction draws into pieces of text: at spaces, at gaps, and where the line changes. Works on places
// alone; does not ask PDFium.

import { isBlank } from './characters.ts';
import type { FontFacts } from './fonts.ts';
import type { Piece } from './layers.ts';
import type { Matrix } from './matrix.ts';
import { pointInLayer, type Turn } from './page-content.ts';

/** A gap wider than this share of the font size, beyond the run's own letter spacing, separates two pieces of text. */
const gapOfPieces = 0.14;
/** Letter spacing beyond this share of the font size is not the look of a word but spaces between letters. */
const widestSpacing = 0.3;
/** Characters nearer than this (points) stand at one place; boxes come in single precision. */
export const samePlace = 0.02;

export type PageText = {
  pieces: Piece[];
  /** Text at an angle, and text whose place makes no sense. */
  slanted: string;
  /** Characters drawn, and those among them that no letter can be told of. */
  glyphs: number;
  unreadable: number;
  /** Characters drawn without ink. */
  hidden: number;
};

/** What holds for all characters that one instruction draws. */
export type Look = {
  font: FontFacts;
  /** Null when the text runs at an angle. */
  turn: Turn | null;
  /** From the page's own space to the layer in which the text reads left to right. */
  toLayer: Matrix;
  /** Printed size in points. */
  size: number;
  /** Points for one unit of text space along the line. */
  unit: number;
  /** By how much the box of a character is wider than the character, because the letters are slanted. */
  lean: number;
  artifact: boolean;
  /** Drawn without ink. */
  hidden: boolean;
};

/**
 * Characters of one look in a row, in the order in which they are drawn. `starts`, `ends`: along the line. `count` says how much of the lists is
 * filled: they are used again for the next run, because a page has thousands of characters and each list would be built anew.
 */
export class Run {
  count = 0;
  readonly characters: string[] = [];
  starts = new Float64Array(256);
  ends = new Float64Array(256);
  baselines = new Float64Array(256);

  add(character: string, start: number, end: number, baseline: number): void {
    const at = this.count;
    if (at === this.starts.length) this.grow();
    this.characters[at] = character;
    this.starts[at] = start;
    this.ends[at] = end;
    this.baselines[at] = baseline;
    this.count = at + 1;
  }

  private grow(): void {
    const longer = (numbers: Float64Array): Float64Array<ArrayBuffer> => {
      const room = new Float64Array(2 * numbers.length);
      room.set(numbers);
      return room;
    };
    this.starts = longer(this.starts);
    this.ends = longer(this.ends);
    this.baselines = longer(this.baselines);
  }
}

/** PDFium turns right-to-left scripts into the order in which they are read; the layout does that itself, line by line, and wants them as they stand from left to right. */
function asDrawn(run: Run, look: Look): Run {
  const { count, characters, starts, ends, baselines } = run;
  const back = 0.1 * look.size;
  let turned = false;
  for (let at = 1; at < count && !turned; at++) turned = (starts[at] as number) < (starts[at - 1] as number) - back;
  if (!turned) return run;
  const ordered = new Run();
  const order = Array.from({ length: count }, (_, at) => at).sort((a, b) => (starts[a] as number) - (starts[b] as number) || a - b);
  for (const at of order) ordered.add(characters[at] as string, starts[at] as number, ends[at] as number, baselines[at] as number);
  return ordered;
}

/** The distance that all letters of a run keep, in points: the middle one of its gaps. None is told of a few letters that stand unevenly, nor where no gap is wide enough to matter. */
function letterSpacing({ count, characters, starts, ends }: Run, look: Look): number {
  let widest = 0;
  for (let at = 1; at < count; at++) widest = Math.max(widest, (starts[at] as number) - (ends[at - 1] as number));
  if (widest <= gapOfPieces * look.size) return 0;
  const gaps: number[] = [];
  for (let at = 1; at < count; at++) {
    if (isBlank(characters[at] as string) || isBlank(characters[at - 1] as string)) continue;
    if (Math.abs((starts[at] as number) - (starts[at - 1] as number)) >= samePlace) gaps.push((starts[at] as number) - (ends[at - 1] as number));
  }
  gaps.sort((a, b) => a - b);
  const even = gaps.length >= 2 && (gaps.at(-1) as number) - (gaps[0] as number) < 0.05 * look.size;
  if (gaps.length < 4 && !even) return 0;
  const middle = gaps[gaps.length >> 1] as number;
  return middle < 0.01 * look.size || middle > widestSpacing * look.size ? 0 : middle;
}

/** Adds the pieces of a run to the text of its page. */
export function cutRun(run: Run, look: Look, page: PageText): void {
  const { count, characters, starts, ends, baselines } = asDrawn(run, look);
  const gap = gapOfPieces * look.size;
  const spacing = letterSpacing(run, look);
  let text = '';
  let start = 0;
  let end = 0;
  let baseline = 0;
  const flush = (spaceAfter: boolean) => {
    if (text === '') return;
    addPiece(page, look, { text, start, end, baseline, spaceAfter });
    text = '';
  };
  for (let at = 0; at < count; at++) {
    const character = characters[at] as string;
    const from = starts[at] as number;
    if (character === '') continue;
    if (isBlank(character)) {
      if (text === '') markSpace(page, from, baselines[at] as number, look);
      flush(true);
      continue;
    }
    if (text !== '') {
      const moved = from - end;
      // Subtle: the letters of a ligature all stand at its place.
      const ligature = Math.abs(from - (starts[at - 1] as number)) < samePlace;
      if (!ligature && (moved - spacing > gap || moved < -2 * gap || Math.abs((baselines[at] as number) - baseline) > 0.5)) flush(false);
    }
    if (text === '') {
      start = from;
      baseline = baselines[at] as number;
    }
    text += character;
    end = Math.max(ends[at] as number, start);
  }
  flush(false);
}

function addPiece(page: PageText, look: Look, { text, start, end, baseline, spaceAfter }: { text: string; start: number; end: number; baseline: number; spaceAfter: boolean }): void {
  const { turn, size, artifact, font } = look;
  if (turn === null || !Number.isFinite(start) || !Number.isFinite(end) || !Number.isFinite(baseline) || !Number.isFinite(size)) {
    page.slanted += spaceAfter ? `${text} ` : text;
    return;
  }
  const { ascent, descent, bold, italic } = font;
  page.pieces.push({ turn, text, x: start, baseline, width: end - start, size, ascent, descent, bold, italic, spaceAfter, artifact });
}

/** A space drawn on its own belongs after the piece before it. */
function markSpace(page: PageText, x: number, baseline: number, look: Look): void {
  const last = page.pieces.at(-1);
  if (last === undefined || last.turn !== look.turn) return;
  if (Math.abs(last.x + last.width - x) < 0.6 * look.size && Math.abs(last.baseline - baseline) < 0.5 * look.size) last.spaceAfter = true;
}

/** Marks the pieces after which the page draws a space by itself, at `spaces`, on a page of `width` by `height`. */
export function markSpaces(pieces: readonly Piece[], spaces: readonly { x: number; y: number }[], width: number, height: number): void {
  if (spaces.length === 0) return;
  /** Pieces by direction and baseline, in whole points. */
  const lines = new Map<number, Piece[]>();
  const key = (turn: Turn, baseline: number) => 4 * baseline + turn;
  const turns = new Set<Turn>();
  for (const piece of pieces) {
    turns.add(piece.turn);
    const at = key(piece.turn, Math.round(piece.baseline));
    const line = lines.get(at);
    if (line === undefined) lines.set(at, [piece]);
    else line.push(piece);
  }
  for (const space of spaces) {
    for (const turn of turns) {
      const { x, y } = pointInLayer(turn, width, height, space.x, space.y);
      // Kerning may have moved the space back over the end of what stands before it, but not over its beginning.
      let before: Piece | null = null;
      for (let step = -1; step <= 1; step++) {
        for (const piece of lines.get(key(turn, Math.round(y) + step)) ?? []) {
          if (piece.x < x && (before === null || piece.x > before.x) && Math.abs(piece.x + piece.width - x) < 0.25 * piece.size) before = piece;
        }
      }
      if (before !== null) before.spaceAfter = true;
    }
  }
}
