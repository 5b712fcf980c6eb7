// `annals compare`: a country's editions side by side, as a summary for people or in the published shape for programs.

import type { CountryActions } from '../../core/actions/country-actions.ts';
import { type ComparedPair, differenceWords, pairsOf } from '../../core/comparison-pairs.ts';
import type { Comparison } from '../../core/comparison.ts';
import { type Contradiction, contradictionsOf } from '../../core/contradiction.ts';
import type { Matrix } from '../../core/indicator.ts';
import type { SourcedValue } from '../../core/observation.ts';
import { UserError } from '../../core/user-error.ts';
import type { Backend } from '../../backend/backend.ts';
import { bold, count, print, printJson, printTable } from './output.ts';
import { type CommonOptions, withProject } from './session.ts';

export type CompareOptions = CommonOptions & { country?: string; years?: string; documents?: string; section?: string };

export async function compareYears(options: CompareOptions): Promise<void> {
  const years = options.years?.split(',').map((year) => readYear(year.trim()));
  const documentIds = options.documents?.split(',').map((id) => id.trim());
  if (!documentIds && !(options.country && years)) throw new UserError('invalid-input', 'It is not said what to compare.', 'Give --country KAZ --years 2020,2021, or --documents with their ids.');
  await withProject(options, async (backend) => {
    const comparison = await backend.call('compare.run', {
      ...(options.country && { country: options.country.toUpperCase() }),
      ...(years && { years }),
      ...(documentIds && { documentIds }),
      ...(options.section && { section: options.section }),
    });
    if (options.json) printJson(await asJson(backend, comparison));
    else describe(comparison);
  });
}

function readYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new UserError('invalid-input', `“${text}” is no year.`, 'Give years as --years 2020,2021.');
  return Number(text);
}

/** The published shape of `compare --json`. Lists are those of the whole country, values those of the years compared. */
async function asJson(backend: Backend, comparison: Comparison): Promise<Record<string, unknown>> {
  const { country } = comparison;
  const years = new Set(comparison.columns.flatMap(({ year }) => year ?? []));
  const ledger = country && (await backend.call('suggestedActions.ledger', { country }));
  const matrix = country && (await backend.call('observations.matrix', { country }));
  return {
    country,
    countryName: comparison.countryName,
    years: comparison.columns.map(({ year }) => year),
    documents: comparison.columns.map(({ documentId, year, title, kind, identifier, classification }) => ({ document: documentId, year, title, kind, identifier, classification })),
    levels: comparison.columns.map(({ documentId, year, level }) => ({ year, document: documentId, level: level?.level ?? null, qualifier: level?.qualifier ?? null })),
    byTopic: comparison.byTopic,
    text: { pairs: pairsOf(comparison), counts: comparison.counts },
    actions: ledger ? ledger.actions.filter(({ states }) => Object.keys(states).some((year) => years.has(Number(year)))).map(actionAsJson) : [],
    indicators: matrix ? indicatorsAsJson(matrix, years) : [],
    contradictions: matrix ? contradictionsOf(matrix).filter(({ year }) => years.has(year)).map(contradictionAsJson) : [],
  };
}

function actionAsJson({ area, text, first, last, isOpen, states, firstYears, entries, decision, targets }: CountryActions['actions'][number]) {
  return { area, text, first, last, open: isOpen, states, firstYears, targets, verdict: decision?.verdict ?? null, places: entries.map(({ documentId, year, page, start, end, years }) => ({ document: documentId, year, page, start, end, printedYears: years })) };
}

function indicatorsAsJson(matrix: Matrix, years: ReadonlySet<number>) {
  return matrix.groups.flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const cells = row.cells.flatMap((cell) => (cell && years.has(cell.year) ? [cell] : []));
      if (cells.length === 0) return [];
      return [{
        indicator: row.indicator,
        name: row.name,
        territory: row.territory,
        unit: row.unit,
        cells: cells.flatMap((cell) => cell.values.map((value) => ({ year: cell.year, source: value.source, ...valueAsJson(value) }))),
        restated: cells.flatMap((cell) => (cell.restated ? [{ year: cell.year, how: cell.restated }] : [])),
        breaks: cells.flatMap((cell) => (cell.methodBreak ? [{ year: cell.year, explanation: cell.methodBreak }] : [])),
      }];
    }),
  );
}

function contradictionAsJson({ indicator, name, territory, year, unit, sides }: Contradiction) {
  return { indicator, name, territory, year, unit, sides: sides.map((value) => ({ source: value.source, ...valueAsJson(value) })) };
}

function valueAsJson({ status, value, mark, note, page, quote, documentId, start, end, reportedYear }: SourcedValue) {
  return { status, value, mark, note, page, quote, document: documentId, start, end, reportedYear };
}

function describe(comparison: Comparison): void {
  if (comparison.countryName) print(bold(comparison.countryName));
  printTable(
    ['year', 'level', 'title'],
    comparison.columns.map(({ year, level, title }) => [year, level && [level.level, level.qualifier].filter(Boolean).join(', '), title]),
  );
  print('');
  const told = Object.entries(comparison.counts).filter(([, number]) => number > 0);
  print(told.length === 0 ? 'There is nothing to compare.' : told.map(([name, number]) => `${number.toLocaleString('en')} ${name}`).join(' · '));
  print('');
  const changes = pairsOf(comparison).filter(({ class: name }) => name !== 'same' && name !== 'present');
  printTable(['years', 'change', 'section', 'words'], changes.map((pair) => [yearsOf(pair), pair.class, pair.section, differenceWords(pair)]));
  print(count(changes.length, 'change'));
}

function yearsOf({ old, new: recent }: ComparedPair): string {
  return [old?.year ?? '', recent?.year ?? ''].filter((year) => year !== '').join('→');
}
