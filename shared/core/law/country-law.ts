// What is known of a country's law over the years, as core/law.ts puts it together: standards, conventions, what changed, and gaps.

import type { MatrixCell, MethodBreak, SourcedValue } from '../observation.ts';
import type { LegalBasis } from '../recognition.ts';
import type { LawDifference } from './legislation.ts';

/** The legislation that one edition prints. */
export type LawEdition = { documentId: string; year: number; bases: readonly LegalBasis[] };
export type PlacedBasis = LegalBasis & { documentId: string };

export type LawCell = { year: number; meets: MatrixCell | null; age: MatrixCell | null; basis: PlacedBasis | null };

/**
 * What changed in `year` against `since`, the year before that says anything of it. `method`: the answer is another one because the
 * question is; it is no change of the country. `legislation` alone: another law or article is named, and the answer stayed.
 */
export type LawChange = { year: number; since: number; kind: 'conformity' | 'age' | 'legislation' | 'ratified' | 'withdrawn' | 'method'; from: string; to: string; laws: LawDifference[]; explanation: string | null };

export type LawStandard = { id: string; name: string; territory: string | null; cells: (LawCell | null)[]; changes: LawChange[] };
export type LawConvention = { id: string; name: string; territory: string | null; cells: (MatrixCell | null)[]; changes: LawChange[] };

export const gapKinds = ['work-while-school', 'school-ends-before-work', 'hazardous-under-18', 'hazardous-not-met', 'no-hazardous-list'] as const;
export type GapKind = (typeof gapKinds)[number];

export type LawGap = {
  id: string;
  kind: GapKind;
  territory: string | null;
  /** One a year in which it is there, ascending. */
  cells: { year: number; sentence: string; sides: { name: string; value: SourcedValue }[] }[];
};

export type CountryLaw = {
  country: string;
  countryName: string;
  years: number[];
  /** The years of which the project holds an edition. */
  editions: number[];
  breaks: MethodBreak[];
  standards: LawStandard[];
  conventions: LawConvention[];
  gaps: LawGap[];
};
