// Finds the copies of the content header, chooses the one that counts, and finds where the body begins. Text copies of the web page
// print the header twice; long cables repeat part of it at the start of each section.

import type { TextRange } from '../../../core/document.ts';
import { readBanner } from './banner.ts';
import type { PlacedBanner } from './banner.ts';
import { cutAtOpenings, openingOf, ruledHeading } from './body-lines.ts';
import { captionsOf } from './captions.ts';
import { readHeader } from './header.ts';
import type { Header } from './header.ts';
import { linesOf, oneLine, trimmed } from './source.ts';
import type { Line } from './source.ts';

export type Copies = {
  /** The copy that counts, with the banner that opens it. */
  header: Header;
  banner: PlacedBanner | null;
  /** Copies with the same words, left out. */
  duplicates: TextRange[];
  /** Copies that differ, kept before the one that counts. */
  others: Header[];
  /** Banners with repeated header lines inside the body. */
  sectionHeads: TextRange[];
  /** Every banner in reading order. */
  banners: PlacedBanner[];
  bodyStart: number;
};

/** Two copies are usual, one for each section of a cable without paragraphs at most; more are a list of cables. */
const MOST_COPIES = 8;
/** More characters than this between a header and the next banner are text, not stray lines of the header. */
const MOST_OTHER_LINES = 240;

const SUMMARY_LINE = /^[\s\-=*]{0,80}(?:EXECUTIVE )?SUMM?A?RY\b(?:\s*$|\s*[-=:.]|\s+AND\b)/i;
const CLASSIFIED = /^\s*¶?\d\.? {0,3}(?:\([A-Z/]{1,5}\) {0,3})?Class?i\w{0,4}ed\b/i;
const NUMBERED_REFERENCE = /^\s*¶?1 ?[.)]\s*(?:'?\d{2,4}\s+)?[A-Z][A-Za-z .'-]{2,30}\s+\d{1,7}\s*[,;]?\s*$/;

/** Start of the first paragraph or summary heading in a range; null when there is none. */
function firstParagraph(work: string, start: number, end: number): number | null {
  for (const whole of linesOf(work, start, end)) {
    if (whole.blank) continue;
    for (const line of cutAtOpenings(whole)) {
      const head = line.text.slice(0, 200);
      if (SUMMARY_LINE.test(head)) return line.start;
      const ruled = ruledHeading(line);
      if (ruled !== null && SUMMARY_LINE.test(work.slice(ruled.start, ruled.end))) return line.start;
      const opening = openingOf(line);
      if (opening !== null && opening.number === 1 && !CLASSIFIED.test(head) && !NUMBERED_REFERENCE.test(head)) return line.start;
    }
  }
  return null;
}

function folded(work: string, range: TextRange): string {
  return oneLine(work.slice(range.start, range.end));
}

/** The banner with the header lines repeated under it. */
function sectionHead(work: string, banner: PlacedBanner, end: number, known: ReadonlySet<string>): TextRange {
  let stop = banner.line.end;
  for (const line of linesOf(work, banner.line.end + 1, Math.min(end, banner.line.end + 6000))) {
    if (line.blank) continue;
    if (captionsOf(line.text).length === 0 && !known.has(oneLine(line.text))) break;
    stop = line.end;
  }
  return { start: banner.start, end: stop };
}

/** All banners of a range. */
function bannersOf(lines: readonly Line[]): PlacedBanner[] {
  return lines.flatMap((line) => {
    const banner = line.blank ? null : readBanner(line);
    return banner === null ? [] : [banner];
  });
}

/**
 * Reads the copies of the header in the content [start, end). Of copies that differ the one counts that has a SUBJECT and is nearest to
 * the body; what it lacks is taken from the others.
 */
export function readCopies(work: string, start: number, end: number): Copies {
  const banners = bannersOf(linesOf(work, start, end));
  const paragraph = firstParagraph(work, banners[0]?.end ?? start, end) ?? end;
  const headers: { banner: PlacedBanner | null; header: Header; end: number }[] = [];
  if (banners.length === 0) {
    const header = readHeader(work, start, Math.max(paragraph, start), null);
    headers.push({ banner: null, header, end: header.range.end });
  }
  for (const [index, banner] of banners.slice(0, MOST_COPIES).entries()) {
    const next = banners[index + 1];
    const isLast = next === undefined || next.start >= paragraph;
    const header = readHeader(work, banner.start, isLast ? Math.max(paragraph, banner.end) : next.start, banner);
    // Text before the next banner: that banner opens a section of the body, no other copy.
    const textFollows = isLast || index + 1 === MOST_COPIES || folded(work, { start: header.range.end, end: next.start }).length > MOST_OTHER_LINES;
    headers.push({ banner, header, end: textFollows ? header.range.end : next.start });
    if (textFollows) break;
  }
  const last = headers.at(-1);
  const chosen = headers.findLast(({ header }) => header.subject !== null) ?? last;
  if (chosen === undefined) throw new Error('a cable has at least one header');
  const duplicates: TextRange[] = [];
  const others: Header[] = [];
  const words = folded(work, chosen.header.range);
  for (const { header, banner, end: copyEnd } of headers) {
    const whole = { start: banner?.start ?? header.range.start, end: copyEnd };
    const isChosen = header === chosen.header;
    if (!isChosen && folded(work, whole) === words) {
      duplicates.push(whole);
      continue;
    }
    for (const line of linesOf(work, header.range.end, copyEnd)) if (!line.blank) header.fields.push({ kind: 'other', ranges: [trimmed(work, line)] });
    if (!isChosen) others.push(header);
  }
  for (const other of others) lend(chosen.header, other);
  const known = new Set(headers.flatMap(({ header }) => linesOf(work, header.range.start, header.range.end).map((line) => oneLine(line.text))));
  const sectionHeads: TextRange[] = [];
  for (const banner of banners.slice(headers.length)) {
    if (banner.start >= (sectionHeads.at(-1)?.end ?? 0)) sectionHeads.push(sectionHead(work, banner, end, known));
  }
  return {
    header: chosen.header,
    banner: chosen.banner,
    duplicates,
    others,
    sectionHeads,
    banners,
    bodyStart: Math.max(...headers.map((one) => one.end)),
  };
}

/** Fills what a header lacks from another copy. */
function lend(header: Header, other: Header): void {
  header.order ??= other.order;
  header.tags ??= other.tags;
  header.references ??= other.references;
  header.classifiedBy ??= other.classifiedBy;
  if (header.attention.length === 0) header.attention.push(...other.attention);
  header.captions = [...new Set([...header.captions, ...other.captions])];
}
