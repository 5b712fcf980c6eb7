// Observations from the two enforcement tables: labor inspectorate and criminal law. Both print the year before beside the report
// year, and countries with several jurisdictions print columns or rows for each.

import indicators from '../../../../resources/ilab/indicators.json' with { type: 'json' };
import type { Observation } from '../../../core/recognition.ts';
import { withoutCitations } from './cells.ts';
import { observe, type ReportContext } from './observing.ts';
import type { ReportTable } from './report-tables.ts';
import { cellParts, labelledRows } from './territories.ts';
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
      const rest = text.replace(yearWord, '').replace(/[()*†‡§]/gu, '').trim();
      if (rest !== '') names.push(rest);
    }
    columns.push({ at, year, territory: names.length === 0 ? null : names.join(' ') });
  }
  if (columns.some((column) => column.year !== null) || reportYear === null) return columns.filter((column) => column.year !== null);
  // Without years in the header the last column is the report year.
  return columns.map((column, at) => ({ ...column, year: reportYear - (columns.length - 1 - at) }));
}

export function enforcementObservations(context: ReportContext, table: ReportTable): Observation[] {
  const list = table.role === 'labor-enforcement' ? indicators['labor-enforcement'] : indicators['criminal-enforcement'];
  const find = (label: string) => mostAlike(label, list, (entry) => entry.labels);
  const columns = columnsOf(table, context.year);
  const seen = new Set<string>();
  const observations: Observation[] = [];
  for (const { row, label, territory } of labelledRows(context.document, table, { valuesFrom: columns[0]?.at ?? 1, isKnown: (text) => find(text) !== null })) {
    const match = find(label);
    if (match === null) continue;
    for (const column of columns) {
      const whole = row.cells[column.at];
      if (whole === null || whole === undefined || withoutCitations(whole.text) === '') continue;
      for (const cell of cellParts(whole)) {
        const whose = [column.territory ?? territory, cell.territory].find((name) => name !== null) ?? null;
        const once = `${match.entry.key} ${column.at} ${whose ?? ''}`;
        if (seen.has(once)) continue;
        seen.add(once);
        const confidence = (match.likeness > 0.97 ? 0.99 : 0.9) * (whose === null ? 1 : 0.95);
        observations.push(observe(context, { indicator: match.entry.key, unit: match.entry.unit, cell, block: row.block, page: row.page, table, year: column.year, territory: whose, confidence }));
      }
    }
  }
  return observations;
}
