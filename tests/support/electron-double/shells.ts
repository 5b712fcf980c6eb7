// Shells for the tests of a file: the built bundles with an empty page, each with a folder of its own that is removed afterwards.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { createClient, type Client } from '../../../shared/rpc/client.ts';
import { obtainChromium } from '../../../shared/tasks/chromium.ts';
import { buildIfStale } from '../../../shared/tasks/stale.ts';
import { temporaryFolder } from '../folder.ts';
import { launchShell, type Shell, type ShellOptions } from './launch.ts';
import { pageChannel } from './page-channel.ts';
import { makeQuietTree } from './quiet-tree.ts';

const chromium = await obtainChromium();

/** Says in the name of each skipped test what it needs. */
export function describeWithChromium(name: string, tests: () => void): void {
  describe.skipIf('why' in chromium)(`${name} (needs Chromium)`, tests);
}

let tree: string;
let quietMain: string;

/** Builds what is stale before the first test of the file that calls it. */
export function prepareQuietTree(): void {
  beforeAll(async () => {
    await buildIfStale();
    tree = mkdtempSync(join(tmpdir(), 'annals-tree-'));
    quietMain = makeQuietTree(tree);
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));
}

/** With an empty page, unless another program is named. */
export function launch(options: Partial<ShellOptions> & { userData: string }): Shell {
  return launchShell({ mainFile: quietMain, ...options, environment: { ANNALS_DOUBLE_CHROMIUM: 'path' in chromium ? chromium.path : '', ...options.environment } });
}

/** For one test. */
export function launchForTest(options: Partial<ShellOptions> = {}): Shell {
  const shell = launch({ userData: temporaryFolder(), ...options });
  onTestFinished(async () => {
    shell.kill();
    await shell.exited;
  });
  return shell;
}

/** A client on a fresh port of the page. */
export async function clientOf(shell: Shell): Promise<Client> {
  return createClient(await pageChannel(shell));
}

/** Ends the backend process and answers its id. */
export function killBackend(shell: Shell): Promise<number> {
  return shell.main(({ utilityProcessIds }) => {
    const [id = 0] = utilityProcessIds();
    process.kill(id, 'SIGKILL');
    return id;
  });
}
