// A start of an unchanged tree builds nothing, and any change of a source is noticed.

import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, fingerprint } from '../../shared/tasks/fingerprint.ts';
import { temporaryFolder } from '../support/folder.ts';

function tree(): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'source', 'deep'), { recursive: true });
  writeFileSync(join(root, 'source', 'a.ts'), 'a');
  writeFileSync(join(root, 'source', 'deep', 'b.ts'), 'b');
  writeFileSync(join(root, 'lock.json'), '{}');
  return root;
}

const paths = ['source', 'lock.json', 'not-there-yet'];

describe('the fingerprint of sources', () => {
  it('is the same for an unchanged tree', () => {
    const root = tree();
    expect(fingerprint(root, paths)).toBe(fingerprint(root, paths));
  });

  it.each<[string, (root: string) => void]>([
    ['another length', (root) => writeFileSync(join(root, 'source', 'a.ts'), 'aa')],
    ['a later time', (root) => utimesSync(join(root, 'source', 'deep', 'b.ts'), new Date(), new Date(Date.now() + 5000))],
    ['a new file', (root) => writeFileSync(join(root, 'source', 'deep', 'c.ts'), '')],
    ['a file less', (root) => rmSync(join(root, 'source', 'a.ts'))],
    ['a path that appears', (root) => writeFileSync(join(root, 'not-there-yet'), '')],
    ['another lock file', (root) => writeFileSync(join(root, 'lock.json'), '{"a":1}')],
  ])('changes with %s', (_what, change) => {
    const root = tree();
    const before = fingerprint(root, paths);
    change(root);
    expect(fingerprint(root, paths)).not.toBe(before);
  });

  it('knows nothing below a path that is not there', () => {
    expect(filesBelow(join(temporaryFolder(), 'nothing'))).toEqual([]);
  });
});
