// The year of an official data file. No element states it: the assessments do ("In 2021, ..."), and only when they do not, the
// file's name is a hint.

import type { Warning } from '../../../core/document.ts';

export type EditionYear = {
  year: number | null;
  /** How it is known, in words. */
  source: string;
  /** What the analyst should check; null when the file states the year. */
  warning: Warning | null;
};

const stated = /^\s*(?:In|For the)\s+((?:19|20)\d{2})\b/u;
/** Below this share of the statements the file holds several editions, and each entry is of the year it states itself. */
const agreement = 0.8;

/** The year with which an assessment begins; null when it states none. */
export function statedYear(description: string): number | null {
  const found = stated.exec(description)?.[1];
  return found === undefined ? null : Number(found);
}

/** The year of each entry of a file, in order, from the beginnings of their assessments ('' where there is none). */
export function editionYears(descriptions: string[], fileName: string): EditionYear[] {
  const years = descriptions.map(statedYear);
  const counts = new Map<number, number>();
  for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  const told = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [most] = [...counts].sort(([, left], [, right]) => right - left);
  if (!most) return years.map(() => fromName(fileName));
  const [year, count] = most;
  if (count < told * agreement) return years.map((own) => (own === null ? undecided : { year: own, source: 'its assessment', warning: null }));
  const others = `${count} of the ${descriptions.length} assessments in the file`;
  return years.map((own) => ({ year, source: own === year ? 'its assessment' : others, warning: own === null || own === year ? null : otherYear(own, year) }));
}

/** The only year that a file name holds. */
export function yearInName(fileName: string): number | null {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const found = new Set([...base.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(([, year]) => Number(year)));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function fromName(fileName: string): EditionYear {
  const year = yearInName(fileName);
  if (year === null) return { year, source: 'nothing', warning: { code: 'year-not-recognised', message: 'Neither the file nor its name says of which year the data are.' } };
  return { year, source: fileNameSource, warning: { code: 'year-from-name', message: `The file itself does not say of which year its data are; ${year} was taken from its name.` } };
}

const fileNameSource = 'the name of the file';
const undecided: EditionYear = {
  year: null,
  source: 'nothing',
  warning: { code: 'year-not-recognised', message: 'The file holds data of several years, and this country’s assessment does not say of which year it is.' },
};

function otherYear(own: number, year: number): Warning {
  return { code: 'other-year', message: `The assessment speaks of ${own}, the rest of the file of ${year}; the data were taken as those of ${year}.` };
}
