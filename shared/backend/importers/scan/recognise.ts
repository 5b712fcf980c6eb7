// Reads one scanned page: draws it, turns and straightens it, has its words and ruled lines recognised. One page at a time, so
// that the work can be paused after each; knows nothing of the rest of the document.

import type { RecognisedPage, RecognisedWord } from '../../../core/ocr.ts';
import { type Bitmap, cutOut, inkBelow, straightened, turnedBack, withoutSpecks } from './bitmap.ts';
import { drawPage } from './draw.ts';
import { leanOf } from './lean.ts';
import { onWhitePaper } from './paper.ts';
import { ruledLines } from './rules.ts';
import { type Reader, type ReadLine, readerOf, type ReadWord } from './tesseract.ts';

export type PageToRead = {
  bytes: Uint8Array;
  /** 1-based. */
  page: number;
  languages: readonly string[];
  /** Folders of this machine that may hold language data. */
  folders: readonly string[];
};

/** Less leaning (degrees) is not worth the loss of sharpness. */
const worthStraightening = 0.15;
/** A page with less ink (share) is empty but for specks. */
const emptyBelow = 0.0004;
/** Lines this unsure (mean of the page) may stand on their head. */
const upsideDownBelow = 55;
/** Share of a page's height read to learn which way up it is. */
const sample = 0.3;

/** Throws UserError when the page cannot be drawn, its picture cannot be read, or a language has no data. */
export async function recognisePage({ bytes, page, languages, folders }: PageToRead): Promise<RecognisedPage> {
  const reader = await readerOf(languages, folders);
  const drawn = drawPage(bytes, page);
  const { width, height, scale } = drawn;
  const base = { number: page, languages: [...languages], width, height, failure: null };
  const clean = withoutSpecks(onWhitePaper(drawn.bitmap));
  const lean = leanOf(clean);
  if (lean.ink < emptyBelow) return { ...base, turn: 0, skew: 0, words: [], rules: [], confidence: null };
  const found = readUpright(clean, lean.sideways, reader, scale);
  const limit = inkBelow(found.bitmap);
  const words = found.lines.flatMap((line) => wordsOf(line, scale, (word) => strokeOf(found.bitmap, word, limit)));
  return { ...base, turn: found.turn, skew: found.skew, words, rules: ruledLines(found.bitmap, scale), confidence: meanOf(found.lines) };
}

type Upright = { turn: RecognisedPage['turn']; skew: number; bitmap: Bitmap; lines: ReadLine[] };

function readUpright(bitmap: Bitmap, sideways: boolean, reader: Reader, scale: number): Upright {
  const dotsPerInch = scale * 72;
  const readTurned = (turn: RecognisedPage['turn']): Upright => {
    const { bitmap: level, skew } = levelled(turnedBack(bitmap, turn));
    return { turn, skew, bitmap: level, lines: reader.read(level, dotsPerInch) };
  };
  if (sideways) {
    // Columns of like words look like lines too: reading a part decides.
    const tried = ([1, 3, 0] as const).map((turn) => {
      const upright = turnedBack(bitmap, turn);
      const part = cutOut(upright, 0, upright.height * (0.5 - sample / 2), upright.width, upright.height * sample);
      return { turn, sureness: sureness(reader.read(part, dotsPerInch)) };
    });
    return readTurned(tried.reduce((best, each) => (each.sureness > best.sureness ? each : best)).turn);
  }
  const upright = readTurned(0);
  if ((meanOf(upright.lines) ?? 0) >= upsideDownBelow) return upright;
  const turned = readTurned(2);
  return sureness(turned.lines) > sureness(upright.lines) ? turned : upright;
}

function levelled(bitmap: Bitmap): { bitmap: Bitmap; skew: number } {
  const { degrees } = leanOf(bitmap);
  return Math.abs(degrees) < worthStraightening ? { bitmap, skew: 0 } : { bitmap: straightened(bitmap, degrees), skew: degrees };
}

/** Mean confidence of the words, the long ones counting for more. */
function meanOf(lines: readonly ReadLine[]): number | null {
  let sum = 0;
  let letters = 0;
  for (const { words } of lines) {
    for (const { text, confidence } of words) {
      sum += confidence * text.length;
      letters += text.length;
    }
  }
  return letters === 0 ? null : Math.round((sum / letters) * 10) / 10;
}

/** Confidence times letters: few words that are sure by chance do not outweigh many. */
function sureness(lines: readonly ReadLine[]): number {
  const letters = lines.reduce((sum, { words }) => sum + words.reduce((each, { text }) => each + text.length, 0), 0);
  return ((meanOf(lines) ?? 0) / 100) ** 2 * letters;
}

/** Mean length of the runs of ink along the rows of a word, in pixels: the thickness of its upright strokes. */
function strokeOf({ width, pixels }: Bitmap, { x0, y0, x1, y1 }: ReadWord, limit: number): number {
  let ink = 0;
  let runs = 0;
  for (let y = y0; y < y1; y += 1) {
    let wasInk = false;
    for (let at = y * width + x0; at < y * width + x1; at += 1) {
      const isInk = (pixels[at] as number) < limit;
      if (isInk) ink += 1;
      if (isInk && !wasInk) runs += 1;
      wasInk = isInk;
    }
  }
  return ink / Math.max(1, runs);
}

function wordsOf({ words, height, baseline }: ReadLine, scale: number, stroke: (word: ReadWord) => number): RecognisedWord[] {
  const point = (value: number) => Math.round((value / scale) * 100) / 100;
  // One baseline for the line: what leans within it has been straightened.
  const level = point((baseline.y0 + baseline.y1) / 2);
  return words.map(({ text, confidence, x0, y0, x1, y1 }) => ({
    text,
    stroke: point(stroke({ text, confidence, x0, y0, x1, y1 })),
    x: point(x0),
    y: point(y0),
    width: point(x1 - x0),
    height: point(y1 - y0),
    baseline: level,
    size: point(height),
    confidence: Math.round(confidence * 10) / 10,
  }));
}
