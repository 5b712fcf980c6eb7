// The goods of a country on the issuer's lists, year by year with their marks: added, removed, marked otherwise. From official data and
// pages alike; a year of which no source lists goods says nothing.

import type { Matrix, MatrixRow } from './indicator.ts';
import type { MatrixCell, SourcedValue } from './observation.ts';

export const goodMarks = ['child_labor', 'forced_labor', 'forced_child_labor'] as const;
export type GoodMark = (typeof goodMarks)[number];

/** The marks as sources give them; a mark that no source of the year gives is not known. */
export type GoodCell = { year: number; marks: Partial<Record<GoodMark, MatrixCell>> };

/** Against `since`, the year before of which a source lists goods. */
export type GoodChange = { year: number; since: number; kind: 'added' | 'removed' | 'marked' | 'unmarked'; mark: GoodMark | null };

export type Good = { id: string; name: string; sector: string | null; isListed: boolean; cells: (GoodCell | null)[]; changes: GoodChange[] };

export type CountryGoods = {
  /** Years of which a source lists goods, ascending. */
  years: number[];
  goods: Good[];
};

const prefix = 'goods.';

/**
 * `listing`: years of which the project holds a document that would list the goods. `names`: as printed; a good is named by its key
 * where none fits.
 */
export function countryGoods(matrix: Pick<Matrix, 'years' | 'groups'>, listing: readonly number[], names: readonly string[]): CountryGoods {
  const rows = matrix.groups.flatMap((group) => group.rows).filter(({ indicator, territory }) => indicator.startsWith(prefix) && territory === null);
  const byGood = Map.groupBy(rows, ({ indicator }) => indicator.slice(prefix.length, indicator.lastIndexOf('.')));
  const spoken = matrix.years.filter((year, column) => listing.includes(year) || rows.some((row) => row.cells[column]));
  const years = byGood.size === 0 ? [] : spoken;
  const goods = [...byGood].map(([key, own]): Good => {
    const cells = years.map((year) => cellOf(own, year, matrix.years.indexOf(year)));
    const sector = own.find(({ indicator }) => indicator.endsWith('.sector'))?.cells.findLast((cell) => cell !== null);
    const sectorName = sector?.values[sector.shown]?.value;
    return {
      id: key,
      name: names.find((name) => letters(name) === letters(key)) ?? plainName(key),
      sector: typeof sectorName === 'string' ? sectorName : null,
      isListed: cells.at(-1) !== null && cells.length > 0,
      cells,
      changes: changesOf(cells, years),
    };
  });
  return { years, goods: goods.toSorted((one, other) => Number(other.isListed) - Number(one.isListed) || one.name.localeCompare(other.name, 'en')) };
}

export function markOf(cell: GoodCell | null, mark: GoodMark): SourcedValue | null {
  const own = cell?.marks[mark];
  return own?.values[own.shown] ?? null;
}

function cellOf(rows: readonly MatrixRow[], year: number, column: number): GoodCell | null {
  const marks: GoodCell['marks'] = {};
  for (const mark of goodMarks) {
    const cell = rows.find(({ indicator }) => indicator.endsWith(`.${mark}`))?.cells[column];
    if (cell) marks[mark] = cell;
  }
  return Object.keys(marks).length > 0 || rows.some((row) => row.cells[column]) ? { year, marks } : null;
}

function changesOf(cells: readonly (GoodCell | null)[], years: readonly number[]): GoodChange[] {
  return years.slice(1).flatMap((year, index): GoodChange[] => {
    const since = years[index] ?? year;
    const [before, after] = [cells[index] ?? null, cells[index + 1] ?? null];
    if (!before && !after) return [];
    if (!before) return [{ year, since, kind: 'added', mark: null }];
    if (!after) return [{ year, since, kind: 'removed', mark: null }];
    return goodMarks.flatMap((mark): GoodChange[] => {
      const [was, is] = [markOf(before, mark)?.value, markOf(after, mark)?.value];
      return typeof was === 'boolean' && typeof is === 'boolean' && was !== is ? [{ year, since, kind: is ? 'marked' : 'unmarked', mark }] : [];
    });
  });
}

function letters(text: string): string {
  return text.normalize('NFD').toLocaleLowerCase('en').replace(/[^\p{L}\p{N}]/gu, '');
}

function plainName(key: string): string {
  const words = key.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
