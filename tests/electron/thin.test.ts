// The shell is thin: without electron/ everything else is built and runs, and nothing outside knows of it.

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTree } from '../../shared/tasks/tree.ts';

let tree: string;

describe('without electron/', () => {
  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'annals-thin-'));
    for (const part of ['renderer', 'shared', 'resources', 'package.json', 'package-lock.json', 'tsconfig.json']) cpSync(inTree(part), join(tree, part), { recursive: true });
    symlinkSync(inTree('node_modules'), join(tree, 'node_modules'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(tree, 'shared', 'tasks', 'build.ts')], { cwd: tree, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the build failed without electron/\n${stdout}${stderr}`);
  }, 180_000);
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it('the screen and the other hosts are built', () => {
    for (const file of ['renderer/index.html', 'main/web.js', 'main/cli.js', 'main/worker.js']) expect(existsSync(join(tree, 'out', file)), file).toBe(true);
    for (const file of ['main/main.js', 'main/backend-entry.js', 'preload/preload.cjs']) expect(existsSync(join(tree, 'out', file)), file).toBe(false);
  });

  it('no bundle asks for the electron package', () => {
    const bundles = readdirSync(join(tree, 'out', 'main')).filter((file) => file.endsWith('.js'));
    expect(bundles.length).toBeGreaterThan(2);
    for (const file of bundles) expect(readFileSync(join(tree, 'out', 'main', file), 'utf8'), file).not.toMatch(/(?:from\s*|require\(|import\()["']electron["']/);
  });

  it('the application opens a project and answers', () => {
    const words = ['call', 'projects.current', '{}', '--project', join(tree, 'thin.annals'), '--json'];
    const answer = execFileSync(process.execPath, [join(tree, 'out', 'main', 'cli.js'), ...words], { encoding: 'utf8', env: { ...process.env, ANNALS_HOME: join(tree, 'home') } });
    expect(JSON.parse(answer)).toMatchObject({ fileName: 'thin.annals' });
  });
});

describe('electron/', () => {
  it('is imported by no other part of the program', () => {
    const folders = ['renderer', 'shared'];
    const sources = folders.flatMap((folder) => readdirSync(inTree(folder), { recursive: true, encoding: 'utf8' }).map((file) => inTree(folder, file))).filter((file) => /\.(?:ts|tsx|mjs)$/.test(file));
    expect(sources.length).toBeGreaterThan(50);
    for (const file of sources) expect(readFileSync(file, 'utf8'), file).not.toMatch(/(?:from|import)\s*\(?\s*["'](?:electron|(?:\.\.\/)+electron\/[^"']+)["']/);
  });
});
