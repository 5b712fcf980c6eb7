// `npm run pack` without network, against folders that stand in for Electron: what is in the package, and that what is in it
// runs. That Electron itself reads its archive is for a machine with Electron (real.test.ts).

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { FromBackend } from '../../electron/messages.ts';
import { portChannel } from '../../electron/port-channel.ts';
import { createClient } from '../../shared/rpc/client.ts';
import { inTree } from '../../shared/tasks/tree.ts';
import { type ArchivedFile, extractArchive, readArchive } from '../support/asar.ts';
import { MessageChannelMain } from '../support/electron-double/message-port.ts';
import { PageSheet, pdfOf } from '../backend/importers/pdf-writing.ts';
import { scanned } from '../support/scans.ts';
import { UtilityProcess } from '../support/electron-double/utility-process.ts';
import { temporaryFolder } from '../support/folder.ts';

/** The mark before the fuses in every Electron program, the version of the fuses, their number and their states. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const factoryFuses = '11110011';

let root: string;
let archive: string;
let files: ArchivedFile[];
let program: Buffer;

/** A folder as Electron's own, whose program does nothing. */
function standIn(folder: string, content: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '');
  writeFileSync(join(folder, 'electron'), content, { mode: 0o755 });
  return folder;
}

function pack(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [inTree('shared', 'tasks', 'pack.ts'), ...words], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`packing failed\n${stdout}${stderr}`);
  return stdout;
}

