// A redline: two editions with everything that changed, as a file of its own. What it is made of, and in which forms it goes out.

import type { CitableSource } from './citation.ts';
import type { ComparisonRow } from './comparison.ts';
import type { Block } from './document.ts';

export const redlineFormats = ['docx', 'html', 'pdf'] as const;
export type RedlineFormat = (typeof redlineFormats)[number];

export type RedlineEdition = {
  /** "2020", or the title where there is no year. */
  heading: string;
  source: CitableSource;
  text: string;
  blocks: readonly Block[];
};

export type Redline = {
  countryName: string | null;
  /** Title of the only section; null for the whole text. */
  section: string | null;
  older: RedlineEdition;
  newer: RedlineEdition;
  rows: readonly ComparisonRow[];
  /** ISO 8601 day of the export. */
  date: string;
};
