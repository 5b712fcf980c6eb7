// A copy of what was built, with an empty page in the place of the screen: the screen asks for ports too, and a test that
// listens beside it hears both.

import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTree } from '../../../shared/tasks/tree.ts';

/** Fills the folder and answers its main.js. `backendEntry`: the address of a module to run in the backend process's place. */
export function makeQuietTree(folder: string, backendEntry: URL | null = null): string {
  // Copied, not linked: the bundles find what lies beside them by where they really are.
  for (const part of ['main', 'preload']) cpSync(inTree('out', part), join(folder, 'out', part), { recursive: true });
  for (const part of ['node_modules', 'resources', 'package.json']) symlinkSync(inTree(part), join(folder, part));
  mkdirSync(join(folder, 'out', 'renderer'));
  writeFileSync(join(folder, 'out', 'renderer', 'index.html'), '<!doctype html><title>Annals</title><link rel="icon" href="data:,"><p>Quiet</p>');
  if (backendEntry) writeFileSync(join(folder, 'out', 'main', 'backend-entry.js'), `import ${JSON.stringify(backendEntry.href)};\n`);
  return join(folder, 'out', 'main', 'main.js');
}
