// A newer file and a newer reading from the command line, as a script uses them.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { root } from '../support/imports.ts';

const program = process.env['ANNALS_BUILT'] ? join(root, 'out', 'main', 'cli.js') : join(root, 'shared', 'hosts', 'cli.ts');

function annals(folder: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words, '--project', 'test.annals'], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], ANNALS_HOME: join(folder, 'workspace') } });
  return { status, stdout, stderr };
}

it('replace says what became of the highlights, refuses what seems to be another document, and undo takes it back', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'note.txt'), 'Inspectors visited twelve farms in the north.\n\nTwo employers were fined in the spring after a complaint.\n');
  writeFileSync(join(folder, 'newer.txt'), 'A new summary stands first.\n\nInspectors visited twelve farms in the north.\n\nThree employers were fined in the spring after a complaint.\n');
  writeFileSync(join(folder, 'boats.txt'), 'Boats leave before sunrise and come back at noon with their catch, when the market opens.\n');
  annals(folder, 'import', 'note.txt');
  const [document] = JSON.parse(annals(folder, 'call', 'documents.list').stdout) as { id: string }[];
  const id = document?.id ?? '';
  for (const [start, end] of [[0, 45], [47, 103]]) expect(annals(folder, 'call', 'annotations.create', JSON.stringify({ documentId: id, start, end })).status).toBe(0);
  const refused = annals(folder, 'replace', id, 'boats.txt');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('This may be another document: 2 of 2 highlights have no place in it.');
  expect(annals(folder, 'replace', id, 'newer.txt').stdout).toMatch(/^Replaced “.+”: 1 at their place, 1 to review\. “annals undo” takes it back\.\n$/);
  expect(annals(folder, 'reread').stdout).toBe('Every document was read by the current recogniser.\n');
  expect(annals(folder, 'reread', id).stdout).toContain('the same');
  expect(annals(folder, 'undo').stdout).toContain('by a newer file');
  expect(annals(folder, 'replace', id, 'missing.txt')).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no file') });
  expect(annals(folder, 'replace', 'gone', 'newer.txt')).toMatchObject({ status: 1, stderr: expect.stringContaining('not in the project') });
});
