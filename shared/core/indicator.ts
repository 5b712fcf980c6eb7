// Indicators: their names, their groups in reading order, and the matrix of a country or of one indicator over countries.

import { breaksOf, cellOf, type MatrixCell, type MethodBreak, type PlacedValue } from './observation.ts';

/** Groups in the order in which they are shown (resources/ilab/indicator-groups.json). */
/** `prefix`: keys that begin so belong to the group although they are not listed, such as those of single goods. */
export type IndicatorGroup = { id: string; name: string; prefix?: string; indicators: { key: string; name: string; unit: string }[] };

export type IndicatorName = { key: string; name: string; unit: string | null; groupId: string; groupName: string; order: number };

/** Finds names of indicators by key. One that is in no group is named by its key and stands last. */
export function indicatorNames(groups: readonly IndicatorGroup[]): (key: string) => IndicatorName {
  const known = new Map<string, IndicatorName>();
  for (const group of groups) {
    for (const { key, name, unit } of group.indicators) known.set(key, { key, name, unit, groupId: group.id, groupName: group.name, order: known.size });
  }
  return (key) => {
    const listed = known.get(key);
    if (listed) return listed;
    const at = groups.findIndex(({ prefix }) => prefix !== undefined && key.startsWith(prefix));
    const group = groups[at];
    if (!group) return { key, name: nameOfKey(key), unit: null, groupId: 'other', groupName: 'Other values', order: known.size + groups.length };
    return { key, name: nameOfKey(key.slice(group.prefix?.length)), unit: null, groupId: group.id, groupName: group.name, order: known.size + at };
  };
}

/** "cotton_seed.child_labor" as "Cotton seed: child labor". */
function nameOfKey(key: string): string {
  const words = key.replaceAll('.', ': ').replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export type MatrixRow = {
  indicator: string;
  name: string;
  unit: string | null;
  territory: string | null;
  /** One a year of the matrix; null when no source says anything. */
  cells: (MatrixCell | null)[];
};

export type MatrixGroup = { id: string; name: string; rows: MatrixRow[] };

export type Matrix = {
  country: string;
  countryName: string;
  /** Ascending, without gaps left out: a year nobody speaks of is not there. */
  years: number[];
  /** The years of which the project holds an edition; of the others only later reports speak. */
  editions: number[];
  breaks: MethodBreak[];
  groups: MatrixGroup[];
};

/** One indicator over many countries. */
export type IndicatorMatrix = {
  indicator: string;
  name: string;
  unit: string | null;
  years: number[];
  breaks: MethodBreak[];
  rows: (Pick<MatrixRow, 'territory' | 'cells'> & { country: string; countryName: string })[];
};

/** Years that any value speaks of, ascending; only those of `wanted` when it is given. */
export function yearsOf(values: readonly PlacedValue[], wanted?: readonly number[]): number[] {
  const years = new Set(values.flatMap(({ year }) => (year === null ? [] : [year])));
  return [...years].filter((year) => !wanted || wanted.includes(year)).toSorted((one, other) => one - other);
}

/** Rows by group, in the order of the groups; territories below one another. */
export function matrixGroups(values: readonly PlacedValue[], years: readonly number[], nameOf: (key: string) => IndicatorName, breaks: readonly MethodBreak[]): MatrixGroup[] {
  const rows = [...Map.groupBy(values, ({ indicator, territory }) => `${indicator}\n${territory ?? ''}`).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const name = nameOf(first.indicator);
    const row: MatrixRow = { indicator: first.indicator, name: name.name, unit: name.unit ?? first.unit, territory: first.territory, cells: cellsOf(own, years, breaksOf(first.indicator, breaks)) };
    return row.cells.some((cell) => cell !== null) ? [{ name, row }] : [];
  });
  const ordered = rows.toSorted((one, other) => one.name.order - other.name.order || one.row.name.localeCompare(other.row.name, 'en') || (one.row.territory ?? '').localeCompare(other.row.territory ?? '', 'en'));
  return [...Map.groupBy(ordered, ({ name }) => name.groupId)].map(([id, own]) => ({ id, name: own[0]?.name.groupName ?? id, rows: own.map(({ row }) => row) }));
}

/** One a year. */
export function cellsOf(values: readonly PlacedValue[], years: readonly number[], breaks: readonly MethodBreak[]): (MatrixCell | null)[] {
  const byYear = Map.groupBy(values, ({ year }) => year);
  return years.map((year) => {
    const own = byYear.get(year);
    return own ? cellOf(year, own, breaks) : null;
  });
}
