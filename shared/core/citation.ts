// Citation strings: how a source and a place in it are written. One house style for each kind of source, fixed here; the
// numbers of sources in a brief are brief/numbering.ts. Locators are never dropped.

import type { DocumentKind } from './recognition.ts';

/** What is known of a source; a document of the library and a source of a brief both are one. */
export type CitableSource = {
  kind: DocumentKind;
  title: string;
  issuer: string | null;
  identifier: string | null;
  /** ISO 8601. */
  date: string | null;
  /** Edition year. */
  year: number | null;
  countryName: string | null;
  classification: string | null;
  fileName: string;
};

/** Where in a source a passage stands, as far as the source itself says. */
export type CitedPlace = {
  /** Number of the paragraph as printed. */
  paragraph: string | null;
  /** Number of the last paragraph when the passage runs over several. */
  lastParagraph?: string | null;
  /** Number of the table as printed. */
  table: string | null;
  /** Number of the section as printed ("III"), or its title when it has none. */
  section: { number: string | null; title: string } | null;
  /** Page as printed, or counted from 1 where none is printed. */
  page: string | null;
  lastPage?: string | null;
};

/** A stretch of a citation; titles are set in italics where the format can. */
export type CitationPart = { text: string; title: boolean };

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/**
 * "3 December 2007" or "3 Dec 2007" for an ISO 8601 date or date-time; "December 2007" and "2007" when that is all it says.
 * The date is taken as written, without moving it to a time zone. Anything else is returned unchanged.
 */
export function formatDate(iso: string, style: 'long' | 'short' = 'long'): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$/s.exec(iso.trim()) ?? [];
  if (!year) return iso;
  if (!month) return year;
  const name = monthNames[Number(month) - 1];
  if (!name || (day !== undefined && !isDay(Number(year), Number(month), Number(day)))) return iso;
  const shown = style === 'long' ? name : name.slice(0, 3);
  return day ? `${Number(day)} ${shown} ${year}` : `${shown} ${year}`;
}

/**
 * "para. 2", "Table 6, p. 5", "§ III, p. 5", "p. 4"; '' when nothing is known. A numbered paragraph needs no page; a
 * section's title stands in only where there is no number and no page.
 */
export function formatLocator(place: CitedPlace): string {
  const page = numbered('p.', 'pp.', place.page, place.lastPage);
  if (place.paragraph !== null) return numbered('para.', 'paras.', place.paragraph, place.lastParagraph);
  const { section } = place;
  const part =
    place.table !== null ? `Table ${place.table}` : section?.number ? `§ ${section.number}` : section?.title && page === '' ? `“${section.title}”` : '';
  return [part, page].filter(Boolean).join(', ');
}

/** The source and a place in it as one line: 07ASTANA3256 (Embassy Astana, 3 December 2007, UNCLASSIFIED), para. 2 */
export function citeSource(source: CitableSource, locator = ''): string {
  const text = citationParts(source)
    .map((part) => part.text)
    .join('');
  return locator === '' ? text : `${text}, ${locator}`;
}

/** The source as one line, its title apart so that it can be set in italics. */
export function citationParts(source: CitableSource): CitationPart[] {
  switch (source.kind) {
    case 'cable':
      return source.identifier ? cableParts(source, source.identifier) : genericParts(source);
    case 'ilab-report':
    case 'ilab-page':
    case 'ilab-dataset':
      return reportParts(source);
    case 'generic':
      return genericParts(source);
  }
}

/** The line of a source list: a cable's subject follows, since its identifier alone tells a reader little. */
export function sourceListParts(source: CitableSource): CitationPart[] {
  const parts = citationParts(source);
  const subject = oneLine(source.title);
  if (source.kind !== 'cable' || subject === '' || parts.some((part) => part.text.includes(subject))) return parts;
  return [...parts, plain(': '), { text: subject, title: true }];
}

function cableParts(source: CitableSource, identifier: string): CitationPart[] {
  const inside = [source.issuer, sourceDate(source), source.classification].map((each) => oneLine(each ?? '')).filter(Boolean);
  return [plain(inside.length > 0 ? `${oneLine(identifier)} (${inside.join(', ')})` : oneLine(identifier))];
}

/** Issuer, title, country, report year, classification. What the title already says is not said twice. */
function reportParts(source: CitableSource): CitationPart[] {
  const title = oneLine(source.title);
  const country = source.countryName && !contains(title, source.countryName) ? source.countryName : '';
  const year = source.year !== null && !contains(title, String(source.year)) ? `report year ${source.year}` : '';
  return listed([source.issuer, null, country, year, source.classification], title || oneLine(source.fileName));
}

/** Issuer, title, date, identifier, classification; the file's name when nothing else would lead back to it. */
function genericParts(source: CitableSource): CitationPart[] {
  const title = oneLine(source.title);
  const file = source.issuer || source.identifier || contains(title, source.fileName) ? '' : source.fileName;
  return listed([source.issuer, null, sourceDate(source), source.identifier, source.classification, title === '' ? '' : file], title || oneLine(source.fileName));
}

/** Joins by commas; null is the place of the title. */
function listed(items: readonly (string | null)[], title: string): CitationPart[] {
  const parts = items.map((item, index): CitationPart => (index === 1 ? { text: title, title: true } : plain(oneLine(item ?? ''))));
  return parts.filter((part) => part.text !== '').flatMap((part, index) => (index === 0 ? [part] : [plain(', '), part]));
}

function plain(text: string): CitationPart {
  return { text, title: false };
}

function sourceDate(source: CitableSource): string {
  return source.date ? formatDate(source.date) : source.year === null ? '' : String(source.year);
}

function contains(title: string, part: string): boolean {
  return title.toLocaleLowerCase('en').includes(part.toLocaleLowerCase('en'));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function numbered(one: string, several: string, first: string | null, last: string | null | undefined): string {
  if (first === null || first === '') return '';
  return last && last !== first ? `${several} ${first}–${last}` : `${one} ${first}`;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
