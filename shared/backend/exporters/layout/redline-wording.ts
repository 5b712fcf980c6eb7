// The words around a redline, the same in every format.

import { highestMarkings } from '../../../core/brief.ts';
import { citeSource, formatDate } from '../../../core/citation.ts';
import type { Redline } from '../../../core/redline.ts';
import type { RedlineParagraph } from './redline.ts';

export function redlineTitle({ countryName, section, older, newer }: Redline): string {
  return `${[countryName, section].filter(Boolean).join(', ') || 'Comparison'}: ${older.heading} to ${newer.heading}`;
}

/** Which documents, each as it is cited. */
export function redlineSources({ older, newer }: Redline): string[] {
  return [`Earlier: ${citeSource(older.source)}`, `Later: ${citeSource(newer.source)}`];
}

export function redlineLegend({ older, newer, date }: Redline): string {
  return `What stands in ${newer.heading} alone is underlined, what stands in ${older.heading} alone is struck through. Made ${formatDate(date)}.`;
}

export function redlineMarkings({ older, newer }: Redline): string[] {
  return highestMarkings([older.source.classification, newer.source.classification]);
}

/** "2020 p. 3 → 2021 p. 4"; '' when neither has pages. */
export function placeWords({ older, newer }: Redline, { olderPage, newerPage, presence }: RedlineParagraph): string {
  const place = (heading: string, page: number | null) => (page === null ? heading : `${heading} p. ${page}`);
  if (olderPage === null && newerPage === null) return '';
  if (presence === 'older') return `${place(older.heading, olderPage)}, not in ${newer.heading}`;
  if (presence === 'newer') return `${place(newer.heading, newerPage)}, not in ${older.heading}`;
  return `${place(older.heading, olderPage)} → ${place(newer.heading, newerPage)}`;
}

/** What no format of a redline carries. */
export function redlineLosses(redline: Redline, paragraphs: readonly RedlineParagraph[]): string[] {
  return [
    ...(redline.section === null ? ['Lists of references are not compared and not in the redline.'] : []),
    ...(paragraphs.some(({ kind }) => kind === 'table-row') ? ['Rows of tables stand as lines, their cells apart by a tab.'] : []),
    ...(paragraphs.some(({ parts }) => parts.some(({ moved }) => moved)) ? ['A sentence that moved is shown as removed at its old place and added at its new one.'] : []),
  ];
}
