// Observations from the table of statistics on children's work and education. The numbers are from surveys of other years; the
// printed source is kept as the note of each value.

import indicators from '../../../../resources/ilab/indicators.json' with { type: 'json' };
import type { Observation } from '../../../core/recognition.ts';
import { readAmount, readCell, type CellValue } from './cells.ts';
import { observe, type ReportContext } from './observing.ts';
import type { ReportCell, ReportRow, ReportTable } from './report-tables.ts';
import { labelledRows } from './territories.ts';
import { mostAlike } from './wording.ts';

/** "5 to 14", "5-14 yrs." as "5-14". */
export function ageRange(text: string): string | null {
  const match = /(\d{1,2})\s*(?:to|[-–—])\s*(\d{1,2})/iu.exec(text);
  return match === null ? null : `${match[1]}-${match[2]}`;
}

/** "3.2 (79,690)" as a percentage and a population; "9.2 (Unavailable)" has no population. */
export function percentAndPopulation(printed: string): { percent: CellValue; population: CellValue | null } {
  // Web pages print the sign in some cells.
  const text = printed.replace(/(?<=\d)\s?%/gu, '');
  const match = /^([^(]*)\(([^)]*)\)?/u.exec(text);
  if (match === null) return { percent: readCell(text), population: null };
  const inner = (match[2] ?? '').trim();
  const amount = readAmount(inner);
  const population: CellValue = amount === null ? readCell(inner) : { status: 'value', value: amount, mark: null };
  const percent = readCell(match[1] ?? '');
  return { percent, population };
}

/** The printed source of a row: the completion rate has one of its own. */
function sourceOf(context: ReportContext, table: ReportTable, primary: boolean): string | null {
  const { text, blocks } = context.document;
  const last = table.rows.at(-1);
  const at = last === undefined ? -1 : blocks.indexOf(last.block);
  const sources = blocks
    .slice(at + 1, at + 12)
    .filter((block) => block.kind === 'note' || block.kind === 'paragraph')
    .map((block) => text.slice(block.start, block.end))
    .filter((line) => /^sources?\b/iu.test(line));
  const own = sources.find((line) => /primary completion/iu.test(line));
  return (primary ? own : sources.find((line) => line !== own)) ?? null;
}

/** "Working children, ages 5 to 14 (% and population):": web pages and older editions put the age into the label. */
const ageInLabel = /,?\s*\b(?:ages?|aged)\s+\d{1,2}\s*(?:to|[-–—])\s*\d{1,2}(?:\s*y(?:ea)?rs?\.?)?/iu;
const withoutAge = (label: string): string => label.replace(ageInLabel, '').replace(/:\s*$/u, '').replace(/\s+/gu, ' ').trim();

/** Where the working children by sector are rows of the table instead of a figure. */
const sectorLabels = [
  { key: 'statistics.sector_agriculture', labels: ['Agriculture'] },
  { key: 'statistics.sector_industry', labels: ['Industry'] },
  { key: 'statistics.sector_services', labels: ['Services'] },
];
const known = [...indicators.statistics, ...sectorLabels];
const find = (label: string) => mostAlike(withoutAge(label), known, (entry) => entry.labels);

type Columns = { age: number | null; value: number; territory: string | null };

/** What a heading names beside the number that stands below it. */
const ownName = (heading: string): string => heading.replace(/percent(?:age)?|population|[()%*†‡:]|\band\b/giu, '').replace(/\s+/gu, ' ').trim();
const valueLike = /^(?:\d|unavailable|unknown|n\s?\/\s?a)/iu;

