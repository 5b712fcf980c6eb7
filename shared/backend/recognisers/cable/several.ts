// Divides a file that holds several cables, rows of a table or one text after another, into its cables. What each says is read later,
// by itself; a file with one cable is not divided.

import type { DocumentPart, ParsedDocument } from '../../../core/document.ts';
import { assemble } from '../../../core/canonical-text.ts';
import { likeness } from './acceptance.ts';
import { readBanner } from './banner.ts';
import { dateTimeGroup } from './time-group.ts';
import { linesOf, workingCopy } from './source.ts';
import type { Line } from './source.ts';
import { rowsOf, tableOfCables } from './table-row.ts';

/** As sure as the choice among recognisers asks: a piece below this stays with the cable before it. */
const SURE = 0.5;
/** Header lines that show that a banner opens a cable stand within so many filled lines after it. */
const HEADER_LINES = 40;

const PAGE = /^\s{0,40}(?:(viewing cable)\s+\S|(reference id|identifier|canonical id)\s*(?::|$|\s{2,}))/i;
const TRANSMISSION = /^\s{0,40}VZCZ[A-Z]{1,8}\d/;
const STATION = /^\s{0,40}DE {1,4}R[A-Z]{3,7} {1,4}#?\d/;
const FROM = /^\s{0,40}FM {1,4}[A-Z]/;
const CONTENT_LABEL = /^\s{0,80}(?:SUBJECT|SUBJ|TAGS|E\.? ?O\.? {0,3}\d{4})/i;
const BEGIN_QUOTED = /\bbegin\b[^.]{0,40}\b(?:text|quote|message|cable|transcript)\b|\b(?:quote|text)\s*(?:follows)?\s*:\s*$/i;
const END_QUOTED = /\b(?:end|un)\s?(?:of\s+)?[^.]{0,30}(?:text|quote|message|cable|transcript)\b/i;
const IDENTIFIER = /\b\d{2,4}[A-Z]{3,20}\d{1,7}\b/;

/** What was seen of the cable that the lines read so far belong to. */
type Seen = { pageLabels: Set<string>; transmission: boolean; station: boolean; time: boolean; banner: string | null; quoting: boolean };

function nothing(): Seen {
  return { pageLabels: new Set(), transmission: false, station: false, time: false, banner: null, quoting: false };
}

/** True when a line begins another cable than the one seen so far; notes what the line shows. */
function opensCable(lines: readonly Line[], index: number, seen: Seen): boolean {
  const line = lines[index];
  if (line === undefined) return false;
  const text = line.text.slice(0, 300);
  const page = PAGE.exec(text);
  if (page !== null) {
    const label = (page[1] ?? page[2] ?? '').toLowerCase();
    const opens = seen.banner !== null || seen.transmission || seen.pageLabels.has(label);
    seen.pageLabels.add(label);
    return opens;
  }
  if (BEGIN_QUOTED.test(text)) seen.quoting = true;
  else if (END_QUOTED.test(text)) seen.quoting = false;
  if (TRANSMISSION.test(text)) {
    const opens = seen.transmission || seen.banner !== null;
    seen.transmission = true;
    return opens && !seen.quoting;
  }
  if (STATION.test(text)) {
    const opens = seen.station || seen.banner !== null;
    seen.station = true;
    return opens && !seen.quoting;
  }
  if (dateTimeGroup(text) !== null && lines.slice(index + 1, index + 4).some((next) => FROM.test(next.text.slice(0, 100)))) {
    const opens = seen.time || seen.banner !== null;
    seen.time = true;
    return opens && !seen.quoting;
  }
  const banner = readBanner(line);
  if (banner === null) return false;
  const name = `${banner.canonicalPost ?? banner.banner.post} ${Number(banner.banner.serial)}`;
  const opens = seen.banner !== null && seen.banner !== name && !seen.quoting && lines.slice(index + 1, index + HEADER_LINES).some((next) => CONTENT_LABEL.test(next.text.slice(0, 120)));
  if (seen.banner === null) seen.banner = name;
  return opens;
}

/** Offsets at which the cables of a text begin; the first is 0. */
function beginnings(work: string): number[] {
  const lines = linesOf(work).filter((line) => !line.blank);
  const starts = [0];
  let seen = nothing();
  for (const index of lines.keys()) {
    if (!opensCable(lines, index, seen)) continue;
    starts.push(lines[index]?.start ?? 0);
    seen = nothing();
    opensCable(lines, index, seen);
  }
  return starts;
}

/** The texts of the cables one after another; pieces that are no cable by themselves stay with the one before. */
function textsOf(source: string): string[] {
  const starts = beginnings(workingCopy(source));
  const texts: string[] = [];
  let first = 0;
  for (const [index, start] of starts.entries()) {
    const piece = source.slice(start, starts[index + 1] ?? source.length);
    if (texts.length === 0 || likeness(piece) >= SURE) {
      texts.push(source.slice(texts.length === 0 ? 0 : start, starts[index + 1] ?? source.length));
      if (texts.length === 1) first = likeness(piece);
    } else texts[texts.length - 1] += piece;
  }
  // Something else before the only cable is its page; it is no cable of its own.
  return first < SURE && texts.length > 1 ? [`${texts[0] ?? ''}${texts[1] ?? ''}`, ...texts.slice(2)] : texts;
}

function part(text: string, number: number): DocumentPart {
  const identifier = IDENTIFIER.exec(text.slice(0, 400))?.[0];
  const name = identifier ?? `Cable ${number}`;
  return { name, parsed: { ...assemble([{ kind: 'code', text }]), pages: [], properties: {}, warnings: [], leftOut: [], source: text } };
}

/** The file with a part for each of its cables, its own text the list of them; null when it holds one cable or none. Files with pages stay whole. */
export function divideCables(parsed: ParsedDocument): ParsedDocument | null {
  if (parsed.pages.length > 0 || parsed.source === undefined) return null;
  const source = parsed.source.replace(/\r\n?/g, '\n');
  const table = tableOfCables(source);
  const texts = (table === null ? textsOf(source) : rowsOf(source, table.start)).filter((text) => text.trim() !== '');
  if (texts.length < 2) return null;
  const parts = texts.map((text, index) => part(text, index + 1));
  const list = assemble([{ kind: 'title' as const, text: `${parts.length} cables` }, ...parts.map(({ name }) => ({ kind: 'list-item' as const, level: 1, text: name }))]);
  const leftOut = table === null || table.names === '' ? [] : [{ text: table.names, reason: 'Names of the columns', page: null }];
  return { ...list, pages: [], properties: parsed.properties, warnings: parsed.warnings, leftOut: [...parsed.leftOut, ...leftOut], parts };
}
