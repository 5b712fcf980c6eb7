// A comparison of one country's editions as the screen, the command line and a brief show it.

import type { PairVerdict } from './alignment/corrections.ts';
import type { Nature } from './alignment/pair.ts';
import type { TextRange } from './document.ts';
import type { DocumentSummary } from './library.ts';
import type { AdvancementLevel } from './recognition.ts';

/** The classes of core/alignment, and "present" for sources of different kinds, of which no rewording is claimed. */
export const comparisonClasses = ['same', 'reworded', 'moved', 'moved-reworded', 'split', 'joined', 'new', 'gone', 'present'] as const;
export type ComparisonClass = (typeof comparisonClasses)[number];

/** What can happen to a sentence from one edition to the next, in the order in which it is shown. */
export const changeClasses = ['new', 'gone', 'reworded', 'moved', 'moved-reworded', 'split', 'joined'] as const satisfies readonly ComparisonClass[];

export type ComparisonColumn = {
  documentId: string;
  year: number | null;
  title: string;
  kind: DocumentSummary['kind'];
  level: AdvancementLevel | null;
  identifier: string | null;
  classification: string | null;
};

/** `older` is the spelling of a same part in the older text where it differs (other footnote numbers, other quotation marks). */
export type DifferencePart = { kind: 'same' | 'removed' | 'added'; text: string; emphasis: 'number' | 'negation' | 'modal' | null; older?: string };

export type ComparisonCell = {
  /** From the first to the last passage; offsets into the document of this column. */
  start: number;
  end: number;
  /** The passages themselves; several when one sentence became two, or when several passages speak of one topic. */
  ranges: TextRange[];
  text: string;
  page: number | null;
  label: string | null;
};

export type ComparisonRow = {
  /** Title of the section the row stands in. */
  section: string | null;
  sectionRole: string | null;
  /** One a column; null when the column has no such sentence. */
  cells: (ComparisonCell | null)[];
  /** For each column but the first: what happened in it, against the column before it of the same family (reports, cables); null when neither has it. */
  steps: (ComparisonStep | null)[];
};

export type ComparisonStep = { class: ComparisonClass; confidence: number; numbersOnly: boolean; parts: PlacedDifference[]; /** The change named, where rules can name it. */ nature?: Nature; /** Ids of the corrections that made or parted its pairs; left out when there are none. */ corrections?: string[] };

/** What an analyst decided about passages of two documents: that they belong together, say the same, or do not belong together. */
export type PairCorrection = { id: string; olderDocumentId: string; newerDocumentId: string; verdict: PairVerdict; olderQuote: string; newerQuote: string; author: string; madeAt: string };

/** Where a part stands: offsets into the earlier and into the later document; null where it is not. */
export type PlacedDifference = DifferencePart & { olderAt: TextRange | null; newerAt: TextRange | null };

export type Comparison = {
  country: string | null;
  countryName: string | null;
  columns: ComparisonColumn[];
  rows: ComparisonRow[];
  /** Sum over all steps. */
  counts: Record<ComparisonClass, number>;
  /** True when there are cables beside reports: they stand side by side by topic, and no rewording is claimed between them. */
  byTopic: boolean;
  /** Corrections by hand between neighbouring columns, newest first. */
  corrections: PairCorrection[];
};

/** A country with the editions the project holds of it. */
export type CountryEditions = {
  country: string;
  countryName: string;
  editions: { documentId: string; year: number; title: string; kind: DocumentSummary['kind']; level: AdvancementLevel | null }[];
};

/** What the titles of a yearly document have in common: its title without numbers. */
export function seriesOf(title: string): string {
  return title.replace(/\p{N}+/gu, '').toLocaleLowerCase('en');
}
