// Observations from the table of statistics on children's work and education. The numbers are from surveys of other years; the
// printed source is kept as the note of each value.

import indicators from '../../../../resources/ilab/indicators.json' with { type: 'json' };
import type { Observation } from '../../../core/recognition.ts';
import { readAmount, readCell, withoutCitations, type CellValue } from './cells.ts';
import { observe, type ReportContext } from './observing.ts';
import type { ReportCell, ReportRow, ReportTable } from './report-tables.ts';
import { fold, mostAlike } from './wording.ts';

/** "5 to 14", "5-14 yrs." as "5-14". */
export function ageRange(text: string): string | null {
  const match = /(\d{1,2})\s*(?:to|[-–—])\s*(\d{1,2})/iu.exec(text);
  return match === null ? null : `${match[1]}-${match[2]}`;
}

/** "3.2 (79,690)" as a percentage and a population; "9.2 (Unavailable)" has no population. */
export function percentAndPopulation(text: string): { percent: CellValue; population: CellValue | null } {
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

export function statisticsObservations(context: ReportContext, table: ReportTable): Observation[] {
  const header = table.header.at(-1)?.cells ?? [];
  const ageAt = header.findIndex((cell) => fold(cell?.text ?? '') === 'age');
  const valueAt = header.findIndex((cell) => /^percent|^population/u.test(fold(cell?.text ?? '')));
  const observations: Observation[] = [];
  const seen = new Set<string>();
  for (const row of table.rows) {
    const cell = row.cells[valueAt < 0 ? row.cells.length - 1 : valueAt];
    const match = mostAlike(withoutCitations(row.cells[0]?.text ?? ''), indicators.statistics, (entry) => entry.labels);
    if (match === null || cell === null || cell === undefined || seen.has(match.entry.key)) continue;
    seen.add(match.entry.key);
    observations.push(...rowObservations(context, table, row, match.entry.key, cell, row.cells[ageAt < 0 ? 1 : ageAt] ?? null));
  }
  return observations;
}

function rowObservations(context: ReportContext, table: ReportTable, row: ReportRow, key: string, cell: ReportCell, age: ReportCell | null): Observation[] {
  const primary = key === 'statistics.primary_completion_rate';
  const shared = { block: row.block, page: row.page, table, year: context.year, note: sourceOf(context, table, primary), confidence: 0.98 };
  const { percent, population } = percentAndPopulation(cell.text);
  const observations = [observe(context, { ...shared, indicator: `${key}_percent`, unit: 'percent', cell, value: percent })];
  if (key === 'statistics.working' && population !== null) {
    observations.push(observe(context, { ...shared, indicator: 'statistics.working_population', unit: 'count', cell, value: population }));
  }
  const range = age === null ? null : ageRange(age.text);
  if (age !== null && range !== null && !primary) {
    observations.push(observe(context, { ...shared, indicator: `${key}_age_range`, unit: 'text', cell: age, value: { status: 'value', value: range, mark: null } }));
  }
  return observations;
}
