// The walls of the house: who imports whom, how long a file is, that every format is registered, and that no file knows a
// machine or asks anything of another one. Each check also proves that it finds what it is there to find.

import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inText } from '../shared/tasks/outside-hosts.ts';
import { areaOf, table, violations } from './support/import-table.ts';
import { cycles, deadImports, isSource, parseImports, projectFiles, reachable, readSource, root } from './support/imports.ts';

const paths = projectFiles();
const sources = paths.filter((path) => isSource(path) && !path.startsWith('resources/') && path.includes('/')).map(readSource);
const texts = paths.filter((path) => /\.(?:ts|tsx|mjs|cjs|js|json|md|ya?ml|css|html|sql|txt|svg)$|^\.(?:npmrc|gitignore|ci\/)/.test(path) && path !== 'package-lock.json');

describe('there is something to check', () => {
  it('finds the sources of every area, and imports in them', () => {
    for (const area of Object.keys(table)) expect(sources.filter(({ path }) => areaOf(path) === area).length, area).toBeGreaterThan(0);
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(300);
  });

  it('finds every form of import, and none in comments and strings', () => {
    const text = `
      import type { A } from './a.ts'; import b from "./b.ts"; export * from './c.ts'; export { d } from './d.ts'; import './e.css';
      type F = import('./f.ts').F; type G = typeof import('./g.ts'); const h = await import('./h.ts'); const i = require('./i.cjs');
      const j = new Worker(new URL('./j.ts', import.meta.url)); const k = new URL('./data.json', import.meta.url);
      // import './no.ts'
      const text = "import './no.ts'"; const template = \`import('./no.ts')\`; /* from './no.ts' */`;
    const { imports, starts } = parseImports('x.ts', text);
    expect(imports.sort()).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.css', './f.ts', './g.ts', './h.ts', './i.cjs']);
    expect(starts).toEqual(['./j.ts']);
    expect(() => parseImports('x.ts', 'import {')).toThrow('cannot be parsed');
  });
});

describe('the import table', () => {
  it('is kept by every file', () => {
    expect(sources.flatMap(violations)).toEqual([]);
  });

  it.each([
    ['shared/core/finding.ts', "import { readFile } from 'node:fs';"],
    ['shared/core/finding.ts', "import { z } from 'zod';"],
    ['shared/core/finding.ts', "import type { Channel } from '../rpc/channel.ts';"],
    ['shared/rpc/server.ts', "import '../backend/backend.ts';"],
    ['shared/backend/importers/pdf.ts', "import '../store/documents.ts';"],
    ['shared/backend/recognisers/cable.ts', "import '../importers/html.ts';"],
    ['shared/backend/store/tags.ts', "import '../services/tags.ts';"],
    ['shared/backend/services/tags.ts', "import type { X } from './findings.ts';"],
    ['shared/backend/services/tags.ts', "import '../importers/pdf.ts';"],
    ['shared/backend/services/tags.ts', "import Database from 'better-sqlite3';"],
    ['shared/backend/services/tags.ts', "import { get } from 'node:https';"],
    ['shared/hosts/web.ts', "import '../backend/store/tags.ts';"],
    ['shared/hosts/web.ts', "type Tags = import('../backend/services/tags.ts').Tags;"],
    ['electron/main.ts', "import '../shared/hosts/web.ts';"],
    ['renderer/app.tsx', "const backend = await import('../shared/backend/backend.ts');"],
    ['renderer/app.tsx', "import { join } from 'node:path';"],
    ['renderer/app.tsx', "import { ipcRenderer } from 'electron';"],
    ['elsewhere/file.ts', "import '../shared/core/tag.ts';"],
  ])('would notice %s: %s', (path, text) => {
    expect(violations(parseImports(path, text))).toHaveLength(1);
  });

  it('has no circle of imports', () => {
    expect(cycles(sources)).toEqual([]);
  });

  it('would notice a circle', () => {
    const ring = [parseImports('shared/core/a.ts', "import './b.ts';"), parseImports('shared/core/b.ts', "import type { C } from './c.ts';"), parseImports('shared/core/c.ts', "export * from './a.ts';"), parseImports('shared/core/d.ts', "import './a.ts';")];
    expect(cycles(ring)).toHaveLength(1);
    expect(cycles(ring)[0]?.sort()).toEqual(['shared/core/a.ts', 'shared/core/b.ts', 'shared/core/c.ts']);
  });

  it('leads to files that are there', () => {
    expect(sources.flatMap((file) => deadImports(file).map((specifier) => `${file.path} imports ${specifier}`))).toEqual([]);
  });
});

