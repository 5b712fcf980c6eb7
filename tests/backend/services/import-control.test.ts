// Holding a run, going on with it, stopping it; what a restart keeps; what an interruption in the middle of a file leaves.

import { existsSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { Run } from '../../../shared/backend/services/imports/run.ts';
import type { JobProgress } from '../../../shared/core/project.ts';
import { openTestBackend, type TestBackend } from '../../support/backend.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const notes = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `${String(n)}.txt`, bytes: bytes(`Note ${String(n)}\n\nIn district ${String(n)} the school stayed open.`) }));

function jobsOf(backend: TestBackend): JobProgress[] {
  const jobs: JobProgress[] = [];
  backend.subscribe((event) => {
    if (event.type === 'progress') jobs.push(event.job);
  });
  return jobs;
}

describe('an import that is held', () => {
  it('finishes what is being read, waits, and goes on where it was', async () => {
    const backend = await openTestBackend();
    const jobs = jobsOf(backend);
    const { runId } = await backend.call('imports.add', { files: notes(120) });
    await backend.call('imports.pause', { runId });
    await expect.poll(async () => {
      const before = (await backend.call('documents.list', {})).length;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return before === (await backend.call('documents.list', {})).length;
    }).toBe(true);
    const [held] = await backend.call('jobs.list', {});
    expect(held).toMatchObject({ id: runId, state: 'paused', total: 120, pace: { secondsLeft: null } });
    expect(held?.done).toBeLessThan(60);
    await backend.call('imports.resume', { runId });
    const ledger = await backend.call('imports.wait', { runId });
    expect(ledger.every((item) => item.status === 'ok')).toBe(true);
    expect(jobs.at(-1)).toMatchObject({ state: 'done', done: 120 });
    expect(await backend.call('jobs.list', {})).toEqual([]);
  });

  it('stays held over a restart, says so, and other imports go on beside it', async () => {
    const backend = await openTestBackend();
    const { runId } = await backend.call('imports.add', { files: notes(60) });
    await backend.call('imports.pause', { runId });
    await backend.close();
    const again = await openTestBackend({ folder: backend.folder });
    await expect.poll(() => again.call('jobs.list', {})).toMatchObject([{ id: runId, state: 'paused', pace: { isTakenUp: true } }]);
    const other = await again.call('imports.add', { files: [{ name: 'beside.txt', bytes: bytes('Beside\n\nAnother file, read at once.') }] });
    expect((await again.call('imports.wait', { runId: other.runId }))[0]?.status).toBe('ok');
    const counts = await again.call('imports.counts', {});
    expect(counts.runs.find((run) => run.runId === runId)).toMatchObject({ isPaused: true, files: 60 });
    expect(counts.waiting).toBeGreaterThan(30);
    await again.call('imports.resume', { runId });
    await again.call('imports.wait', { runId });
    expect(await again.call('documents.list', {})).toHaveLength(61);
  });

  it('can be stopped, and its files can be read later', async () => {
    const backend = await openTestBackend();
    const { runId } = await backend.call('imports.add', { files: notes(50) });
    await backend.call('imports.pause', { runId });
    await backend.call('jobs.cancel', { id: runId });
    const ledger = await backend.call('imports.wait', { runId });
    const stopped = ledger.filter((item) => item.status === 'cancelled');
    expect(stopped.length).toBeGreaterThan(20);
    expect(await backend.call('jobs.list', {})).toEqual([]);
    await expect(backend.call('imports.pause', { runId })).rejects.toMatchObject({ code: 'not-found' });
    await backend.call('imports.retry', { ids: stopped.map((item) => item.id) });
    await backend.call('imports.wait', { runId });
    expect(await backend.call('documents.list', {})).toHaveLength(50);
  });

  it('says how fast it goes and how long it will take', () => {
    const run = new Run('r', { total: 100, open: 100, openBytes: 100 * 70_000 }, { now: 0 });
    expect(run.progress(500)).toMatchObject({ state: 'running', done: 0, total: 100, pace: { filesPerSecond: null, secondsLeft: null } });
    for (let file = 1; file <= 40; file += 1) run.ended(70_000, 5, file * 500);
    const { pace } = run.progress(20_000);
    expect(pace?.filesPerSecond).toBeCloseTo(2, 1);
    expect(pace?.pagesPerSecond).toBeCloseTo(10, 0);
    expect(pace?.secondsLeft).toBeCloseTo(30, 0);
    run.isPaused = true;
    expect(run.progress(90_000)).toMatchObject({ state: 'paused', pace: { filesPerSecond: null, secondsLeft: null } });
    run.goOn(900_000);
    expect(run.progress(900_000).pace?.secondsLeft).toBeCloseTo(30, 0);
  });
});

describe('a failed file', () => {
  it('can be read as another kind', async () => {
    const backend = await openTestBackend();
    const { runId, items } = await backend.call('imports.add', { files: [{ name: 'note.txt', bytes: bytes('Some words of a note.') }] });
    await backend.call('imports.cancel', { runId });
    await backend.call('imports.wait', { runId });
    const [line] = await backend.call('imports.list', { runId });
    if (line?.status === 'cancelled') {
      await backend.call('imports.retry', { ids: items, as: 'cable' });
      await backend.call('imports.wait', { runId });
    }
    expect((await backend.call('documents.list', {}))[0]?.kind).toBe('cable');
  });
});

describe('an interruption in the middle of a file', () => {
  const archive = zipSync(Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`folder/${String(n)}.txt`, strToU8(`Paper ${String(n)}\n\nWords of paper ${String(n)}.`)])));

  it('of unpacking an archive leaves no line and no document twice', { timeout: 60_000 }, async () => {
    const backend = await openTestBackend();
    const { runId } = await backend.call('imports.add', { files: [{ name: 'papers.zip', bytes: archive }] });
    await backend.call('imports.wait', { runId });
    await backend.close();
    // As a crash leaves it after the first slices: some of the files staged, the archive not ended.
    const database = new BetterSqlite3(backend.file);
    const kept = database.prepare(`SELECT id FROM import_item WHERE file_name LIKE 'papers.zip/%' ORDER BY id LIMIT 30`).all() as { id: string }[];
    database.prepare(`DELETE FROM import_item WHERE file_name LIKE 'papers.zip/%' AND id NOT IN (SELECT value FROM json_each(?))`).run(JSON.stringify(kept.map(({ id }) => id)));
    database.prepare(`DELETE FROM document WHERE id NOT IN (SELECT document_id FROM import_item WHERE document_id IS NOT NULL)`).run();
    database.prepare(`UPDATE import_item SET status = 'waiting', reason = '' WHERE file_name = 'papers.zip'`).run();
    database.close();
    const again = await openTestBackend({ folder: backend.folder });
    const ledger = await again.call('imports.wait', { runId });
    expect(ledger).toHaveLength(81);
    expect(new Set(ledger.map((item) => item.fileName)).size).toBe(81);
    expect(ledger.every((item) => item.status === 'ok')).toBe(true);
    expect(await again.call('documents.list', {})).toHaveLength(80);
    expect((await again.call('projects.check', {})).filter((each) => !each.ok)).toEqual([]);
  });

  it('of a long text leaves no half of it: it is dropped at the next start and read anew', { timeout: 60_000 }, async () => {
    const long = bytes(Array.from({ length: 3000 }, (_, n) => `Paragraph ${String(n)} of a long report about the harvest.`).join('\n\n'));
    const backend = await openTestBackend();
    const { runId } = await backend.call('imports.add', { files: [{ name: 'long.txt', bytes: long }] });
    await backend.call('imports.wait', { runId });
    const hits = (await backend.call('search.find', { query: 'harvest' })).total;
    await backend.close();
    const database = new BetterSqlite3(backend.file);
    database.exec(`DELETE FROM journal; DELETE FROM document; DELETE FROM passage WHERE number > 1000; DELETE FROM sketch; DELETE FROM sketch_hash;
                   INSERT INTO unfinished_reading SELECT id FROM reading; UPDATE import_item SET status = 'waiting', document_id = NULL`);
    database.close();
    const again = await openTestBackend({ folder: backend.folder });
    expect((await again.call('imports.wait', { runId }))[0]?.status).toBe('ok');
    expect((await again.call('search.find', { query: 'harvest' })).total).toBe(hits);
    expect((await again.call('projects.check', {})).filter((each) => !each.ok)).toEqual([]);
    expect(existsSync(again.file)).toBe(true);
  });
});
