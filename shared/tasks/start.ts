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

try {
  await buildIfStale();
} catch (error) {
  console.error(`Annals cannot be started.\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
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
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((resolve) => {
    const end = (failure: string | null): void => {
      for (const signal of signals) process.off(signal, passOn);
      resolve(failure);
    };
    child.on('error', (error) => end(`Electron does not start (${error.message}).`));
    child.on('exit', (code, signal) => {
      const failed = code !== 0 && signal !== 'SIGINT' && signal !== 'SIGTERM';
      if (failed && Date.now() - started < startTime) {
        end(`Electron is here, but its window did not open (it ended with ${code === null ? signal : `code ${code}`}).`);
        return;
      }
      process.exitCode = failed ? 1 : 0;
      end(null);
    });
  });
}
