// Finds the copies of the content header, chooses the one that counts, and finds where the body begins. Text copies of the web page
// print the header twice; long cables repeat part of it at the start of each section.

import type { TextRange } from '../../../core/document.ts';
import { readBanner } from './banner.ts';
import type { PlacedBanner } from './banner.ts';
import { cutAtOpenings, openingOf, ruledHeading } from './body-lines.ts';
import { captionsOf } from './captions.ts';
import { readHeader } from './header.ts';
import type { Header } from './header.ts';
import { headerLabels } from './labels.ts';
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
  const opening = banners.filter((banner, index) => index === 0 || (banner.start < paragraph && index < MOST_COPIES));
  const headers: { banner: PlacedBanner | null; header: Header }[] = [];
  for (const [index, banner] of opening.entries()) {
    const next = opening[index + 1];
    headers.push({ banner, header: readHeader(work, banner.start, next?.start ?? Math.max(paragraph, banner.end), banner) });
  }
  if (headers.length === 0) {
    const label = headerLabels(work, start, Math.min(paragraph, start + 20_000))[0];
    const from = label?.start ?? start;
    headers.push({ banner: null, header: readHeader(work, from, Math.max(paragraph, from), null) });
  }
  const last = headers.at(-1);
  const chosen = headers.findLast(({ header }) => header.subject !== null) ?? last;
  if (chosen === undefined) throw new Error('a cable has at least one header');
  const duplicates: TextRange[] = [];
  const others: Header[] = [];
  const words = folded(work, chosen.header.range);
  for (const { header, banner } of headers) {
    if (header === chosen.header) continue;
    const next = headers[headers.findIndex((one) => one.header === header) + 1]?.banner;
    const whole = { start: banner?.start ?? header.range.start, end: next?.start ?? header.range.end };
    if (folded(work, whole) === words) duplicates.push(whole);
    else {
      for (const line of linesOf(work, header.range.end, whole.end)) if (!line.blank) header.fields.push({ kind: 'other', ranges: [trimmed(work, line)] });
      others.push(header);
    }
  }
  for (const other of others) lend(chosen.header, other);
  const known = new Set(headers.flatMap(({ header }) => linesOf(work, header.range.start, header.range.end).map((line) => oneLine(line.text))));
  const sectionHeads: TextRange[] = [];
  for (const banner of banners.slice(opening.length)) {
    if (banner.start >= (sectionHeads.at(-1)?.end ?? 0)) sectionHeads.push(sectionHead(work, banner, end, known));
  }
  return {
    header: chosen.header,
    banner: chosen.banner,
    duplicates,
    others,
    sectionHeads,
    banners,
    bodyStart: Math.max(...headers.map(({ header }) => header.range.end)),
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
