import { describe, expect, it } from 'vitest';
import { openTestBackend } from '../../support/backend.ts';
import { reportCountries, reportYears } from '../../support/reports.ts';
import { sharedBytes, sharedPresent } from '../../support/shared.ts';

/** Milliseconds; 48 reports are imported, and each country's compared in every pair. */
const long = 15 * 60_000;

const levelLine = /^(?:no|minimal|moderate|significant) advancement/iu;

describe('the whole corpus', () => {
  it.skipIf(!sharedPresent)('is imported, and every country and pair of years is compared without an error or an empty answer (needs ../shared)', { timeout: long }, async () => {
    const backend = await openTestBackend();
    const names = reportCountries.flatMap((country) => reportYears.map((year) => `${country}-${year}.pdf`));
    const data = [2014, 2018, 2021].flatMap((year) => [`ilab-countries-${year}.xml`, `ilab-goods-${year}.xml`]);
    const { runId } = await backend.call('imports.add', { files: [...names, ...data].map((name) => ({ name, bytes: sharedBytes('corpus', 'ilab', name) })) });
    await backend.call('imports.wait', { runId });
    const countries = (await backend.call('compare.editions', {})).filter(({ country }) => reportCountries.includes(country));
    expect(countries.map(({ country }) => country).toSorted()).toEqual(reportCountries);

    const faults: string[] = [];
    for (const { country, editions } of countries) {
      const reports = editions.filter(({ kind }) => kind === 'ilab-report');
      expect(reports.map(({ year }) => year)).toEqual(reportYears);
      expect((await backend.call('observations.matrix', { country })).groups.length).toBeGreaterThan(3);
      for (const [index, older] of reports.entries()) {
        for (const newer of reports.slice(index + 1)) {
          const name = `${country} ${older.year} ${newer.year}`;
          const { rows, counts } = await backend.call('compare.run', { documentIds: [older.documentId, newer.documentId] });
          if (rows.length < 50) faults.push(`${name}: ${rows.length} rows`);
          if (counts.same + counts.moved === 0) faults.push(`${name}: nothing stayed`);
          // The line of the level is one row, whatever became of it; a report whose line and sentence disagree has its level in the sentence.
          const levels = rows.filter((row) => row.cells.some((cell) => cell && levelLine.test(cell.text)));
          const isPrinted = [older, newer].every(({ level }, column) => levels.some(({ cells }) => cells[column]?.start === level?.start));
          if (isPrinted && levels.length !== 1) faults.push(`${name}: the level stands in ${levels.length} rows`);
          const empty = rows.filter((row) => row.cells.every((cell) => cell === null || cell.text.trim() === ''));
          if (empty.length > 0) faults.push(`${name}: ${empty.length} empty rows`);
        }
      }
      const all = await backend.call('compare.run', { country, years: reportYears });
      if (all.rows.length < 100) faults.push(`${country}: ${all.rows.length} rows over all years`);
    }
    expect(faults).toEqual([]);
  });
});
