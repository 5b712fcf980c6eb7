// The table of laws: for each standard whether it is met, the age it sets, and the legislation. Until report year 2015 "yes"
// means that a law exists, from 2016 that it meets the international standard; the note says which.

import indicators from '../../../../resources/ilab/indicators.json' with { type: 'json' };
import type { ParsedDocument } from '../../../core/document.ts';
import type { LegalBasis, Observation } from '../../../core/recognition.ts';
import { readCell, withoutCitations } from './cells.ts';
import { citedLaws, legislationText } from './legal-bases.ts';
import { observe, type ReportContext } from './observing.ts';
import { noteFor, type ReportTable } from './report-tables.ts';
import { cellParts, labelledRows, type LabelledRow } from './territories.ts';
import { fold, mostAlike } from './wording.ts';

const meaningBefore2016 = 'Yes means that a law exists.';

/** A set of columns; a table with jurisdictions side by side has one for each. */
type Columns = { meets: number; age: number | null; legislation: number | null; territory: string | null };

const meetsName = /meets|yesno/u;

function headingsOf(table: ReportTable): string[] {
  const width = Math.max(0, ...table.header.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, at) => table.header.map((row) => row.cells[at]?.text ?? '').join(' '));
}

/** What the heading of a column says beside the column's own name: the jurisdiction. */
function territoryOf(table: ReportTable, at: number): string | null {
  const names = table.header.flatMap((row) => {
    let cell = row.cells[at] ?? null;
    for (let left = at; cell === null && left > 1; left--) cell = row.cells[left - 1] ?? null;
    const rest = (cell?.text ?? '').replace(/meets|international|standards?|yes\s*\/\s*no|age|(?:related\s+)?legislation|[():*†‡§]/giu, '').trim();
    return rest === '' ? [] : [rest.replace(/\s+/gu, ' ')];
  });
  return names.length === 0 ? null : names.join(' ');
}

function columnsOf(table: ReportTable): Columns[] {
  const headings = headingsOf(table).map(fold);
  const meets = headings.flatMap((heading, at) => (at > 0 && meetsName.test(heading) ? [at] : []));
  if (meets.length === 0) return [{ meets: 1, age: 2, legislation: 3, territory: null }];
  return meets.map((at, index) => {
    const until = meets[index + 1] ?? headings.length;
    const within = (pattern: RegExp): number | null => {
      const found = headings.findIndex((heading, column) => column > at && column < until && pattern.test(heading));
      return found < 0 ? null : found;
    };
    const age = within(/age$/u);
    // A heading that cannot be read leaves the series' own order.
    const legislation = within(/legislation$/u) ?? (meets.length === 1 ? (age ?? at + 1) + 1 : null);
    return { meets: at, age: age ?? (meets.length === 1 && legislation !== at + 1 ? at + 1 : null), legislation, territory: meets.length > 1 ? territoryOf(table, at) : null };
  });
}

const find = (label: string) => mostAlike(label, indicators.laws, (entry) => entry.labels);

function rowsOf(document: ParsedDocument, table: ReportTable, columns: readonly Columns[]): LabelledRow[] {
  return labelledRows(document, table, { valuesFrom: columns[0]?.meets ?? 1, isKnown: (label) => find(label) !== null });
}

export function legalStandardObservations(context: ReportContext, table: ReportTable): Observation[] {
  const columns = columnsOf(table);
  const headerText = fold(headingsOf(table).join(' '));
  const lawExists = table.header.length > 0 && !headerText.includes('meets');
  const seen = new Set<string>();
  const observations: Observation[] = [];
  for (const { row, label, territory } of rowsOf(context.document, table, columns)) {
    const match = find(label);
    if (match === null) continue;
    for (const set of columns) {
      const meets = row.cells[set.meets];
      const age = set.age === null ? null : (row.cells[set.age] ?? null);
      if (meets === null || meets === undefined || withoutCitations(meets.text) === '') continue;
      const once = (key: string): boolean => !seen.has(key) && seen.add(key) !== undefined;
      const shared = { block: row.block, page: row.page, table, year: context.year, confidence: match.likeness > 0.97 ? 0.99 : 0.9 };
      for (const cell of cellParts(meets)) {
        const whose = set.territory ?? territory ?? cell.territory;
        if (!once(`meets ${match.entry.key} ${whose}`)) continue;
        const value = readCell(cell.text);
        const note = noteFor(table, value.mark);
        observations.push(
          observe(context, { ...shared, indicator: `${match.entry.key}.meets`, unit: 'yes/no', cell, value, territory: whose, note: lawExists ? [meaningBefore2016, note].filter(Boolean).join(' ') : note }),
        );
      }
      for (const cell of age === null ? [] : cellParts(age)) {
        const whose = set.territory ?? territory ?? cell.territory;
        if (!once(`age ${match.entry.key} ${whose}`)) continue;
        const read = observe(context, { ...shared, indicator: `${match.entry.key}.age`, unit: 'years', cell, territory: whose });
        observations.push(read);
        if (read.note !== null && /\bcalculated\b/iu.test(read.note)) {
          observations.push(observe(context, { ...shared, indicator: `${match.entry.key}.calculated_age`, unit: 'yes/no', cell, territory: whose, value: { status: 'value', value: true, mark: read.mark }, note: read.note }));
        }
      }
    }
  }
  return observations;
}

/** The legislation beside each standard. */
export function legalBases(document: ParsedDocument, table: ReportTable): LegalBasis[] {
  const columns = columnsOf(table);
  return rowsOf(document, table, columns).flatMap(({ row, label, territory }) => {
    const match = find(label);
    return columns.flatMap((set): LegalBasis[] => {
      const cell = set.legislation === null ? null : (row.cells[set.legislation] ?? null);
      const laws = cell === null ? [] : citedLaws(cell);
      if (match === null || cell === null || laws.length === 0) return [];
      return [{ standard: match.entry.key, territory: set.territory ?? territory, text: legislationText(cell), laws, page: row.page, start: cell.start, end: cell.end }];
    });
  });
}
