// Observations from the table of laws: for each standard whether it is met and the age it sets. Until report year 2015 "yes"
// means that a law exists, from 2016 that it meets the international standard; the note says which.

import indicators from '../../../../resources/ilab/indicators.json' with { type: 'json' };
import type { Observation } from '../../../core/recognition.ts';
import { readCell, withoutCitations } from './cells.ts';
import { observe, type ReportContext } from './observing.ts';
import { noteFor, type ReportTable } from './report-tables.ts';
import { fold, mostAlike } from './wording.ts';

const meaningBefore2016 = 'Yes means that a law exists.';

function columnNamed(table: ReportTable, pattern: RegExp, otherwise: number): number {
  const width = table.header.at(-1)?.cells.length ?? 0;
  for (let at = 1; at < width; at++) {
    if (pattern.test(fold(table.header.map((row) => row.cells[at]?.text ?? '').join(' ')))) return at;
  }
  return otherwise;
}

export function legalStandardObservations(context: ReportContext, table: ReportTable): Observation[] {
  const meetsAt = columnNamed(table, /meets|yesno/u, 1);
  const ageAt = columnNamed(table, /^age$/u, 2);
  const headerText = fold(table.header.flatMap((row) => row.cells.map((cell) => cell?.text ?? '')).join(' '));
  const lawExists = table.header.length > 0 && !headerText.includes('meets');
  const seen = new Set<string>();
  const observations: Observation[] = [];
  for (const row of table.rows) {
    const meets = row.cells[meetsAt];
    const age = row.cells[ageAt];
    if (meets === null || meets === undefined || withoutCitations(meets.text) === '') continue;
    const label = withoutCitations(row.cells[0]?.text ?? '').replace(/[*†‡§]+$/u, '');
    const match = mostAlike(label, indicators.laws, (entry) => entry.labels);
    if (match === null || seen.has(match.entry.key)) continue;
    seen.add(match.entry.key);
    const shared = { block: row.block, page: row.page, table, year: context.year, confidence: match.likeness > 0.97 ? 0.99 : 0.9 };
    const value = readCell(meets.text);
    const note = noteFor(table, value.mark);
    observations.push(
      observe(context, { ...shared, indicator: `${match.entry.key}.meets`, unit: 'yes/no', cell: meets, value, note: lawExists ? [meaningBefore2016, note].filter(Boolean).join(' ') : note }),
    );
    if (age !== null && age !== undefined) observations.push(observe(context, { ...shared, indicator: `${match.entry.key}.age`, unit: 'years', cell: age }));
  }
  return observations;
}
