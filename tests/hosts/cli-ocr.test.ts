// `annals ocr` as a script uses it.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PageSheet, pdfOf } from '../backend/importers/pdf-writing.ts';
import { openTestBackend } from '../support/backend.ts';
import { root } from '../support/imports.ts';
import { pdfOfPictures, scannedPage } from '../support/scans.ts';

const program = process.env['ANNALS_BUILT'] ? join(root, 'out', 'main', 'cli.js') : join(root, 'shared', 'hosts', 'cli.ts');

it('lists scanned documents, has their text recognised, and says when there is nothing left or a language is missing', { timeout: 240_000 }, async () => {
  const backend = await openTestBackend();
  const printed = pdfOf([new PageSheet(330, 120).text(40, 40, 'Harvest visits', 16, 'bold').lines(40, 75, ['Inspectors visited 214 farms in the north.'], 11)]);
  const { runId } = await backend.call('imports.add', { files: [{ name: 'scan.pdf', bytes: pdfOfPictures([scannedPage(printed, 1)]) }, { name: 'printed.pdf', bytes: printed }] });
  const id = (await backend.call('imports.wait', { runId })).find(({ fileName }) => fileName === 'scan.pdf')?.documentId ?? '';
  await backend.close();
  const annals = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words, '--project', backend.file], { encoding: 'utf8', env: { PATH: process.env['PATH'], ANNALS_HOME: join(backend.folder, 'workspace') } });
    return { status, stdout, stderr };
  };

  const listed = annals('ocr');
  expect(listed).toMatchObject({ status: 0, stderr: '' });
  expect(listed.stdout).toMatch(/^id +title +without text/);
  expect(listed.stdout).toContain('1 document with scanned pages');
  const missing = annals('ocr', id, '--languages', 'tlh');
  expect(missing.status).toBe(1);
  expect(missing.stderr).toContain('tlh');
  const ended = annals('ocr', '--all', '--json');
  expect(ended).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(ended.stdout)).toMatchObject([{ documentId: id, status: 'done', pages: 1, done: 1, languages: ['eng'] }]);
  expect(annals('ocr', '--all')).toMatchObject({ status: 1, stderr: expect.stringContaining('No document has scanned pages without text.') as string });
});
