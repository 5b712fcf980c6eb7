// Times the matrix of a country and one indicator over many countries, in a project of 60 countries with nine editions each, every edition
// with a hundred values for two years. Goal: 40 countries x 8 years of one indicator in under 200 ms. Run: npm run bench -- observations

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import groups from '../../resources/ilab/indicator-groups.json' with { type: 'json' };
import countryTable from '../../resources/countries.json' with { type: 'json' };
import { openBackend } from '../../shared/backend/backend.ts';
import { insertDocument } from '../../shared/backend/store/documents.ts';
import { insertContent, insertReading } from '../../shared/backend/store/readings.ts';
import { Store } from '../../shared/backend/store/store.ts';
import { emptyRecognition, type Observation } from '../../shared/core/recognition.ts';
import { resourcesDirectory } from '../support/backend.ts';

const rounds = 7;
const countries = countryTable.countries.slice(0, 60).map(({ iso3 }) => iso3);
const years = Array.from({ length: 9 }, (_, index) => 2014 + index);
const indicators = groups.flatMap((group) => group.indicators);

const folder = mkdtempSync(join(tmpdir(), 'annals-bench-'));
try {
  await run();
} finally {
  rmSync(folder, { recursive: true });
}

async function run(): Promise<void> {
  const file = join(folder, 'bench.annals');
  fill(file);
  const backend = await openBackend({ workspaceDirectory: join(folder, 'workspace'), projectFile: file, resourcesDirectory, workers: 1 });
  const forty = countries.slice(0, 40);
  const [first = ''] = forty;
  const indicator = 'enforcement.labor_inspectors';
  console.log('                                                        first   median  (ms)');
  await timed('one indicator, 40 countries x 8 years (goal 200)', () => backend.call('observations.indicator', { indicator, countries: forty, years: years.slice(0, 8) }));
  await timed('one indicator, all 60 countries x 9 years', () => backend.call('observations.indicator', { indicator }));
  await timed(`matrix of one country, ${indicators.length} indicators x 9 years`, () => backend.call('observations.matrix', { country: first }));
  const [document] = await backend.call('documents.list', {});
  await timed('one document', () => backend.call('observations.ofDocument', { id: document?.id ?? '' }));
  await backend.close();
}

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  const [first = 0, ...again] = times;
  console.log(`${name.padEnd(54)} ${first.toFixed(1).padStart(6)} ${(again.toSorted((a, b) => a - b)[rounds >> 1] ?? 0).toFixed(1).padStart(8)}`);
}

/** Readings made up of numbers, kept by the application's own store. */
function fill(file: string): void {
  const store = new Store(file, { create: true });
  const now = '2026-01-01T00:00:00.000Z';
  const text = 'Number of Labor Inspectors 254 274. '.repeat(200);
  store.keep((database) => {
    insertContent(database, 'content', new Uint8Array([1]), now);
    for (const country of countries) {
      for (const year of years) {
        const recognition = { ...emptyRecognition, observations: indicators.flatMap(({ key, unit }, at) => [year - 1, year].map((of) => observation(key, unit, country, of, year, at))) };
        insertReading(database, `${country}${year}`, 'content', 'text', { text, blocks: [], pages: [], properties: {}, warnings: [], leftOut: [] }, recognition, now);
      }
    }
  });
  for (const country of countries) {
    store.command({ id: country, author: '', now: new Date(now) }, (write) => {
      for (const year of years) {
        insertDocument(write, { id: `${country}${year}`, contentId: 'content', readingId: `${country}${year}`, fileName: '', title: `${country} ${year}`, kind: 'ilab-report', country, year, date: null, issuer: null, author: null, language: null, identifier: null, classification: null, importedAt: now });
      }
      return { value: null, label: country };
    });
  }
  store.close();
}

function observation(indicator: string, unit: string, country: string, year: number, reportedYear: number, at: number): Observation {
  const value = unit === 'yes/no' ? at % 2 === 0 : unit === 'text' ? '5-14' : at + year;
  return { indicator, country, territory: null, year, reportedYear, status: 'value', value, unit, mark: null, note: 'Data are from the autumn of the year before, counted by ourselves.', page: 4, start: at * 10, end: at * 10 + 5, quote: 'Number of Labor Inspectors 254 (30) 274 (5)', confidence: 0.99 };
}
