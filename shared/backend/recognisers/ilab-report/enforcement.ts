// Observations from the two enforcement tables: labor inspectorate and criminal law. Both print the year before beside the report
// year, and countries with several jurisdictions print a column for each.

import indicators from '../../../../resources/ilab/indicators.json' with { type: 'json' };
import type { Observation } from '../../../core/recognition.ts';
import { withoutCitations } from './cells.ts';
import { observe, type ReportContext } from './observing.ts';
import type { ReportRow, ReportTable } from './report-tables.ts';
import { mostAlike } from './wording.ts';

type Column = { at: number; year: number | null; territory: string | null };

const yearWord = /(?<!\d)(20\d\d)(?!\d)/u;

/** The columns of values: their year and, where there are several jurisdictions, whose they are. */
function columnsOf(table: ReportTable, reportYear: number | null): Column[] {
  const width = Math.max(0, ...table.rows.map((row) => row.cells.length), ...table.header.map((row) => row.cells.length));
  const columns: Column[] = [];
  for (let at = 1; at < width; at++) {
    let year: number | null = null;
    const names: string[] = [];
    for (const row of table.header) {
      // A header that spans several columns stands over the first of them.
      let cell = row.cells[at] ?? null;
      for (let left = at; cell === null && left > 1; left--) cell = row.cells[left - 1] ?? null;
      const text = cell?.text ?? '';
      const printed = yearWord.exec(text)?.[1];
      if (printed !== undefined) year = Number(printed);
      const rest = text.replace(yearWord, '').replace(/[()]/gu, '').trim();
      if (rest !== '') names.push(rest);
    }
    columns.push({ at, year, territory: names.length === 0 ? null : names.join(' ') });
  }
  if (columns.some((column) => column.year !== null) || reportYear === null) return columns.filter((column) => column.year !== null);
  // Without years in the header the last column is the report year.
  return columns.map((column, at) => ({ ...column, year: reportYear - (columns.length - 1 - at) }));
}

const bullet = /^[■●◆▪•◦‣❑▲–-]\s*/u;
const labelOf = (row: ReportRow): string => withoutCitations(row.cells[0]?.text ?? '').replace(bullet, '').replace(/[*†‡§]+$/u, '');

export function enforcementObservations(context: ReportContext, table: ReportTable): Observation[] {
  const list = table.role === 'labor-enforcement' ? indicators['labor-enforcement'] : indicators['criminal-enforcement'];
  const columns = columnsOf(table, context.year);
  const seen = new Set<string>();
  const observations: Observation[] = [];
  /** A label without values, under which each jurisdiction has a row of its own. */
  let group: { key: string; unit: string } | null = null;
  for (const row of table.rows) {
    const label = labelOf(row);
    const values = columns.filter(({ at }) => withoutCitations(row.cells[at]?.text ?? '') !== '');
    const match = mostAlike(label, list, (entry) => entry.labels);
    if (match !== null || values.length === 0) group = match !== null && values.length === 0 ? match.entry : null;
    const entry = match?.entry ?? group;
    if (values.length === 0 || entry === null) continue;
    const jurisdiction = match === null ? label : null;
    for (const column of values) {
      const cell = row.cells[column.at];
      const once = `${entry.key} ${column.at} ${jurisdiction ?? ''}`;
      if (cell === null || cell === undefined || seen.has(once)) continue;
      seen.add(once);
      observations.push(
        observe(context, {
          indicator: entry.key,
          unit: entry.unit,
          cell,
          block: row.block,
          page: row.page,
          table,
          year: column.year,
          territory: column.territory ?? jurisdiction,
          confidence: match === null ? 0.7 : match.likeness > 0.97 ? 0.99 : 0.9,
        }),
      );
    }
  }
  return observations;
}
