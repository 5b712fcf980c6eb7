// What is built: the screen by Vite, and the programs by rolldown. It says how each is made, not when.

import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { outsideAddresses } from './outside-hosts.ts';
import { inTree } from './tree.ts';

export type Part = {
  name: 'screen' | 'programs' | 'shell';
  /** What it is made of: a change there makes it stale. */
  sources: string[];
  /** Below out/. */
  directory: string;
  /** Files that must be there after a build. */
  results: string[];
  make: (directory: string) => Promise<void>;
};

/** The entries of a folder of bundles: name of the result -> source. */
type Entries = Record<string, string>;

const programEntries: Entries = {
  main: 'electron/main.ts',
  'backend-entry': 'electron/backend-entry.ts',
  web: 'shared/hosts/web-main.ts',
  cli: 'shared/hosts/cli.ts',
  worker: 'shared/backend/jobs/worker.ts',
};
const shellEntries: Entries = { preload: 'electron/preload.ts' };

const recipe = ['package-lock.json', 'shared/tasks/bundles.ts', 'shared/tasks/outside-hosts.ts'];
const meaning = ['shared/core', 'shared/rpc'];

export function parts(): Part[] {
  return [
    {
      name: 'screen',
      sources: ['renderer', ...meaning, ...recipe],
      directory: 'renderer',
      results: ['index.html'],
      make: makeScreen,
    },
    {
      name: 'programs',
      sources: ['electron', 'shared/hosts', 'shared/backend', ...meaning, ...recipe],
      directory: 'main',
      results: Object.keys(present(programEntries)).map((name) => `${name}.js`),
      make: (directory) => makePrograms(directory),
    },
    {
      name: 'shell',
      sources: ['electron', ...meaning, ...recipe],
      directory: 'preload',
      results: Object.keys(present(shellEntries)).map((name) => `${name}.cjs`),
      make: makeShell,
    },
  ];
}

/** Builds into a folder of its own and then takes the place of the old: a failed build leaves the last good one. */
export async function makePart(part: Part): Promise<void> {
  const target = inTree('out', part.directory);
  const fresh = `${target}.new-${process.pid}`;
  const old = `${target}.old-${process.pid}`;
  try {
    await part.make(fresh);
    // An address that is only named is left to the tests: it does no harm today.
    const asked = outsideAddresses(fresh).filter(({ reason }) => reason === 'fetched');
    if (asked.length > 0) throw new Error(`The bundle asks other machines; see shared/tasks/outside-hosts.ts.\n${asked.map(({ file, excerpt }) => `${file}: ${excerpt}`).join('\n')}`);
    mkdirSync(dirname(target), { recursive: true });
    if (existsSync(target)) renameSync(target, old);
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

// The builders are loaded where they are used: that takes a quarter of a second, which a start without a build need not pay.

async function makeScreen(directory: string): Promise<void> {
  const before = process.env['NODE_ENV'];
  // Whoever starts the build, a test for example: what is built is what analysts get, not React's slow form for developers.
  process.env['NODE_ENV'] = 'production';
  try {
    const vite = await import('vite');
    await vite.build({
      configFile: inTree('renderer', 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: directory, emptyOutDir: true, reportCompressedSize: false },
    });
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/** `entries` may be others, of which the worker must be one: a benchmark measures what analysts get. */
export async function makePrograms(directory: string, entries: Entries = present(programEntries)): Promise<void> {
  await bundle(entries, directory, 'esm');
  // SQL stays SQL: it is read at run time from beside the bundle.
  const migrations = inTree('shared', 'backend', 'store', 'migrations');
  if (existsSync(migrations)) cpSync(migrations, join(directory, 'migrations'), { recursive: true });
  // What reads PDFs; its loader looks for it beside the bundle.
  // For scanned pages: Tesseract, and English. Other languages are the analyst's to add.
  cpSync(inTree('node_modules', 'tesseract.js-core', 'tesseract-core-simd-lstm.wasm'), join(directory, 'ocr', 'tesseract-core-simd-lstm.wasm'));
  // Its starter is CommonJS and stays so: it asks for __dirname.
  cpSync(inTree('node_modules', 'tesseract.js-core', 'tesseract-core-simd-lstm.js'), join(directory, 'ocr', 'tesseract-core-simd-lstm.cjs'));
  cpSync(inTree('node_modules', '@tesseract.js-data', 'eng', '4.0.0_best_int', 'eng.traineddata.gz'), join(directory, 'ocr', 'languages', 'eng.traineddata.gz'));
  cpSync(inTree('node_modules', '@hyzyla', 'pdfium', 'dist', 'pdfium.wasm'), join(directory, 'pdfium.wasm'));
}

/** A sandboxed preload must be one CommonJS file. */
async function makeShell(directory: string): Promise<void> {
  await bundle(present(shellEntries), directory, 'cjs');
}

async function bundle(entries: Entries, directory: string, format: 'esm' | 'cjs'): Promise<void> {
  mkdirSync(directory, { recursive: true });
  if (Object.keys(entries).length === 0) return;
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    cwd: inTree(),
    input: Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, inTree(source)])),
    platform: 'node',
    external: isLeftOutside,
    // Warnings are about the insides of packages (comments, eval in a fallback); an error throws.
    logLevel: 'silent',
  });
  try {
    await build.write({
      dir: directory,
      format,
      entryFileNames: format === 'esm' ? '[name].js' : '[name].cjs',
      // Beside the entries, so that import.meta.dirname is the same folder in every file.
      chunkFileNames: 'part-[name]-[hash].js',
      // Not minified: the stack of a bug can be read. Without comments: they are full of addresses, and are not run.
      minify: false,
      comments: false,
    });
  } finally {
    await build.close();
  }
}

/** Native, or given by Electron; and two native accelerators of ws that are not installed and not missed. */
function isLeftOutside(id: string): boolean {
  return isBuiltin(id) || ['electron', 'better-sqlite3', 'bufferutil', 'utf-8-validate', '@napi-rs/canvas'].includes(id);
}

function present(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([, source]) => existsSync(inTree(source))));
}

/** Entries whose source has not been written yet. */
export function missingEntries(): string[] {
  return Object.values({ ...programEntries, ...shellEntries }).filter((source) => !existsSync(inTree(source)));
}
