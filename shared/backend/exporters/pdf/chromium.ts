// Prints a page to PDF with a Chromium that is installed on the machine: without a window, without network, with a profile of
// its own that is thrown away. It installs nothing; the desktop window prints by itself and does not come here.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../../../core/user-error.ts';

/** In milliseconds: a brief of 10 MB (some 3,000 pages) took 130 s on two cores; twice that is patience, more is a fault. */
const defaultTimeLimit = 300_000;

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser'];

const missing = () =>
  new UserError('missing-program', 'A PDF is printed by Chromium, and no Chromium, Chrome or Edge was found on this machine.', 'Install one of them, or export as HTML and print that to PDF from any browser.');

export type PrinterOptions = {
  /** Path of the browser; found by itself when absent. */
  program?: string | undefined;
  /** In milliseconds. */
  timeLimit?: number;
  environment?: NodeJS.ProcessEnv;
};

/**
 * A function that prints one self-contained HTML page as a PDF. Throws UserError('missing-program') at once when no Chromium
 * is found; the function throws the same when the browser fails or exceeds the time limit.
 */
export function chromiumPrinter({ program, timeLimit = defaultTimeLimit, environment = process.env }: PrinterOptions = {}): (html: string) => Promise<Uint8Array> {
  const found = program ?? findChromium(environment);
  if (found === null) throw missing();
  return (html) => print(found, html, timeLimit, environment);
}

/** The first browser of the Chromium family in the usual places; the variable CHROMIUM, when set, is the only place. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const chosen = environment['CHROMIUM'];
  if (chosen) return existsSync(chosen) ? chosen : null;
  return usualPlaces(environment).find((place) => existsSync(place)) ?? null;
}

function usualPlaces(environment: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    const applications = ['/Applications', join(environment['HOME'] ?? '', 'Applications')];
    const names = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'];
    return applications.flatMap((folder) => names.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)));
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    const programs = [join('Chromium', 'Application', 'chrome.exe'), join('Google', 'Chrome', 'Application', 'chrome.exe'), join('Microsoft', 'Edge', 'Application', 'msedge.exe')];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...(environment['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'))];
  return programNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function print(program: string, html: string, timeLimit: number, environment: NodeJS.ProcessEnv): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'annals-pdf-'));
  try {
    const page = join(folder, 'brief.html');
    const target = join(folder, 'brief.pdf');
    await writeFile(page, html, { mode: 0o600 });
    const complaint = await run(program, [...flags(folder, target), pathToFileURL(page).href], timeLimit, environment);
    const bytes = await readFile(target).catch(() => null);
    if (bytes === null || bytes.length === 0) throw new UserError('missing-program', `The browser that prints PDFs did not finish: ${complaint}`, 'Export as HTML and print that to PDF from any browser.');
    return new Uint8Array(bytes);
  } finally {
    // A browser that was stopped may hold its profile for a moment (Windows).
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

function flags(folder: string, target: string): string[] {
  const root = process.getuid?.() === 0;
  return [
    '--headless',
    // Chromium refuses to start as root with its sandbox; every other account keeps it.
    ...(root ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-breakpad',
    '--disable-dev-shm-usage',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${target}`,
  ];
}

/** Resolves when the program has ended, with what it complained of in one line without places of this machine. */
function run(program: string, args: string[], timeLimit: number, environment: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve) => {
    // In a process group of its own, so that the browser's children end with it.
    const child = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32', env: environment, windowsHide: true });
    let complaint = '';
    const limit = setTimeout(() => {
      complaint = `it took longer than ${Math.round(timeLimit / 1000)} seconds.`;
      stop(child.pid);
    }, timeLimit);
    child.once('error', () => {
      clearTimeout(limit);
      resolve('it could not be started.');
    });
    child.once('close', (code) => {
      clearTimeout(limit);
      stop(child.pid);
      resolve(complaint || `it ended with code ${code ?? 'unknown'} and no file.`);
    });
  });
}

/** Ends the browser and its children; that they have ended already is no error. */
function stop(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'EPERM'))) throw error;
  }
}
