// `npm ci` works on every platform: the lock file knows each platform's variant of a package, and names no registry.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/imports.ts';

type Entry = { version?: string; resolved?: string; integrity?: string; link?: boolean; optionalDependencies?: Record<string, string> };
type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string>; engines: Record<string, string>; allowScripts: Record<string, boolean>; scripts: Record<string, string> };

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> };
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

/** The entry that Node's resolution finds for a package from the place of another. */
function resolve(from: string, name: string): Entry | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const entry = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (entry || folder === '') return entry;
  }
}

describe('the lock file', () => {
  it('holds every variant of a package that has one for each platform', () => {
    const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).map((name) => ({ path, name })));
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter(({ path, name }) => !resolve(path, name))).toEqual([]);
  });

  it('has a checksum for every package and an address for none', () => {
    const installed = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);
    expect(installed.length).toBeGreaterThan(300);
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('agrees with package.json, which pins every version', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });
});

describe('package.json', () => {
  it('lets the pinned Node install itself and keeps SQLite from being compiled', () => {
    expect(manifest.allowScripts).toMatchObject({ node: true, 'better-sqlite3': false });
    expect(manifest.engines['node']).toBe('>=20');
  });

  it('runs every script by the first step, which needs nothing installed', () => {
    for (const [name, script] of Object.entries(manifest.scripts)) expect(script, name).toBe(`node shared/tasks/ensure.mjs ${name}`);
  });
});
