// The suggested actions of the last table: area, text, years. An item is where a cell of years stands; a row without years goes on
// with the item before it, as happens at a page break.

import indicators from '../../../../resources/ilab/indicators.json' with { type: 'json' };
import type { ParsedDocument } from '../../../core/document.ts';
import type { SuggestedAction } from '../../../core/recognition.ts';
import { itemsOfRow } from './merged-items.ts';
import type { ReportCell, ReportTable } from './report-tables.ts';
import { fold } from './wording.ts';

/** Names that single editions use for an area of the others; one name over the years keeps an area comparable. */
const otherNames: Record<string, string> = { laws: 'Legal Framework', policies: 'Government Policies' };

function properArea(text: string): string {
  const folded = fold(text);
  if (folded === '') return '';
  const other = otherNames[folded];
  if (other !== undefined) return other;
  return indicators.areas.find((area) => fold(area) === folded) ?? indicators.areas.find((area) => folded.length >= 4 && fold(area).startsWith(folded)) ?? text.replace(/\s+/gu, ' ').trim();
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function columnsOf(table: ReportTable): { area: number; action: number; years: number } {
  const names = (table.header.at(-1)?.cells ?? []).map((cell) => fold(cell?.text ?? ''));
  const width = Math.max(3, ...table.rows.map((row) => row.cells.length));
  const at = (pattern: RegExp, otherwise: number): number => {
    const found = names.findIndex((name) => pattern.test(name));
    return found < 0 ? otherwise : found;
  };
  return { area: at(/^area/u, 0), action: at(/suggestedactions?$|^action/u, 1), years: at(/^years?/u, width - 1) };
}

/** `areaBefore` is the area with which the table before ended: where a page break made two tables of one, it may not be printed again. */
export function readActions(document: ParsedDocument, table: ReportTable, areaBefore = ''): SuggestedAction[] {
  const columns = columnsOf(table);
  const actions: SuggestedAction[] = [];
  let area = areaBefore;
  for (const row of table.rows) {
    const action: ReportCell | null = row.cells[columns.action] ?? null;
    const printedYears = oneLine(row.cells[columns.years]?.text ?? '').replace(/[*†‡§]+$/u, '');
    const printedArea = properArea(row.cells[columns.area]?.text ?? '');
    if (printedArea !== '') area = printedArea;
    if (action === null || oneLine(action.text) === '') continue;
    const last = actions.at(-1);
    if (printedYears === '' && last !== undefined) {
      last.text = `${last.text} ${oneLine(action.text)}`;
      last.end = action.end;
      continue;
    }
    const yearsCell = row.cells[columns.years] ?? null;
    for (const item of yearsCell === null ? [{ text: action, years: { start: 0, end: 0 } }] : itemsOfRow(document, action, yearsCell, row.page)) {
      const years = oneLine(document.text.slice(item.years.start, item.years.end)).replace(/[*†‡§]+$/u, '');
      const numbers = (years.match(/(?:19|20)\d\d/gu) ?? []).map(Number);
      actions.push({
        area,
        text: oneLine(document.text.slice(item.text.start, item.text.end)),
        years,
        firstYear: numbers.length === 0 ? null : Math.min(...numbers),
        lastYear: numbers.length === 0 ? null : Math.max(...numbers),
        page: row.page,
        start: item.text.start,
        end: item.text.end,
      });
    }
  }
  return actions;
}