describe('a file is about one thing', () => {
  /** "About 300 lines": a tenth more is not worth a split. */
  const longest = 330;
  /** Files that are longer, each with its reason. */
  const exceptions: Record<string, string> = {};

  it(`has at most ${longest} lines`, () => {
    const long = sources.filter(({ path, text }) => text.split('\n').length > longest && !Object.hasOwn(exceptions, path));
    expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length} lines`)).toEqual([]);
    for (const path of Object.keys(exceptions)) expect(paths).toContain(path);
  });

  it('begins with a sentence that says what it is for', () => {
    // A test says it in the names of its tests.
    const silent = sources.filter(({ path }) => !path.endsWith('.test.ts')).filter(({ text }) => !/^(?:#!.*\n)?(?:\/\/|\/\*\*?) ?\S/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe('every format is registered', () => {
  it.each(['importers', 'recognisers', 'exporters'])('%s: index.ts leads to each file of the folder', (folder) => {
    const prefix = `shared/backend/${folder}/`;
    const files = sources.map(({ path }) => path).filter((path) => path.startsWith(prefix) && !path.endsWith('.d.ts'));
    expect(files.length).toBeGreaterThan(1);
    const registered = reachable(sources, `${prefix}index.ts`);
    expect(files.filter((path) => !registered.has(path))).toEqual([]);
  });
});

describe('no file knows a machine', () => {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  // Put together here so that this file does not find itself. Tests may name an account of their own making.
  const machinePath = new RegExp(`(?<![\\w.:/-])/(?:${['home', 'Users', 'root', 'work', 'mnt', 'srv'].join('|')})/[\\w.-]|\\b[A-Z]:\\\\{1,2}Users\\\\`);
  const thisMachine = [root, homedir() + sep, join(root, '..', 'shared') + sep].filter((place) => place.length > 3);
  const registryHost = new RegExp(['registry\\.npm' + 'js', 'npm' + 'mirror', 'pkg\\.git' + 'hub', 'crates\\.' + 'io/api'].join('|'));

  it('names no path of an account and no package registry', () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((path) => !path.startsWith('tests/') && machinePath.test(read(path)))).toEqual([]);
    expect(texts.filter((path) => thisMachine.some((place) => read(path).includes(place)))).toEqual([]);
    expect([...texts, 'package-lock.json'].filter((path) => registryHost.test(read(path)))).toEqual([]);
  });

  it('would notice them', () => {
    expect(machinePath.test(`open('/${'home'}/ada/file')`)).toBe(true);
    expect(machinePath.test(`"C:\\${'Users'}\\ada"`)).toBe(true);
    expect(machinePath.test('https://example.org/home/page')).toBe(false);
    expect(registryHost.test(`https://registry.npm${'js'}.org/`)).toBe(true);
  });

  it('asks nothing of another machine', () => {
    const asking = sources.filter(({ path }) => !path.startsWith('tests/')).flatMap(({ path, text }) => inText(text, path).filter(({ reason }) => reason === 'fetched'));
    expect(asking).toEqual([]);
    const callers = sources.filter(({ path, text }) => /^(?:shared\/(?!tasks)|renderer|electron)/.test(path) && /(?<![\w.$])(?:fetch\(|XMLHttpRequest|EventSource\(|sendBeacon)/.test(text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')));
    expect(callers.map(({ path }) => path)).toEqual([]);
  });
});
