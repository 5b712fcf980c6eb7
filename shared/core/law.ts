// What the law of a country says over the years, as its editions report it: standards with age and legislation, conventions, and the gaps
// between standards. What changed because the question changed is kept apart from what the country changed.

import type { CountryLaw, LawCell, LawChange, LawConvention, LawEdition, LawStandard, PlacedBasis } from './law/country-law.ts';
import { gapsOf } from './law/gaps.ts';
import { lawDifferences } from './law/legislation.ts';
import type { Matrix, MatrixRow } from './indicator.ts';
import { formatObservation, type MethodBreak, type SourcedValue } from './observation.ts';

export type { CountryLaw, GapKind, LawCell, LawChange, LawConvention, LawEdition, LawGap, LawStandard, PlacedBasis } from './law/country-law.ts';
export type { LawDifference } from './law/legislation.ts';

export const standardPrefix = 'legal_standards.';
export const conventionPrefix = 'conventions.';

/** Standards and conventions in the order of the matrix. Editions: one a year. */
export function countryLaw(matrix: Matrix, editions: readonly LawEdition[], breaksOf: (indicator: string) => readonly MethodBreak[]): CountryLaw {
  const rows = matrix.groups.flatMap((group) => group.rows);
  const laws = rows.filter(({ indicator }) => indicator.startsWith(standardPrefix));
  const keys = new Map(laws.map((row) => [`${stem(row.indicator)}\n${row.territory ?? ''}`, row]));
  const standards = [...keys].flatMap(([key, any]): LawStandard[] => {
    const part = (name: string) => laws.find((row) => row.indicator === `${stem(any.indicator)}.${name}` && row.territory === any.territory) ?? null;
    const meets = part('meets');
    const age = part('age');
    if (!meets && !age) return [];
    const basisOf = (year: number): PlacedBasis | null => {
      const edition = editions.find((each) => each.year === year);
      const basis = edition?.bases.find((each) => each.standard === stem(any.indicator) && each.territory === any.territory);
      return edition && basis ? { ...basis, documentId: edition.documentId } : null;
    };
    const cells = matrix.years.map((year, column): LawCell | null => {
      const cell = { year, meets: meets?.cells[column] ?? null, age: age?.cells[column] ?? null, basis: basisOf(year) };
      return cell.meets || cell.age || cell.basis ? cell : null;
    });
    const id = key.replace(/\n$/, '').replace('\n', ' ');
    return [{ id, name: (meets ?? any).name.replace(/: age$/, ''), territory: any.territory, cells, changes: changesOfStandard(meets, age, cells, matrix.years, breaksOf) }];
  });
  const conventions = rows
    .filter(({ indicator }) => indicator.startsWith(conventionPrefix))
    .map((row): LawConvention => ({ id: [row.indicator, row.territory].filter(Boolean).join(' '), name: row.name, territory: row.territory, cells: row.cells, changes: changesOfConvention(row, matrix.years) }));
  const { country, countryName, years } = matrix;
  const own = matrix.breaks.filter((each) => each.indicators.some((pattern) => pattern.startsWith(standardPrefix)));
  return { country, countryName, years, editions: matrix.editions, breaks: own, standards, conventions, gaps: gapsOf(standards, years) };
}

function stem(indicator: string): string {
  return indicator.replace(/\.[^.]*$/, '');
}

function changesOfStandard(meets: MatrixRow | null, age: MatrixRow | null, cells: readonly (LawCell | null)[], years: readonly number[], breaksOf: (indicator: string) => readonly MethodBreak[]): LawChange[] {
  const changes: LawChange[] = [];
  for (const { year, since, before, after } of meets ? steps(meets, years, (value) => value.status !== 'not_printed') : []) {
    if (before.status === after.status && before.value === after.value) continue;
    const broken = breaksOf(meets?.indicator ?? '').find((each) => each.year > since && each.year <= year);
    changes.push({ year, since, kind: broken ? 'method' : 'conformity', from: formatObservation(before), to: formatObservation(after), laws: [], explanation: broken?.explanation ?? null });
  }
  // A blank age is another way to print the table as often as it is another law.
  for (const { year, since, before, after } of age ? steps(age, years, (value) => value.status === 'value') : []) {
    if (before.value !== after.value) changes.push({ year, since, kind: 'age', from: formatObservation(before), to: formatObservation(after), laws: [], explanation: null });
  }
  let earlier: { year: number; basis: PlacedBasis } | null = null;
  for (const cell of cells) {
    if (!cell?.basis) continue;
    const laws = earlier ? lawDifferences(earlier.basis.laws, cell.basis.laws) : [];
    if (earlier && laws.length > 0) changes.push({ year: cell.year, since: earlier.year, kind: 'legislation', from: earlier.basis.text, to: cell.basis.text, laws, explanation: null });
    earlier = { year: cell.year, basis: cell.basis };
  }
  return changes.toSorted((one, other) => one.year - other.year);
}

function changesOfConvention(row: MatrixRow, years: readonly number[]): LawChange[] {
  return steps(row, years, (value) => value.status === 'value' && typeof value.value === 'boolean').flatMap(({ year, since, before, after }): LawChange[] =>
    before.value === after.value ? [] : [{ year, since, kind: after.value === true ? 'ratified' : 'withdrawn', from: formatObservation(before), to: formatObservation(after), laws: [], explanation: null }],
  );
}

/** Each value that says something, with the one before it. */
function steps(row: MatrixRow, years: readonly number[], says: (value: SourcedValue) => boolean): { year: number; since: number; before: SourcedValue; after: SourcedValue }[] {
  const said = row.cells.flatMap((cell, column) => {
    const value = cell?.values[cell.shown];
    const year = years[column];
    return value && year !== undefined && says(value) ? [{ year, value }] : [];
  });
  return said.slice(1).flatMap(({ year, value }, index) => {
    const before = said[index];
    return before ? [{ year, since: before.year, before: before.value, after: value }] : [];
  });
}
