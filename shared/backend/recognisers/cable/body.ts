// Divides the body of a cable into headings and paragraphs, and a paragraph into passages: joined lines, bullets, tables kept as printed.
// Who speaks in a passage is roles.ts's work.

import type { TextRange } from '../../../core/document.ts';
import {
  cutAtOpenings,
  endsSentence,
  isMarkingAlone,
  isRule,
  isTabular,
  looksLikeHeading,
  markAt,
  openingOf,
  ruledHeading,
  startsBullet,
} from './body-lines.ts';
import type { Opening } from './body-lines.ts';
import { BLANKED_BANNER, linesOf, trimmed } from './source.ts';
import type { Line } from './source.ts';

/** Lines that read as one: joined text, a bullet, or lines whose columns must be kept. Each range is a line's part in the working copy. */
export type Passage = { kind: 'text' | 'bullet' | 'table'; ranges: TextRange[] };

export type Heading = TextRange & { kind: 'heading' };
export type Paragraph = {
  kind: 'paragraph';
  /** Printed number; null for a paragraph without one. */
  number: number | null;
  numberRange: TextRange | null;
  mark: (TextRange & { text: string }) | null;
  passages: Passage[];
};
export type BodyPart = Heading | Paragraph;

/** Parts in reading order; rules and markings alone on a line are no parts. */
export type Body = { parts: BodyPart[]; rules: TextRange[]; markings: TextRange[] };

/** Lines at least this long were wrapped by the sender (at about 68 columns): a sentence goes on after them even across a blank line. */
const WRAPPED = 45;
/** Numbers a marked paragraph may skip: lost paragraphs happen, lists inside paragraphs do too. */
const LARGEST_GAP = 3;

/** Decides which openings start the next paragraph, so that lists and years do not. */
class Numbering {
  last = 0;
  private marked = 0;
  private unmarked = 0;
  private list = 0;

  accepts(opening: Opening, afterBlank: boolean, afterSentence: boolean): boolean {
    const { number, strong } = opening;
    const next = number === this.last + 1;
    const first = this.last === 0 && number <= 2;
    if (strong && (first || (number > this.last && number <= this.last + LARGEST_GAP) || (number === this.last && afterBlank))) return this.take(opening);
    if (number === 1 && this.last > 0) {
      this.list = 1;
      return false;
    }
    const continuesList = this.list > 0 && number === this.list + 1;
    const othersAreMarked = this.marked >= 2 && this.unmarked === 0;
    if (continuesList && (!next || !afterBlank || othersAreMarked)) {
      this.list = number;
      return false;
    }
    if (!strong && (next || first) && (afterBlank || afterSentence) && !(othersAreMarked && !afterBlank)) return this.take(opening);
    return false;
  }

  private take(opening: Opening): boolean {
    this.last = opening.number;
    this.list = 0;
    if (opening.strong) this.marked += 1;
    else this.unmarked += 1;
    return true;
  }
}

/** Reads the lines of a range of the working copy (page banners blanked) as body. */
export function readBody(work: string, range: TextRange): Body {
  const lines = linesOf(work, range.start, range.end).flatMap(cutAtOpenings);
  const body: Body = { parts: [], rules: [], markings: [] };
  const numbering = new Numbering();
  let paragraph: Paragraph | null = null;
  let afterBlank = true;
  let acrossBanner = false;
  let previous = '';
  let previousLine: Line | null = null;
  const filled = (from: number, step: 1 | -1): Line | null => {
    for (let at = from; at >= 0 && at < lines.length; at += step) {
      const line = lines[at];
      if (line !== undefined && !line.blank) return line;
    }
    return null;
  };
  const open = (fresh: Paragraph): Paragraph => {
    body.parts.push(fresh);
    paragraph = fresh;
    return fresh;
  };
  for (const [index, line] of lines.entries()) {
    if (line.blank) {
      if (line.text.length >= BLANKED_BANNER) acrossBanner = true;
      else afterBlank = true;
      continue;
    }
    if (isRule(line)) {
      body.rules.push(trimmed(work, line));
      afterBlank = true;
      continue;
    }
    if (isMarkingAlone(line)) {
      body.markings.push(trimmed(work, line));
      continue;
    }
    const opening = openingOf(line);
    const afterSentence = previous === '' || endsSentence(previous) || looksLikeHeading(previous);
    if (opening !== null && numbering.accepts(opening, afterBlank, afterSentence)) {
      const fresh = open({ kind: 'paragraph', number: opening.number, numberRange: opening.numberRange, mark: opening.mark, passages: [] });
      const text = trimmed(work, { start: opening.textStart, end: line.end });
      if (text.start < text.end) fresh.passages.push({ kind: 'text', ranges: [text] });
    } else {
      const heading = headingOf(work, line, filled(index - 1, -1), lines[index + 1], filled(index + 1, 1), afterBlank, previous);
      if (heading !== null) {
        body.parts.push({ kind: 'heading', ...heading });
        paragraph = null;
      } else addLine(work, line, paragraph ?? open(unnumbered(work, line)), { afterBlank, acrossBanner, previous, previousLine });
    }
    afterBlank = false;
    acrossBanner = false;
    previous = line.text;
    previousLine = line;
  }
  return body;
}

