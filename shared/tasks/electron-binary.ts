// Finds the desktop window's program, or fetches it within bounds. It does not start it.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay } from '../hosts/browser.ts';
import { filesBelow } from './fingerprint.ts';
import { inTree } from './tree.ts';

/** After a fetch that failed, the next start does not wait for another one for a day. */
const retryAfter = 24 * 60 * 60 * 1000;
/** Seconds without a byte or a line until a fetch is given up. */
const patience = 20;

const failureFile = inTree('out', 'electron-fetch.json');

/** The program when it is here, or null. Nothing is started and nothing fetched. */
export function findElectron(): string | null {
  const directory = process.env['ELECTRON_OVERRIDE_DIST_PATH'] || inTree('node_modules', 'electron', 'dist');
  const names: Partial<Record<NodeJS.Platform, string>> = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const program = join(directory, names[process.platform] ?? 'electron');
  return existsSync(program) ? program : null;
}

/** The program, found or fetched; or a sentence that says why there is none. */
export async function obtainElectron(): Promise<{ program: string } | { why: string }> {
  const found = findElectron();
  if (found) return { program: found };
  const obstacle = obstacleToFetch();
  if (obstacle) return { why: obstacle };
  console.log(`Fetching Electron for the desktop window; given up after ${patience} s without progress …`);
  const failure = await fetchElectron();
  const fetched = findElectron();
  if (fetched) return { program: fetched };
  const why = failure ?? 'Electron was fetched, but its program is not where it belongs.';
  mkdirSync(inTree('out'), { recursive: true });
  writeFileSync(failureFile, JSON.stringify({ at: new Date().toISOString(), why }));
  return { why: `${why} It will be tried again in a day; deleting out/electron-fetch.json tries it at the next start.` };
}

function obstacleToFetch(): string | null {
  if (process.env['ANNALS_NO_ELECTRON_DOWNLOAD']) return 'Electron is not installed, and ANNALS_NO_ELECTRON_DOWNLOAD forbids fetching it.';
  if (!hasDisplay()) return 'Electron is not installed, and without a display it is not fetched.';
  if (!existsSync(inTree('node_modules', 'electron', 'install.js'))) return 'Electron is not among the installed packages.';
  const failed = readFailure();
  return failed && Date.now() - Date.parse(failed.at) < retryAfter ? `Electron is not installed, and fetching it failed on ${failed.at.slice(0, 16).replace('T', ' at ')} (${failed.why})` : null;
}

function readFailure(): { at: string; why: string } | null {
  try {
    const { at, why } = JSON.parse(readFileSync(failureFile, 'utf8')) as { at: unknown; why: unknown };
    return typeof at === 'string' && typeof why === 'string' ? { at, why } : null;
  } catch {
    return null;
  }
}

/** Runs the package's own installer. Null when it went well, else why not. */
async function fetchElectron(): Promise<string | null> {
  const unfinished = inTree('out', 'electron-fetch');
  mkdirSync(unfinished, { recursive: true });
  try {
    return await runWhileItMoves({
      program: process.execPath,
      programArguments: [inTree('node_modules', 'electron', 'install.js')],
      // The installer downloads into the temporary folder and then unpacks: both grow while it gets on.
      environment: { TMPDIR: unfinished, TMP: unfinished, TEMP: unfinished },
      growing: [unfinished, inTree('node_modules', 'electron', 'dist')],
      patience,
    });
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

export type Moving = {
  program: string;
  programArguments: string[];
  environment: NodeJS.ProcessEnv;
  /** Folders whose growth is progress; so is a line the program prints. */
  growing: string[];
  /** Seconds. */
  patience: number;
};

/** Runs a program until it ends or stops getting on. Null when it ended well, else a sentence. */
export function runWhileItMoves({ program, programArguments, environment, growing, patience: seconds }: Moving): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let moved = Date.now();
    let size = 0;
    let stuck = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        said = (said + data.toString()).slice(-2000);
        moved = Date.now();
      });
    }
    const watch = setInterval(() => {
      const now = sizeOf(growing);
      if (now !== size) moved = Date.now();
      size = now;
      if (Date.now() - moved < seconds * 1000) return;
      stuck = true;
      child.kill('SIGKILL');
    }, 250);
    const end = (failure: string | null): void => {
      clearInterval(watch);
      resolve(failure);
    };
    child.on('error', (error) => end(`Electron could not be fetched: ${error.message}.`));
    child.on('close', (code) => {
      if (stuck) end(`Electron could not be fetched: no progress for ${seconds} s.`);
      else end(code === 0 ? null : `Electron could not be fetched: ${reasonIn(said)}.`);
    });
  });
}

function sizeOf(folders: readonly string[]): number {
  return folders.flatMap(filesBelow).reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** The line of a stack that says what went wrong. */
function reasonIn(said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  const line = lines.find((candidate) => /error|ENOTFOUND|ECONN|ETIMEDOUT|certificate/i.test(candidate)) ?? lines.findLast((candidate) => candidate !== '');
  return (line ?? 'its installer failed').replace(/\.$/, '').slice(0, 200);
}
