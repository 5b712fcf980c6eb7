// Observations from the table of ratified conventions. A tick means ratified, an empty cell not. Where no tick could be read,
// only the sentence "has ratified all key international conventions" decides.

import indicators from '../../../../resources/ilab/indicators.json' with { type: 'json' };
import type { Observation } from '../../../core/recognition.ts';
import type { CellValue } from './cells.ts';
import { observe, type ReportContext } from './observing.ts';
import type { ReportTable } from './report-tables.ts';
import { mostAlike } from './wording.ts';

const tick = /[✓✔☑√]|^(?:x|yes)$/iu;
const ratifiedAll = /ratified\s+all\s+key\s+international\s+conventions/iu;

export function conventionObservations(context: ReportContext, table: ReportTable): Observation[] {
  const rows = table.rows.flatMap((row) => {
    const match = row.cells
      .map((cell) => (cell === null ? null : mostAlike(cell.text, indicators.conventions, (entry) => entry.labels)))
      .reduce((best, found) => (found !== null && (best === null || found.likeness > best.likeness) ? found : best), null);
    const cell = row.cells.at(-1);
    return match === null || cell === null || cell === undefined ? [] : [{ row, match, cell }];
  });
  const anyTick = rows.some(({ cell }) => tick.test(cell.text.trim()));
  const all = ratifiedAll.test(context.document.text);
  // A country that ratified nothing is unheard of; a table without ticks is one whose ticks were not read.
  if (!anyTick && !all) return [];
  const seen = new Set<string>();
  return rows.flatMap(({ row, match, cell }) => {
    if (seen.has(match.entry.key)) return [];
    seen.add(match.entry.key);
    const value: CellValue = { status: 'value', value: anyTick ? tick.test(cell.text.trim()) : true, mark: null };
    return [observe(context, { indicator: match.entry.key, unit: 'yes/no', cell, block: row.block, page: row.page, table, year: context.year, value, confidence: anyTick ? 0.97 : 0.8 })];
  });
}
