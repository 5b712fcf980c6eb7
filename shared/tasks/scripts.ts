// Runs the programs of a folder by their names, one after another: the benchmarks and the scores.

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { inTree } from './tree.ts';

/** `names` are file names without extension, all when none are given; what follows "--" goes to the programs. */
export function runScripts(folder: string, names: readonly string[]): void {
  const split = names.indexOf('--');
  const wanted = split < 0 ? names : names.slice(0, split);
  const passedOn = split < 0 ? [] : names.slice(split + 1);
  const known = readdirSync(inTree(folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'))
    .sort();
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined || known.length === 0) {
    console.error(`${unknown === undefined ? `There is nothing in ${folder}` : `There is no ${folder}/${unknown}.ts`}. There ${known.length === 1 ? 'is' : 'are'}: ${known.join(', ') || 'none'}.`);
    process.exitCode = 1;
    return;
  }
  for (const name of wanted.length > 0 ? wanted : known) {
    console.log(`\n${name}`);
    const { status } = spawnSync(process.execPath, [inTree(folder, `${name}.ts`), ...passedOn], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