function unnumbered(work: string, line: Line): Paragraph {
  return { kind: 'paragraph', number: null, numberRange: null, mark: markAt(work, trimmed(work, line)), passages: [] };
}

/** The words of a line that is a heading: ruled, or short and alone before a paragraph. */
function headingOf(
  work: string,
  line: Line,
  before: Line | null,
  below: Line | undefined,
  after: Line | null,
  afterBlank: boolean,
  previous: string,
): TextRange | null {
  const ruled = ruledHeading(line);
  if (ruled !== null) return ruled;
  const text = line.text.trim();
  if (text.length > 80 || startsBullet(line) || isTabular(line)) return null;
  const range = trimmed(work, line);
  const besideRule = (before !== null && isRule(before)) || (below !== undefined && isRule(below));
  if (besideRule && text.split(/\s+/).length <= 12 && !/[.;]$/.test(text) && !(after !== null && isTabular(after))) return range;
  if (!looksLikeHeading(text)) return null;
  const opens = after !== null && (openingOf(after) !== null || isRule(after));
  const alone = afterBlank && (below === undefined || below.blank);
  const capitals = !/[a-z]/.test(text);
  if (alone && after !== null && (capitals || opens || !previous.trim().endsWith(':'))) return range;
  // Copies without blank lines: capitals between a finished sentence and the next number.
  return capitals && opens && (previous === '' || endsSentence(previous)) ? range : null;
}

type Before = { afterBlank: boolean; acrossBanner: boolean; previous: string; previousLine: Line | null };

function addLine(work: string, line: Line, paragraph: Paragraph, { afterBlank, acrossBanner, previous, previousLine }: Before): void {
  const whole = trimmed(work, line);
  const mark = paragraph.mark;
  const range = mark !== null && paragraph.passages.length === 0 && mark.start === whole.start ? trimmed(work, { start: mark.end, end: whole.end }) : whole;
  if (range.start === range.end) return;
  const passage = paragraph.passages.at(-1);
  const sentenceEnded = previous === '' || endsSentence(previous);
  if (isTabular(line)) {
    // Columns need the blanks in front too.
    const columns = { start: line.start, end: range.end };
    if (passage?.kind === 'table' && !afterBlank) passage.ranges.push(columns);
    else paragraph.passages.push({ kind: 'table', ranges: [columns] });
    return;
  }
  if (startsBullet(line) && (afterBlank || sentenceEnded || passage === undefined || passage.kind === 'bullet')) {
    paragraph.passages.push({ kind: 'bullet', ranges: [range] });
    return;
  }
  const goesOn = !afterBlank || (acrossBanner && !sentenceEnded) || (!sentenceEnded && previousLine !== null && previousLine.text.trim().length >= WRAPPED && previousLine.text.length <= 120);
  if (passage !== undefined && passage.kind !== 'table' && goesOn) passage.ranges.push(range);
  else paragraph.passages.push({ kind: 'text', ranges: [range] });
}