function columnsOf(table: ReportTable): Columns[] {
  const width = Math.max(0, ...table.rows.map((row) => row.cells.length), ...table.header.map((row) => row.cells.length));
  const first = table.rows.findIndex((row) => find(row.cells[0]?.text ?? '') !== null);
  // A second row of headings need not be shaded.
  const heads = [...table.header, ...table.rows.slice(0, Math.max(0, first))];
  const names = Array.from({ length: width }, (_, at) => heads.map((row) => row.cells[at]?.text ?? '').join(' '));
  const named = (pattern: RegExp): number[] => names.flatMap((name, at) => (at > 0 && pattern.test(name) ? [at] : []));
  const [age = null] = named(/\bage\b/iu);
  // Below "Percent" each jurisdiction may have a column under its own name.
  const filled = names.flatMap((name, at) => (at > 0 && at !== age && !/entit/iu.test(name) && table.rows.some((row) => find(row.cells[0]?.text ?? '') !== null && valueLike.test(row.cells[at]?.text ?? '')) ? [at] : []));
  if (filled.filter((at) => ownName(names[at] ?? '') !== '').length > 1) return filled.map((value) => ({ age, value, territory: ownName(names[value] ?? '') || null }));
  const values = named(/percent|population|\(%\)/iu);
  // Without a readable heading: children, age, percent; a table of two columns has no age.
  if (values.length === 0) return [{ age: age ?? (width > 2 ? 1 : null), value: Math.max(1, width - 1), territory: null }];
  return values.map((value) => {
    const rest = ownName(names[value] ?? '');
    return { age, value, territory: values.length > 1 && rest !== '' ? rest : null };
  });
}

export function statisticsObservations(context: ReportContext, table: ReportTable): Observation[] {
  const columns = columnsOf(table);
  const valuesFrom = Math.min(...columns.flatMap(({ age, value }) => (age === null ? [value] : [age, value])));
  const observations: Observation[] = [];
  const seen = new Set<string>();
  for (const { row, label, territory } of labelledRows(context.document, table, { valuesFrom, isKnown: (text) => find(text) !== null })) {
    const match = find(label);
    if (match === null) continue;
    for (const set of columns) {
      const isSector = match.entry.key.startsWith('statistics.sector_');
      const printed = row.cells[set.value] ?? null;
      // A share of a sector may stand in the column of ages.
      const cell = printed === null || (isSector && printed.text.trim() === '') ? (row.cells.slice(1).find((other) => /\d/u.test(other?.text ?? '')) ?? printed) : printed;
      const whose = set.territory ?? territory;
      if (cell === null || seen.has(`${match.entry.key} ${whose}`)) continue;
      seen.add(`${match.entry.key} ${whose}`);
      const age = set.age === null ? null : (row.cells[set.age] ?? null);
      observations.push(...rowObservations(context, table, row, match.entry.key, cell, age === cell ? null : age, whose));
    }
  }
  return observations;
}

function rowObservations(context: ReportContext, table: ReportTable, row: ReportRow, key: string, cell: ReportCell, ageCell: ReportCell | null, territory: string | null): Observation[] {
  const primary = key === 'statistics.primary_completion_rate';
  const shared = { block: row.block, page: row.page, table, year: context.year, territory, note: sourceOf(context, table, primary), confidence: territory === null ? 0.98 : 0.93 };
  const { percent, population } = percentAndPopulation(cell.text);
  const observations = [observe(context, { ...shared, indicator: `${key}_percent`, unit: 'percent', cell, value: percent })];
  if (key === 'statistics.working' && population !== null) {
    observations.push(observe(context, { ...shared, indicator: 'statistics.working_population', unit: 'count', cell, value: population }));
  }
  const label = row.cells[0] ?? null;
  const age = ageCell !== null && ageRange(ageCell.text) !== null ? ageCell : label !== null && ageInLabel.test(label.text) ? label : null;
  const range = age === null ? null : ageRange(age.text);
  if (age !== null && range !== null && !primary && !key.startsWith('statistics.sector_')) {
    observations.push(observe(context, { ...shared, indicator: `${key}_age_range`, unit: 'text', cell: age, value: { status: 'value', value: range, mark: null } }));
  }
  return observations;
}
