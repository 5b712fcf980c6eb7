// Scores whether every value that a later report prints otherwise is found as restated, and none invented: the real reports are imported
// into a project and the matrix of each country is read as the screen reads it. The truth is truth.json's reading of the printed tables
// (last year's column of a report against this year's column of the report before). Only enforcement tables print the year before.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '../../shared/backend/backend.ts';
import { formatObservation, type Restatement } from '../../shared/core/observation.ts';
import { reportCountries, reportYears } from '../support/reports.ts';
import { sharedBytes, sharedPath, sharedPresent } from '../support/shared.ts';
import type { TruthRecord } from './ilab.ts';

const resourcesDirectory = join(import.meta.dirname, '..', '..', 'resources');

type Printed = { status: string; value: number | boolean | string | null; cell: string };

/** A cell without any words in it says nothing, and is no restatement of anything. */
const isPrinted = ({ status, cell }: Printed) => cell.trim() !== '' && !['empty', 'absent', 'not_printed'].includes(status);

function restatement(before: Printed, after: Printed): Restatement | null {
  if (!isPrinted(before) || !isPrinted(after)) return null;
  const value = ({ status, value: own }: Printed) => (status === 'value' && typeof own === 'number' ? Math.round(own * 100) / 100 : own);
  if (before.status === after.status && value(before) === value(after)) return null;
  if (before.status !== 'value' && after.status === 'value') return 'became-known';
  return before.status === 'value' && after.status !== 'value' ? 'became-unknown' : 'changed';
}

function expectedRestatements(records: readonly TruthRecord[]): Map<string, string> {
  const expected = new Map<string, string>();
  for (const record of records) {
    const later = records.find((other) => other.iso3 === record.iso3 && other.report_year === record.report_year + 1);
    for (const [key, { report_year: before }] of Object.entries(record.pdf.enforcement ?? {})) {
      const after = later?.pdf.enforcement?.[key]?.previous_year;
      const kind = after && restatement(before, after);
      if (kind) expected.set(`${record.iso3} ${record.report_year} enforcement.${key}`, `${kind}: “${before.cell}” → “${after.cell}”`);
    }
  }
  return expected;
}

async function foundRestatements(): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'annals-score-'));
  const backend = await openBackend({ workspaceDirectory: folder, projectFile: join(folder, 'restated.annals'), resourcesDirectory });
  try {
    const files = reportCountries.flatMap((country) => reportYears.map((year) => ({ name: `${country}-${year}.pdf`, bytes: sharedBytes('corpus', 'ilab', `${country}-${year}.pdf`) })));
    await backend.call('imports.wait', { runId: (await backend.call('imports.add', { files })).runId });
    const found = new Map<string, string>();
    for (const country of reportCountries) {
      const { groups } = await backend.call('observations.matrix', { country });
      for (const row of groups.flatMap(({ rows }) => rows)) {
        for (const cell of row.cells) if (cell?.restated) found.set(`${country} ${cell.year} ${row.indicator}`, `${cell.restated}: ${cell.values.map((value) => `${formatObservation(value)} (${value.reportedYear})`).join(', ')}`);
      }
    }
    return found;
  } finally {
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (!sharedPresent) console.log('The real reports are not beside the project: nothing is scored.');
else {
  const { records } = JSON.parse(readFileSync(sharedPath('corpus', 'ilab', 'truth.json'), 'utf8')) as { records: TruthRecord[] };
  const expected = expectedRestatements(records);
  const found = await foundRestatements();
  const kindOf = (words: string) => words.slice(0, words.indexOf(':'));
  const missed = [...expected].filter(([key, words]) => kindOf(found.get(key) ?? ':') !== kindOf(words));
  const invented = [...found].filter(([key]) => !expected.has(key));
  for (const [key, words] of missed) console.log(`MISSED ${key} ${words}; found ${found.get(key) ?? 'nothing'}`);
  for (const [key, words] of invented) console.log(`INVENTED ${key} ${words}`);
  const kinds = Map.groupBy([...expected.values()], kindOf);
  console.log(`restated values: ${expected.size} in the truth (${[...kinds].map(([kind, own]) => `${own.length} ${kind}`).join(', ')}), ${expected.size - missed.length} found, ${missed.length} missed or of another kind, ${invented.length} invented`);
  if (missed.length > 0 || invented.length > 0) process.exitCode = 1;
}
