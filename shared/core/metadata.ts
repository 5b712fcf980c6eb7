// What a document is, field by field: what was recognised and where it says so, what else it could be, and what the analyst decided.
// Pure: how fields are recognised is the recognisers' matter, how they are shown the screen's.

import type { Block, TextRange } from './document.ts';
import type { ProposedValue, Recognition } from './recognition.ts';

/** In the order in which they are shown. Values are text here: a year as "2019", a country as its ISO 3166-1 alpha-3 code. */
export const metadataFields = ['title', 'country', 'year', 'date', 'issuer', 'author', 'language', 'kind', 'identifier', 'classification'] as const;
export type MetadataField = (typeof metadataFields)[number];

export const fieldNames: Readonly<Record<MetadataField, string>> = {
  title: 'Title', country: 'Country', year: 'Year', date: 'Date', issuer: 'Issuer', author: 'Author', language: 'Language', kind: 'Kind', identifier: 'Identifier', classification: 'Marking',
};

/** A value less sure than this is offered, and not put in. */
export const leastConfidence = 0.5;
/** From here on a recognised value needs no second look. */
export const sureConfidence = 0.85;

/** Where a value was found: words of the text, the name of the file, or what the file says of itself beside its text. */
export type ValueOrigin = NonNullable<ProposedValue['from']>;

/** Words around a value. `start` and `end` are offsets of the value within `text`, in UTF-16 code units. */
export type ValueQuote = TextRange & { text: string };

export type FieldCandidate = {
  value: string;
  /** 0..1 */
  confidence: number;
  from: ValueOrigin;
  /** In the canonical text; null when no passage says it. */
  place: TextRange | null;
  quote: ValueQuote | null;
};

/** Who says so: the analyst, the recogniser for sure, the recogniser with doubt, nobody. */
export type FieldState = 'confirmed' | 'corrected' | 'recognised' | 'doubtful' | 'unknown';

/** A field of a document as it stands. */
export type FieldReview = {
  documentId: string;
  documentTitle: string;
  field: MetadataField;
  /** Null when it is not known. */
  value: string | null;
  state: FieldState;
  /** What was recognised comes first when it was put in; then what else it could be, the likeliest first. */
  candidates: FieldCandidate[];
  /** What was recognised and put in; null when nothing was. */
  recognised: string | null;
  /** The analyst's decision, and what stood there before it; null while there is none. `author` is '' when nobody is named. */
  decision: { author: string; madeAt: string; was: string | null } | null;
};

/** A field that asks for a look: put in with doubt, or open with something to choose from. */
export function needsLook({ state, candidates }: Pick<FieldReview, 'state' | 'candidates'>): boolean {
  return state === 'doubtful' || (state === 'unknown' && candidates.length > 0);
}

/** How sure the value that stands is, as far as the recogniser gave it; 1 for the analyst's own, null for what is not known. */
export function confidenceOf({ state, value, candidates }: Pick<FieldReview, 'state' | 'value' | 'candidates'>): number | null {
  if (state === 'confirmed' || state === 'corrected') return 1;
  return candidates.find((candidate) => candidate.value === value)?.confidence ?? null;
}

/** A value as a field of a recognition, in the words it is kept with. `isPutIn`: it was chosen; the others are only offered. */
export type RecognisedValue = FieldCandidate & { field: MetadataField; isPutIn: boolean };

/** What a recognition says of each field: the value put in first, then the others. */
export function recognisedValues(recognition: Recognition, text: string, blocks: readonly Block[]): RecognisedValue[] {
  return metadataFields.flatMap((field) => {
    const putIn = putInOf(recognition, field);
    const proposed = recognition.proposed.filter((proposal) => proposal.field === field).toSorted((one, other) => other.confidence - one.confidence);
    const said = (proposal: ProposedValue, isPutIn: boolean): RecognisedValue => {
      const place = proposal.end > proposal.start ? { start: proposal.start, end: proposal.end } : null;
      return { field, isPutIn, value: proposal.value, confidence: proposal.confidence, from: proposal.from ?? 'passage', place, quote: place && quoteOf(text, blocks, place) };
    };
    const own = proposed.find(({ value }) => value === putIn) ?? proposed.find(({ value }) => clean(value) === putIn);
    // A recogniser that names no place for a value stands for it with what it knows of the whole document.
    const unplaced: RecognisedValue[] = putIn === null || own ? [] : [{ field, isPutIn: true, value: putIn, confidence: field === 'kind' && putIn === 'generic' ? 1 : recognition.confidence, from: 'file-properties', place: null, quote: null }];
    const seen = new Set(putIn === null ? [] : [putIn]);
    const others = proposed.filter(({ value }) => !seen.has(clean(value)) && seen.add(clean(value)));
    return [...(putIn !== null && own ? [{ ...said(own, true), value: putIn }] : unplaced), ...others.map((proposal) => said(proposal, false))];
  });
}

/** Titles are kept in one line, like the rows they stand in. */
const longestValue = 2000;

function putInOf(recognition: Recognition, field: MetadataField): string | null {
  const value = field === 'country' ? recognition.country?.iso3 : recognition[field];
  const text = value === null || value === undefined ? '' : field === 'title' ? clean(String(value)) : String(value);
  return text === '' ? null : text.slice(0, longestValue);
}

function clean(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

/** Characters shown before and behind a value of a long passage. */
const aroundBefore = 80;
const aroundBehind = 160;

function quoteOf(text: string, blocks: readonly Block[], { start, end }: TextRange): ValueQuote | null {
  const block = blocks.find((one) => one.start <= start && start < one.end);
  if (!block) return null;
  const from = Math.max(block.start, start - aroundBefore);
  const to = Math.min(block.end, end + aroundBehind);
  const first = from === block.start ? from : Math.min(start, after(text, from));
  const last = to === block.end ? to : Math.max(end, before(text, to));
  const lead = first === block.start ? '' : '…';
  const quote = lead + text.slice(first, last) + (last === block.end ? '' : '…');
  return { text: quote, start: start - first + lead.length, end: Math.min(end, last) - first + lead.length };
}

/** The first word that begins at or after an offset, and the end of the last that ends before it: no word is cut. */
function after(text: string, offset: number): number {
  const space = text.slice(offset, offset + aroundBefore).search(/\s/);
  return space < 0 ? offset : offset + space + 1;
}

function before(text: string, offset: number): number {
  const space = text.slice(0, offset).lastIndexOf(' ');
  return space < offset - aroundBefore ? offset : space;
}
