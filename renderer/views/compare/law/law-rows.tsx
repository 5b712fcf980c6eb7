// A country's law as rows of a ledger: what a cell shows, and how a change is said. No colour stands alone: every change has a sign.

import type { CountryLaw, GapKind, LawCell, LawChange, LawConvention, LawDifference, LawGap, LawStandard } from '../../../../shared/core/law.ts';
import { formatObservation, type MatrixCell, type SourcedValue } from '../../../../shared/core/observation.ts';
import { placeLink } from '../../../components/data-card/observed-value.tsx';
import { link } from '../../../routes.ts';
import type { LedgerCell, LedgerGroup, LedgerRow, LedgerTone } from '../ledger/year-grid.tsx';

export const lawFilters = ['all', 'changed', 'short'] as const;
export type LawFilter = (typeof lawFilters)[number];
export const lawFilterNames: Record<LawFilter, string> = { all: 'All', changed: 'Changed', short: 'Not met' };

export const gapNames: Record<GapKind, string> = {
  'work-while-school': 'Work before compulsory schooling ends',
  'school-ends-before-work': 'Schooling ends before work is allowed',
  'hazardous-under-18': 'Hazardous work under 18',
  'hazardous-not-met': 'Hazardous work: standard not met',
  'no-hazardous-list': 'Hazardous work not identified',
};

export const changeNames: Record<LawChange['kind'], string> = { conformity: 'Conformity', age: 'Age', legislation: 'Law named', ratified: 'Ratified', withdrawn: 'Not ratified any more', method: 'Method' };

export function shownOf(cell: MatrixCell | null | undefined): SourcedValue | null {
  return cell?.values[cell.shown] ?? null;
}

/** "From No to Yes since 2018"; of legislation what is named now and what was. */
export function changeWords({ kind, from, to, since, laws }: LawChange): string {
  if (kind === 'legislation') return laws.map(differenceWords).join('; ');
  if (kind === 'ratified') return `Given as ratified; ${since} said that it is not`;
  if (kind === 'withdrawn') return `Given as not ratified; ${since} said that it is`;
  return `${from} → ${to} since ${since}`;
}

export function differenceWords({ law, kind, from, to }: LawDifference): string {
  if (kind === 'added') return `now ${[to, law].filter(Boolean).join(' of the ')}`;
  if (kind === 'removed') return `no longer ${[from, law].filter(Boolean).join(' of the ')}`;
  return `${law}: ${from || 'no article'} → ${to || 'no article'}`;
}

export function lawGroups(law: CountryLaw, filter: LawFilter, words: string): LedgerGroup[] {
  const fits = (name: string, territory: string | null) => words.toLocaleLowerCase('en').split(/\s+/u).filter(Boolean).every((word) => `${name} ${territory ?? ''}`.toLocaleLowerCase('en').includes(word));
  const changed = (changes: readonly LawChange[]) => changes.some(({ kind }) => kind !== 'method');
  const standards = law.standards.filter((row) => fits(row.name, row.territory) && (filter === 'all' || (filter === 'changed' ? changed(row.changes) : notMet(row))));
  const conventions = law.conventions.filter((row) => fits(row.name, row.territory) && (filter === 'all' || (filter === 'changed' ? changed(row.changes) : shownOf(row.cells.findLast((cell) => cell !== null))?.value === false)));
  const gaps = filter === 'changed' ? [] : law.gaps.filter((gap) => fits(gapNames[gap.kind], gap.territory));
  const group = (id: string, name: string, rows: LedgerRow[]): LedgerGroup[] => (rows.length > 0 ? [{ id, name, count: String(rows.length), rows }] : []);
  return [
    ...group('gaps', 'Gaps', gaps.map((gap) => gapRow(gap, law.years))),
    ...group('standards', 'Standards', standards.map(standardRow)),
    ...group('conventions', 'Conventions', conventions.map((row) => conventionRow(row, law.years))),
  ];
}

/** The newest answer is No. */
function notMet({ cells }: LawStandard): boolean {
  const newest = cells.findLast((cell) => shownOf(cell?.meets)?.status === 'value');
  return shownOf(newest?.meets)?.value === false;
}

function standardRow(standard: LawStandard): LedgerRow {
  return { id: standard.id, name: standard.name, detail: standard.territory, cells: standard.cells.map((cell) => cell && standardCell(cell, standard.changes.filter(({ year }) => year === cell.year))) };
}

function standardCell(cell: LawCell, changes: readonly LawChange[]): LedgerCell {
  const meets = shownOf(cell.meets);
  const age = shownOf(cell.age);
  const ageText = age?.status === 'value' ? formatObservation(age) : null;
  const text = [meets ? formatObservation(meets) : null, ageText].filter(Boolean).join(' ');
  const sign = changes.some(({ kind }) => kind === 'conformity' || kind === 'age') ? '~' : changes.some(({ kind }) => kind === 'legislation') ? '§' : changes.some(({ kind }) => kind === 'method') ? '┆' : '';
  const tone: LedgerTone = sign === '~' ? 'reworded' : meets?.status === 'unknown' ? 'unknown' : meets?.status === 'value' ? 'plain' : 'quiet';
  const words = [text || 'No answer printed', cell.basis?.text, ...changes.map((change) => `${changeNames[change.kind]}: ${change.kind === 'method' ? (change.explanation ?? '') : changeWords(change)}`)].filter(Boolean).join('. ');
  return { tone, bar: false, content: `${text || '–'}${sign && ` ${sign}`}`, words, open: openOf(meets ?? age, cell) };
}

function openOf(value: SourcedValue | null, cell: LawCell): string | null {
  if (value) return placeLink(value);
  const { basis } = cell;
  return basis ? link.reader(basis.documentId, basis.start !== null && basis.end !== null ? { start: basis.start, end: basis.end } : null) : null;
}

function conventionRow(row: LawConvention, years: readonly number[]): LedgerRow {
  return {
    id: row.id,
    name: row.name,
    detail: row.territory,
    cells: row.cells.map((cell, column): LedgerCell | null => {
      const value = shownOf(cell);
      if (!value) return null;
      const [change] = row.changes.filter(({ year }) => year === years[column]);
      const sign = change?.kind === 'ratified' ? ' +' : change ? ' −' : '';
      return { tone: change?.kind === 'ratified' ? 'new' : change ? 'gone' : value.status === 'unknown' ? 'unknown' : 'plain', bar: false, content: `${formatObservation(value)}${sign}`, words: [value.value === true ? 'Ratified' : value.value === false ? 'Not ratified' : formatObservation(value), change && changeWords(change)].filter(Boolean).join('. '), open: placeLink(value) };
    }),
  };
}

function gapRow(gap: LawGap, years: readonly number[]): LedgerRow {
  return {
    id: gap.id,
    name: gapNames[gap.kind],
    detail: gap.territory,
    isEnded: gap.cells.at(-1)?.year !== years.at(-1),
    cells: years.map((year): LedgerCell | null => {
      const found = gap.cells.find((cell) => cell.year === year);
      const [side] = found?.sides ?? [];
      return found && side ? { tone: 'gap', bar: true, content: '!', words: found.sentence, open: placeLink(side.value) } : null;
    }),
  };
}
