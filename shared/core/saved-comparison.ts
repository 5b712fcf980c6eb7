// A comparison kept under a name, and what became of it since: documents read again, removed, or new ones of the country.

import type { Nature } from './alignment.ts';
import { changeClasses, type ComparisonClass } from './comparison.ts';

export type ComparisonFilter = { /** Empty for all. */ classes: ComparisonClass[]; natures: Nature[]; numbersOnly: boolean; /** Only rows in which one of these tags lies; empty for all. */ tagIds: string[] };

export type SavedComparison = {
  id: string;
  name: string;
  country: string | null;
  countryName: string | null;
  /** Those that are still in the project, oldest first. */
  documentIds: string[];
  /** Years of these documents as they are known now; those without one are left out. */
  years: number[];
  /** Name of the part of the screen, such as "text". */
  part: string;
  section: string | null;
  filter: ComparisonFilter;
  /** Changes by class when it was saved. */
  counts: Partial<Record<ComparisonClass, number>>;
  author: string;
  savedAt: string;
  /** Since it was saved: its documents that were read again, how many were removed, and editions of the country that are new here. */
  reread: string[];
  removed: number;
  added: { documentId: string; year: number; title: string }[];
};

/** Classes of change whose number is another than it was, in the order in which they are shown. */
export function changedCounts(before: SavedComparison['counts'], now: Readonly<Record<ComparisonClass, number>>): { class: ComparisonClass; before: number; now: number }[] {
  return changeClasses.map((each) => ({ class: each, before: before[each] ?? 0, now: now[each] })).filter((each) => each.before !== each.now);
}
