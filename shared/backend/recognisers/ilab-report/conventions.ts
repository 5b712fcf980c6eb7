// Observations from the table of ratified conventions. A tick means ratified, an empty cell not. Where no tick could be read,
// only the sentence "has ratified all key international conventions" decides.

import indicators from '../../../../resources/ilab/indicators.json' with { type: 'json' };
import type { Observation } from '../../../core/recognition.ts';
import type { CellValue } from './cells.ts';
import { observe, type ReportContext } from './observing.ts';
import type { ReportTable } from './report-tables.ts';
import { mostAlike } from './wording.ts';

const tick = /[✓✔☑✅√]|^(?:x|yes|ratified|tick|check\s?(?:mark|ed)?)$/iu;
const ratifiedAll = /ratified\s+all\s+key\s+international\s+conventions/iu;
/** Says that there are ticks, though none was read. */
const ratifiedSome = /ratified\s+(?:most|many|several|some|two|three|four|five)\b|conventions\s+appl(?:y|ies)\s+to/iu;

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
  // A table without ticks may be one whose ticks were not read; only a printed page whose text speaks of none is believed.
  const none = !anyTick && !all;
  if (none && (context.document.pages.length === 0 || ratifiedSome.test(context.document.text))) return [];
  const seen = new Set<string>();
  return rows.flatMap(({ row, match, cell }) => {
    if (seen.has(match.entry.key)) return [];
    seen.add(match.entry.key);
    const value: CellValue = { status: 'value', value: anyTick ? tick.test(cell.text.trim()) : !none, mark: null };
    return [observe(context, { indicator: match.entry.key, unit: 'yes/no', cell, block: row.block, page: row.page, table, year: context.year, value, confidence: anyTick ? 0.97 : none ? 0.5 : 0.8 })];
  });
}
