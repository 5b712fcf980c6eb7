// Fetching the desktop window's program ends by itself: well, with a reason, or because it does not get on.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findElectron, obtainElectron, runWhileItMoves } from '../../shared/tasks/electron-binary.ts';
import { temporaryFolder } from '../support/folder.ts';
import { patience } from '../support/patience.ts';

const run = (script: string, growing: string[] = [], patience = 1) => runWhileItMoves({ program: process.execPath, programArguments: ['-e', script], environment: {}, growing, patience });

describe('a program that fetches', () => {
  it('may end well', async () => {
    expect(await run('console.log("done")')).toBeNull();
  });

  it('may end with a reason, told without its stack', async () => {
    expect(await run('console.error("Error: getaddrinfo ENOTFOUND somewhere\\n    at stack"); process.exit(1)')).toBe('Electron could not be fetched: Error: getaddrinfo ENOTFOUND somewhere.');
    expect(await run('process.exit(3)')).toBe('Electron could not be fetched: its installer failed.');
  });

  it('may not exist', async () => {
    expect(await runWhileItMoves({ program: join(temporaryFolder(), 'nothing'), programArguments: [], environment: {}, growing: [], patience: 1 })).toMatch(/^Electron could not be fetched: spawn .*ENOENT\.$/);
  });

  it('is given up when it does not get on', async () => {
    const start = performance.now();
    expect(await run('setInterval(() => {}, 1000)')).toBe('Electron could not be fetched: no progress for 1 s.');
    expect(performance.now() - start).toBeLessThan(patience);
  });

  it('is let go on as long as its files grow', async () => {
    const folder = temporaryFolder();
    const growing = `const { appendFileSync } = require('node:fs'); let parts = 0; setInterval(() => { appendFileSync(${JSON.stringify(join(folder, 'file'))}, 'part'); if (++parts === 8) process.exit(0); }, 250)`;
    expect(await run(growing, [folder])).toBeNull();
  });
});

describe('the program', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it('is found in the folder that is named, and nowhere else then', async () => {
    const folder = temporaryFolder();
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder;
    process.env['ANNALS_NO_ELECTRON_DOWNLOAD'] = '1';
    expect(findElectron()).toBeNull();
    expect(await obtainElectron()).toEqual({ why: 'Electron is not installed, and ANNALS_NO_ELECTRON_DOWNLOAD forbids fetching it.' });
    const path = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ?? 'electron';
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), '');
    expect(await obtainElectron()).toEqual({ program: join(folder, path) });
  });

  it.skipIf(process.platform !== 'linux')('is not fetched where there is no display (only on Linux)', async () => {
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = temporaryFolder();
    for (const name of ['ANNALS_NO_ELECTRON_DOWNLOAD', 'DISPLAY', 'WAYLAND_DISPLAY']) delete process.env[name];
    expect(await obtainElectron()).toEqual({ why: 'Electron is not installed, and without a display it is not fetched.' });
  });
});
