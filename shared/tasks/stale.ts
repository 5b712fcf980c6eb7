// Builds what is stale, and remembers from which sources each part was built.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Part, makePart, parts } from './bundles.ts';
import { fingerprint } from './fingerprint.ts';
import { inTree } from './tree.ts';

/** Name of a part -> fingerprint of the sources it was last built from. */
type BuildRecord = Partial<Record<Part['name'], string>>;

const recordFile = inTree('out', 'built.json');

/**
 * Builds the parts whose sources changed since they were last built. Throws when one cannot be built, after the others;
 * of that one the last good build stays.
 */
export async function buildIfStale(wanted: readonly Part['name'][] = ['screen', 'programs', 'shell'], record: BuildRecord = readRecord()): Promise<void> {
  const failures: string[] = [];
  for (const part of parts().filter(({ name }) => wanted.includes(name))) {
    // Taken before the build: a file that is saved meanwhile makes the part stale again.
    const now = fingerprint(inTree(), part.sources);
    if (record[part.name] === now && part.results.every((file) => existsSync(inTree('out', part.directory, file)))) continue;
    const start = performance.now();
    try {
      await makePart(part);
      console.error(`Built the ${part.name} in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
      writeFileSync(recordFile, `${JSON.stringify({ ...readRecord(), [part.name]: now }, null, 2)}\n`);
    } catch (error) {
      failures.push(`The ${part.name} could not be built. ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (failures.length > 0) throw new Error(failures.join('\n'));
}

function readRecord(): BuildRecord {
  try {
    return JSON.parse(readFileSync(recordFile, 'utf8')) as BuildRecord;
  } catch {
    return {};
  }
}

/** Builds all parts, stale or not. */
export async function buildAll(): Promise<void> {
  await buildIfStale(undefined, {});
}
