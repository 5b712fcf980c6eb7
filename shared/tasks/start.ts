// `npm start`: builds what is stale and opens the workbench, in the Electron window where that is possible, else in a browser.

import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { missingEntries } from './bundles.ts';
import { obtainElectron } from './electron-binary.ts';
import { buildIfStale } from './stale.ts';
import { callersDirectory, inTree } from './tree.ts';

/** A window that ends in failure within this time (ms) never came up: no display, a missing library, a refused sandbox. */
const startTime = 10_000;

const flags = readFlags();
const project = flags.project === undefined ? [] : ['--project', resolve(callersDirectory(), flags.project)];

await buildIfStale();
const why = await openWindow();
if (why !== null) {
  console.log(`Annals runs in the browser: ${why}`);
  process.argv = [process.execPath, inTree('out', 'main', 'web.js'), ...project, ...(flags.port === undefined ? [] : ['--port', flags.port]), ...(flags['no-open'] ? ['--no-open'] : [])];
  await import(pathToFileURL(inTree('out', 'main', 'web.js')).href);
}

function readFlags(): { web?: boolean; port?: string; 'no-open'?: boolean; project?: string } {
  try {
    return parseArgs({ options: { web: { type: 'boolean' }, port: { type: 'string' }, 'no-open': { type: 'boolean' }, project: { type: 'string' } } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\nThe flags are --web, --port N, --no-open and --project FILE.`);
    process.exit(1);
  }
}

/** Null when the Electron window was open and is closed again, else why it could not be. */
async function openWindow(): Promise<string | null> {
  if (flags.web) return '--web asks for it.';
  if (missingEntries().some((source) => source.startsWith('electron/'))) return 'this copy has no desktop shell.';
  const electron = await obtainElectron();
  if ('why' in electron) return electron.why;
  console.log(`Annals opens in its own window (${electron.program}).`);
  return runElectron(electron.program);
}

function runElectron(program: string): Promise<string | null> {
  const started = Date.now();
  const child = spawn(program, [inTree(), ...project], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.on('error', (error) => done(`Electron does not start (${error.message}).`));
    child.on('exit', (code, signal) => {
      const failed = code !== 0 && signal !== 'SIGINT' && signal !== 'SIGTERM';
      process.exitCode = failed ? 1 : 0;
      if (!failed || Date.now() - started > startTime) done(null);
      else done(`Electron is here, but its window did not open (it ended with ${code === null ? signal : `code ${code}`}).`);
    });
  });
}
