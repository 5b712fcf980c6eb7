// The checks that read the sources without running them: types, and lint.

import { spawnSync } from 'node:child_process';
import { inTree } from './tree.ts';

export type Check = { name: 'types' | 'lint'; passed: boolean; seconds: number };

const commands: Record<Check['name'], string[]> = {
  types: [inTree('node_modules', 'typescript', 'bin', 'tsc'), '-b', '--pretty'],
  lint: [inTree('node_modules', 'oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings'],
};

/** Runs the checks and prints what they find. */
export function runChecks(names: readonly Check['name'][] = ['types', 'lint']): Check[] {
  return names.map((name) => {
    console.log(`\n${name}`);
    const start = performance.now();
    const { status } = spawnSync(process.execPath, commands[name], { cwd: inTree(), stdio: 'inherit' });
    const seconds = (performance.now() - start) / 1000;
    console.log(`${name}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
    return { name, passed: status === 0, seconds };
  });
}
