// What is known of an indicator: how a value is written, which source stands before which, what a later report restates, and where the
// method of a series changed. Values of different sources stand side by side and are never merged into one.

import type { DocumentKind, ObservationStatus } from './recognition.ts';

/** A value as far as it can be written down. */
export type WrittenValue = { status: ObservationStatus; value: number | boolean | string | null; unit: string | null };

export const observationStatuses = ['value', 'unknown', 'not_applicable', 'unavailable', 'not_printed'] as const satisfies readonly ObservationStatus[];

/** Written out: none of them is zero, and none is another. */
export const statusWords: Readonly<Record<Exclude<ObservationStatus, 'value'>, string>> = {
  unknown: 'Unknown',
  not_applicable: 'N/A',
  unavailable: 'Unavailable',
  not_printed: 'Not printed',
};

/** report: the edition of the year itself. restatement: a later edition that prints the year again. data: the official data file. analyst: set by hand. */
export const observationSources = ['analyst', 'report', 'restatement', 'data', 'other'] as const;
export type ObservationSource = (typeof observationSources)[number];

export const sourceNames: Readonly<Record<ObservationSource, string>> = {
  analyst: 'Corrected by hand',
  report: 'Printed report',
  restatement: 'Later report',
  data: 'Official data',
  other: 'Other document',
};

/** A value from one source, with its place there. Offsets are UTF-16 code units into the document's canonical text. */
export type SourcedValue = WrittenValue & {
  source: ObservationSource;
  documentId: string;
  documentTitle: string;
  documentKind: DocumentKind;
  /** Year of the edition that says it. */
  reportedYear: number | null;
  mark: string | null;
  note: string | null;
  page: number | null;
  start: number | null;
  end: number | null;
  quote: string;
  /** 0..1; 1 for what was set by hand. */
  confidence: number;
  /** Set when the analyst put it in the place of what was recognised in this document. */
  correction: Correction | null;
};

export type Correction = { id: string; reason: string; author: string; madeAt: string };

/** A value with what it speaks of. */
export type PlacedValue = SourcedValue & { indicator: string; country: string | null; territory: string | null; year: number | null };

/** Below this a recognised value is shown as doubtful. */
export const doubtBelow = 0.8;

export function isDoubtful(value: Pick<SourcedValue, 'confidence'>): boolean {
  return value.confidence < doubtBelow;
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 10 });

/** A value with its unit as people write it: "3.2%", "79,690", "$3.1 million", "Yes", "Unknown". Nothing is rounded. */
export function formatObservation({ status, value, unit }: WrittenValue): string {
  if (status !== 'value') return statusWords[status];
  if (value === null) return statusWords.not_printed;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  // "5-14" is a range.
  if (typeof value === 'string') return value.replace(/(?<=^\d{1,3})-(?=\d{1,3}$)/u, '–');
  if (!Number.isFinite(value)) return String(value);
  // Years such as 2014 and ages are written without commas.
  if (unit === 'years' || unit === 'text') return String(value);
  if (unit === 'percent') return `${numbers.format(value)}%`;
  if (unit === 'USD') return formatDollars(value);
  return numbers.format(value);
}

/** Millions are written as such only when that leaves nothing out. */
function formatDollars(value: number): string {
  const sign = value < 0 ? '−' : '';
  const amount = Math.abs(value);
  const millions = amount / 1e6;
  if (amount >= 1e6 && Math.round(millions * 100) / 100 === millions) return `${sign}$${numbers.format(millions)} million`;
  return `${sign}$${amount.toLocaleString('en', { maximumFractionDigits: 2, ...(Number.isInteger(amount) ? {} : { minimumFractionDigits: 2 }) })}`;
}

/** What kind of source a document is for a year. */
export function sourceOf(kind: DocumentKind, year: number | null, reportedYear: number | null): Exclude<ObservationSource, 'analyst'> {
  if (kind === 'ilab-dataset') return 'data';
  if (kind !== 'ilab-report' && kind !== 'ilab-page') return 'other';
  return year !== null && reportedYear !== null && reportedYear > year ? 'restatement' : 'report';
}

export function sameValue(one: WrittenValue, other: WrittenValue): boolean {
  return one.status === other.status && one.value === other.value;
}

/** What a later report says of a year against that year's own report; null when both agree or one of them does not print it. */
export type Restatement = 'changed' | 'became-known' | 'became-unknown';

export const restatementWords: Readonly<Record<Restatement, string>> = {
  changed: 'restated by a later report',
  'became-known': 'given by a later report',
  'became-unknown': 'taken back by a later report',
};

/** The values of one indicator for one year and territory. */
export type MatrixCell = {
  year: number;
  /** Index into `values` of the one to show. */
  shown: number;
  /** In the order of sources; a correction stands before what it corrects. */
  values: SourcedValue[];
  restated: Restatement | null;
  /** Why a difference from the year before may be one of method; null when the method is the same. */
  methodBreak: string | null;
};

/** `values` must not be empty. */
export function cellOf(year: number, values: readonly PlacedValue[], breaks: readonly MethodBreak[]): MatrixCell {
  const ordered = values.toSorted((one, other) => rank(one) - rank(other) || (one.reportedYear ?? 0) - (other.reportedYear ?? 0));
  const standing = ordered.filter((value) => !isCorrected(value, ordered));
  const shown = standing.find((value) => value.status !== 'not_printed') ?? standing[0];
  return {
    year,
    shown: shown ? ordered.indexOf(shown) : 0,
    values: ordered.map(withoutPlace),
    restated: restatementOf(standing),
    methodBreak: breaks.find((each) => each.year === year)?.explanation ?? null,
  };
}

/** A correction stands for its document, just before what was recognised there. */
function rank(value: PlacedValue): number {
  return observationSources.indexOf(underlying(value)) - (value.correction ? 0.5 : 0);
}

function underlying(value: PlacedValue): ObservationSource {
  return value.correction ? sourceOf(value.documentKind, value.year, value.reportedYear) : value.source;
}

function isCorrected(value: PlacedValue, all: readonly PlacedValue[]): boolean {
  return value.correction === null && all.some((other) => other.correction !== null && other.documentId === value.documentId);
}

function restatementOf(standing: readonly PlacedValue[]): Restatement | null {
  const printed = standing.filter((value) => value.status !== 'not_printed');
  const before = printed.find((value) => underlying(value) === 'report');
  const after = printed.find((value) => underlying(value) === 'restatement');
  if (!before || !after || sameValue(before, after)) return null;
  if (before.status !== 'value' && after.status === 'value') return 'became-known';
  if (before.status === 'value' && after.status !== 'value') return 'became-unknown';
  return 'changed';
}

function withoutPlace({ indicator: _indicator, country: _country, territory: _territory, year: _year, ...value }: PlacedValue): SourcedValue {
  return value;
}

/** From report year `year` on, the indicators are measured in another way. A "*" in an indicator stands for any one part of a key. */
export type MethodBreak = { year: number; indicators: string[]; name: string; explanation: string };

export function breaksOf(indicator: string, breaks: readonly MethodBreak[]): MethodBreak[] {
  return breaks.filter((each) => each.indicators.some((pattern) => fits(indicator, pattern)));
}

function fits(indicator: string, pattern: string): boolean {
  const wanted = pattern.split('.');
  const parts = indicator.split('.');
  return wanted.length === parts.length && wanted.every((part, index) => part === '*' || part === parts[index]);
}

/** The level of a report as an indicator among the others. */
export const levelIndicator = 'advancement_level.level';
