// The published shape of a line of `annals inspect --json`: the fields that scripts rely on, under these names, and the lists beside them.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listsPdf } from '../backend/recognisers/ilab-lists-writing.ts';
import { reportPdf } from '../backend/recognisers/ilab-report-writing.ts';
import { root } from '../support/imports.ts';

type Line = Record<string, unknown>;
type Rows = Record<string, unknown>[];

/** The bundle when `npm test` has just built it, else the sources. */
const program = process.env['ANNALS_BUILT'] ? join(root, 'out', 'main', 'cli.js') : join(root, 'shared', 'hosts', 'cli.ts');

function inspect(files: Record<string, Uint8Array>): Line[] {
  const folder = mkdtempSync(join(tmpdir(), 'annals-test-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const { stdout, status } = spawnSync(process.execPath, [program, 'inspect', '--json', ...Object.keys(files)], { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { PATH: process.env['PATH'], ANNALS_HOME: join(folder, 'workspace') } });
    expect(status).toBe(0);
    return stdout.trim().split('\n').map((line) => JSON.parse(line) as Line);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let report: Line = {};
let lists: Line = {};
beforeAll(() => {
  [report = {}, lists = {}] = inspect({ 'report.pdf': reportPdf(), 'lists.pdf': listsPdf() });
});
const first = (name: string, line = report): Record<string, unknown> => (line[name] as Rows)[0] ?? {};
/** That each of these fields is there, whatever its value. */
const expectFields = (object: Record<string, unknown>, fields: string): void => expect(Object.keys(object)).toEqual(expect.arrayContaining(fields.split(' ')));

describe('a line of inspect', () => {
  it('says of the file what it is', () => {
    expectFields(report, 'file kind confidence country year title language metadata sections tables observations actions level cable warnings');
    expect(report).toMatchObject({ file: 'report.pdf', kind: 'ilab-report', country: { iso3: 'FJI', name: 'Fiji' }, year: 2018, language: 'en', level: { level: 'moderate', qualifier: null }, cable: null, warnings: [] });
  });

  it('has sections, tables, observations and actions under the published names', () => {
    expectFields(first('sections'), 'number title page start end');
    expectFields(first('tables'), 'title number columns rows');
    expectFields(first('observations'), 'indicator country territory year reportedYear status value unit mark note page start end quote');
    expectFields(first('actions'), 'area text years firstYear lastYear page');
    expect((report['observations'] as Rows).find((own) => own['indicator'] === 'enforcement.labor_inspectors' && own['year'] === 2018)).toMatchObject({ country: 'FJI', territory: null, reportedYear: 2018, status: 'value', value: 20, unit: 'count', mark: '†', note: 'Data are from July to June.', page: 2 });
    expect((report['tables'] as Rows)[0]).toMatchObject({ number: '1', columns: ['Children', 'Age', 'Percent'] });
    expect(first('actions')).toEqual(expect.objectContaining({ area: 'Legal Framework', years: '2014 – 2018', firstYear: 2014, lastYear: 2018, page: 2 }));
  });

  it('has the lists, and each citation with its claim', () => {
    expect(first('activities', lists)).toMatchObject({ sector: 'Agriculture', activity: 'Carrying baskets and climbing palms', hazardous: true, categorical: false, page: 1 });
    expect(first('institutions', lists)).toMatchObject({ kind: 'agency', name: 'Ministry of Boats (MOB)', shortName: 'MOB', remarks: [{ kind: 'started', year: 2019 }, { kind: 'active', year: 2019 }] });
    expect(first('legalBases', lists)).toMatchObject({ standard: 'legal_standards.minimum_age_work', laws: [{ provision: 'Section 5', law: 'Basket Act' }] });
    expect(first('references', lists)).toMatchObject({ number: 1, url: 'http://example.test/islands' });
    expect(first('citations', lists)).toMatchObject({ references: [1, 2], page: 1, claim: expect.stringMatching(/^Much was written of Fiji[\s\S]*eyes\.$/) as unknown });
  });
});