describe.skipIf(process.platform !== 'linux')('the package (only on Linux)', () => {
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'annals-pack-'));
    const electron = standIn(join(root, 'electron'), `program ${fuseMark}\x01\x08${factoryFuses} end`);
    pack('--electron', electron, '--output', join(root, 'release'));
    const packed = join(root, 'release', `linux${process.arch === 'x64' ? '' : `-${process.arch}`}-unpacked`);
    archive = join(packed, 'resources', 'app.asar');
    files = readArchive(archive);
    program = readFileSync(join(packed, 'annals'));
  }, 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('holds what runs and nothing else: no sources, no maps, no packages for developers', () => {
    const allowed = /^(?:out\/(?:main|preload|renderer)\/|resources\/|package\.json$|node_modules\/better-sqlite3\/(?:package\.json$|LICENSE$|lib\/|prebuilds\/))/;
    const paths = files.map(({ path }) => path);
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.(?:map|ts|tsx|cc?|h|gyp)$/.test(path))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['out/main/main.js', 'out/main/backend-entry.js', 'out/main/worker.js', 'out/main/ocr/tesseract-core-simd-lstm.wasm', 'out/main/ocr/languages/eng.traineddata.gz', 'out/preload/preload.cjs', 'out/renderer/index.html', 'resources/icons/annals.png']));
    for (const folder of ['out/renderer/assets', 'out/main/migrations', 'resources/sample']) expect(paths.some((path) => path.startsWith(`${folder}/`)), folder).toBe(true);
  });

  it('holds every file that was built, and every resource', () => {
    const packed = new Set(files.map(({ path }) => path));
    for (const folder of ['out/main', 'out/preload', 'out/renderer', 'resources']) {
      const there = readdirSync(inTree(folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      for (const entry of there) {
        const path = join(entry.parentPath, entry.name).slice(inTree().length).replaceAll('\\', '/');
        expect(packed.has(path), path).toBe(true);
      }
    }
  });

  it('holds the one native library of its platform, outside the archive, where the system can load it', () => {
    const native = files.filter(({ path }) => path.endsWith('.node'));
    expect(native.map(({ path, unpacked }) => [path, unpacked])).toEqual([[`node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`, true]]);
    // What is not in the archive is not covered by its integrity: that library's package and nothing more.
    expect(files.filter(({ path, unpacked }) => unpacked && !path.startsWith('node_modules/better-sqlite3/'))).toEqual([]);
  });

  it('knows in its package.json what it is, and nothing of how it was made', () => {
    const description = JSON.parse(new TextDecoder().decode(files.find(({ path }) => path === 'package.json')?.bytes)) as object;
    expect(description).toMatchObject({ name: 'annals', main: 'out/main/main.js', type: 'module' });
    expect(Object.keys(description)).not.toEqual(expect.arrayContaining(['devDependencies']));
    expect(Object.keys(description)).not.toEqual(expect.arrayContaining(['scripts']));
  });

  it('has its fuses set: no Node to be borrowed, no debugger, no program beside its archive', () => {
    const at = program.indexOf(fuseMark) + fuseMark.length + 2;
    // In the order of the fuses: runAsNode, cookie encryption, NODE_OPTIONS, --inspect, archive integrity, archive only,
    // own V8 snapshot, rights of file: pages.
    expect(program.toString('latin1', at, at + 8)).toBe('01001100');
  });

  it('runs its command line', () => {
    const folder = temporaryFolder();
    extractArchive(archive, join(folder, 'app'));
    const environment = { ...process.env, ANNALS_HOME: join(folder, 'home') };
    const words = ['call', 'projects.current', '{}', '--project', join(folder, 'packed.annals'), '--json'];
    const answer = execFileSync(process.execPath, [join(folder, 'app', 'out', 'main', 'cli.js'), ...words], { encoding: 'utf8', env: environment });
    expect(JSON.parse(answer)).toMatchObject({ fileName: 'packed.annals' });
  });

  it('runs its backend process: opens a project, imports in a worker, recognises a scan, finds its resources', async () => {
    const folder = temporaryFolder();
    const app = join(folder, 'app');
    extractArchive(archive, app);
    const child = UtilityProcess.fork(join(app, 'out', 'main', 'backend-entry.js'));
    onTestFinished(() => void child.kill());
    const ready = new Promise<FromBackend>((resolve) => child.once('message', resolve));
    child.postMessage({ type: 'start', place: { workspaceDirectory: join(folder, 'home'), resourcesDirectory: join(app, 'resources') }, project: { kind: 'file', path: join(folder, 'packed.annals') } });
    expect(await ready).toEqual({ type: 'ready' });
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ type: 'serve', caller: 'page' }, [port1]);
    const client = createClient(portChannel(port2));
    const { runId } = await client.call('imports.add', { files: [{ name: 'visit.txt', bytes: new TextEncoder().encode('Inspectors visited 12 farms in 2021.') }] });
    expect(await client.call('imports.wait', { runId })).toMatchObject([{ fileName: 'visit.txt', status: 'ok' }]);
    const scan = scanned(pdfOf([new PageSheet(300, 100).text(40, 50, 'Inspectors visited 12 farms', 14)]), [1]);
    const scans = await client.call('imports.add', { files: [{ name: 'scan.pdf', bytes: scan }] });
    const [scannedItem] = await client.call('imports.wait', { runId: scans.runId });
    const { jobs } = await client.call('ocr.start', { ids: [scannedItem?.documentId ?? ''] });
    expect(await client.call('ocr.wait', { ids: jobs })).toMatchObject([{ status: 'done', done: 1 }]);
    expect((await client.call('documents.reading', { id: scannedItem?.documentId ?? '' })).text).toBe('Inspectors visited 12 farms');
    expect(await client.call('projects.openSample', {})).toMatchObject({ sample: true });
    const ended = new Promise<number>((resolve) => child.once('exit', resolve));
    child.postMessage({ type: 'close' });
    expect(await ended).toBe(0);
  });

  it('is made against a program without fuses too, and says what it is worth', () => {
    const folder = temporaryFolder();
    const said = pack('--electron', standIn(join(folder, 'electron'), '#!/bin/sh\nexit 1\n'), '--output', join(folder, 'release'));
    expect(said).toContain('No Electron program is here');
    const [packed = ''] = readdirSync(join(folder, 'release')).filter((name) => name.endsWith('-unpacked'));
    expect(existsSync(join(folder, 'release', packed, 'resources', 'app.asar'))).toBe(true);
  });
});
