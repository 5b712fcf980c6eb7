// The groups in which the tests run, one after another: architecture, unit, integration and browser. `npm test -- NAME` runs one.

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { patience } from './support/patience.ts';

const top = ['tests/*.test.ts'];
const integration = ['tests/backend/{services,store,jobs}/**/*.test.ts', 'tests/backend/*.test.ts', 'tests/{rpc,hosts,tasks,electron}/**/*.test.{ts,tsx}'];
const browser = ['tests/e2e/**/*.test.{ts,tsx}'];

/** Vitest would leave a core free, which on two cores is half the machine. */
const maxWorkers = Math.max(2, availableParallelism());

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // better-sqlite3 and worker threads of our own want a process for themselves. Times are in ms and generous, because
    // the cores may be shared: a test that hangs is meant, not one that is slow.
    projects: [
      { test: { name: 'architecture', pool: 'forks', maxWorkers, include: top, testTimeout: 60_000, sequence: { groupOrder: 1 } } },
      { test: { name: 'unit', pool: 'forks', maxWorkers, include: ['tests/**/*.test.{ts,tsx}'], exclude: [...top, ...integration, ...browser], testTimeout: 60_000, sequence: { groupOrder: 2 } } },
      { test: { name: 'integration', pool: 'forks', maxWorkers, include: integration, testTimeout: 60_000, hookTimeout: 60_000, sequence: { groupOrder: 3 } } },
      // Each file has a browser and an application of its own; with one at a time the cores are idle a third of the time. On a shared machine a
      // browser may stall; there a test is tried once more and reported as retried, and what is waited for may take
      // longer than the second that is usual. At a desk it fails at once.
      { test: { name: 'browser', pool: 'forks', maxWorkers, retry: process.env['CI'] ? 1 : 0, include: browser, testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: patience } }, sequence: { groupOrder: 4 } } },
    ],
  },
});
