// The import table of ARCHITECTURE.md as data, and what a file's imports do against it.

import { isBuiltin } from 'node:module';
import { type SourceFile, targetOf } from './imports.ts';

type Area =
  | 'core'
  | 'rpc'
  | 'importers'
  | 'recognisers'
  | 'exporters'
  | 'store'
  | 'services'
  | 'jobs'
  | 'backend.ts'
  | 'hosts'
  | 'tasks'
  | 'electron'
  | 'renderer'
  | 'tests';

type Rule = {
  /** Areas whose every file may be imported, besides the area itself. */
  from: Area[];
  /** Single files that may be imported from areas that are otherwise closed. */
  files?: string[];
  /** Packages that may be imported; "all" but those that belong to one area only. */
  packages: string[] | 'all' | 'none';
  /** False where the code must run without Node. */
  node: boolean;
};

const formats = ['importers', 'recognisers', 'exporters'].map((name) => `shared/backend/${name}/index.ts`);

/** The only arrows there are. */
export const table: Record<Area, Rule> = {
  core: { from: [], packages: 'none', node: false },
  rpc: { from: ['core'], packages: ['zod'], node: false },
  importers: { from: ['core'], packages: 'all', node: true },
  recognisers: { from: ['core'], packages: 'all', node: true },
  exporters: { from: ['core'], packages: 'all', node: true },
  store: { from: ['core'], packages: ['better-sqlite3', 'uuidv7'], node: true },
  jobs: { from: ['core'], files: formats, packages: 'all', node: true },
  // The contract gives a service's functions their types: what a method takes and answers is written once.
  services: { from: ['store', 'core', 'jobs'], files: [...formats, 'shared/rpc/contract.ts'], packages: 'all', node: true },
  'backend.ts': { from: ['services', 'store', 'importers', 'recognisers', 'exporters', 'jobs', 'rpc', 'core'], packages: 'all', node: true },
  hosts: { from: ['rpc', 'core'], files: ['shared/backend/backend.ts'], packages: ['commander', 'ws', 'zod'], node: true },
  electron: { from: ['rpc', 'core'], files: ['shared/backend/backend.ts'], packages: ['electron'], node: true },
  renderer: { from: ['rpc', 'core'], packages: 'all', node: false },
  // The tools that build and start the rest; they run no part of the application themselves.
  tasks: { from: ['core'], files: ['shared/hosts/browser.ts', 'shared/backend/exporters/pdf/chromium.ts'], packages: 'all', node: true },
  tests: { from: ['core', 'rpc', 'importers', 'recognisers', 'exporters', 'store', 'services', 'jobs', 'backend.ts', 'hosts', 'tasks', 'electron', 'renderer'], packages: 'all', node: true },
};

/** Packages that belong to one place, whatever "all" says. */
const reserved: Record<string, (path: string) => boolean> = {
  electron: (path) => path.startsWith('electron/') || path.startsWith('tests/'),
  'better-sqlite3': (path) => path.startsWith('shared/backend/store/') || path.startsWith('tests/'),
};

/** Nothing speaks to a network but the host on the loopback; tests speak to it. */
const network = /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns)(?:\/|$)/;

const areas: [RegExp, Area][] = [
  [/^shared\/core\//, 'core'],
  [/^shared\/rpc\//, 'rpc'],
  [/^shared\/backend\/importers\//, 'importers'],
  [/^shared\/backend\/recognisers\//, 'recognisers'],
  [/^shared\/backend\/exporters\//, 'exporters'],
  [/^shared\/backend\/store\//, 'store'],
  [/^shared\/backend\/services\//, 'services'],
  [/^shared\/backend\/jobs\//, 'jobs'],
  [/^shared\/backend\/[^/]+$/, 'backend.ts'],
  [/^shared\/hosts\//, 'hosts'],
  [/^shared\/tasks\//, 'tasks'],
  [/^electron\//, 'electron'],
  // How the screen is built is a tool, not a part of the screen.
  [/^renderer\/vite\.config\.ts$/, 'tasks'],
  [/^renderer\//, 'renderer'],
  [/^tests\//, 'tests'],
];

export function areaOf(path: string): Area | null {
  return areas.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

/** What is wrong with the imports of a file, one sentence each. */
export function violations({ path, imports, starts }: SourceFile): string[] {
  const area = areaOf(path);
  if (!area) return [`${path} lies in no area of the import table`];
  return [...imports, ...starts].flatMap((specifier) => {
    const wrong = specifier.startsWith('.') ? wrongFile(path, area, specifier) : wrongPackage(path, area, specifier);
    return wrong === null ? [] : [`${path} imports ${specifier}: ${wrong}`];
  });
}

function wrongFile(path: string, area: Area, specifier: string): string | null {
  const target = targetOf(path, specifier);
  if (target === null) return null;
  const { from, files = [] } = table[area];
  const targetArea = areaOf(target);
  if (targetArea === null) return 'it lies in no area of the import table';
  // A service is one noun: files of one folder are one service, two services meet in backend.ts only.
  if (area === 'services' && targetArea === 'services') return serviceOf(path) === serviceOf(target) || ofAllServices.includes(serviceOf(target)) ? null : 'no service imports another';
  if (targetArea === area || from.includes(targetArea) || files.includes(target)) return null;
  return `${area} may import ${[...from, ...files].join(', ') || 'nothing'}`;
}

/** No services: the form that all of them have, and the words they all use. */
const ofAllServices = ['handler', 'words'];

function serviceOf(path: string): string {
  return (path.split('/')[3] ?? '').replace(/\.ts$/, '');
}

function wrongPackage(path: string, area: Area, specifier: string): string | null {
  const { packages, node } = table[area];
  if (isBuiltin(specifier)) {
    if (!node) return `${area} runs without Node`;
    return network.test(specifier) && area !== 'hosts' && area !== 'tests' ? 'only the web host has a network, and only the loopback' : null;
  }
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const isOwner = reserved[name];
  if (isOwner) return isOwner(path) ? null : `${name} belongs to another place`;
  if (packages === 'all') return null;
  return packages !== 'none' && packages.includes(name) ? null : `${area} may import ${packages === 'none' ? 'no package' : packages.join(', ')}`;
}
