// The groups in which the tests run: architecture, unit, integration and browser. `npm test -- NAME` runs one.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const heavy = ['tests/backend/{services,store,jobs}/**/*.test.ts', 'tests/backend/*.test.ts', 'tests/{rpc,hosts,tasks,electron}/**/*.test.{ts,tsx}'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // better-sqlite3 and worker threads of our own want a process for themselves.
    pool: 'forks',
    // Times in ms: generous, because two cores may be shared; a test that hangs is meant, not one that is slow.
    projects: [
      { test: { name: 'architecture', pool: 'forks', include: ['tests/*.test.ts'], testTimeout: 30_000, sequence: { groupOrder: 0 } } },
      { test: { name: 'unit', pool: 'forks', include: ['tests/**/*.test.{ts,tsx}'], exclude: [...heavy, 'tests/*.test.ts', 'tests/e2e/**'], testTimeout: 30_000, sequence: { groupOrder: 0 } } },
      { test: { name: 'integration', pool: 'forks', include: heavy, testTimeout: 60_000, hookTimeout: 60_000, sequence: { groupOrder: 1 } } },
      // One after another: each has a browser and an application of its own.
      { test: { name: 'browser', pool: 'forks', include: ['tests/e2e/**/*.test.{ts,tsx}'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false, sequence: { groupOrder: 2 } } },
    ],
  },
});
