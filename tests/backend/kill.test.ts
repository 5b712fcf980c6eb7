import { spawn } from 'node:child_process';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openTestBackend } from '../support/backend.ts';
import { temporaryFolder } from '../support/folder.ts';

const rounds = 100;
/** Deaths are spread from the first answer to deep in the work: after so many answers, and a moment (ms) that falls into the next one. */
const latestAnswer = 30;
const latestMoment = 15;

type Said = { kind: 'item' | 'document' | 'brief' | 'tag' | 'annotation' | 'block' | 'undone'; id: string };
const tableOf = { item: 'import_item', document: 'document', brief: 'brief', tag: 'tag', annotation: 'annotation', block: 'brief_block', undone: 'brief_block' };

it(`killed at ${rounds} random moments, the application loses nothing it had answered`, { timeout: 600_000 }, async () => {
  // Two projects at once: most of a round is the start of the process.
  const lanes = await Promise.all([0, 1].map((lane) => liveAndDie(lane, rounds / 2)));
  expect(lanes.reduce((sum, lane) => sum + lane.answered, 0)).toBeGreaterThan(rounds * 5);

  for (const { folder } of lanes) {
    const backend = await openTestBackend({ folder });
    const ledger = await backend.call('imports.list', { limit: 100_000 });
    for (const { id, state } of await backend.call('jobs.list', {})) if (state === 'paused') await backend.call('imports.resume', { runId: id });
    for (const runId of new Set(ledger.map((item) => item.runId))) await backend.call('imports.wait', { runId });
    const ended = await backend.call('imports.list', { limit: 100_000 });
    expect(ended.filter((item) => item.status === 'waiting')).toEqual([]);
    // No line of the ledger twice, whatever was interrupted: a file found in an archive is named by where it lay.
    expect(new Set(ended.map((item) => `${item.runId} ${item.fileName}`)).size).toBe(ended.length);
    const documents = await backend.call('documents.list', {});
    // A collection is one file with a document for each country.
    expect(new Set(documents.map((document) => `${document.fileName} ${document.title}`)).size).toBe(documents.length);
    expect((await backend.call('projects.check', {})).filter((each) => !each.ok)).toEqual([]);
    await backend.close();
  }
});

/** Works on one project and dies, again and again; after each death everything that was answered is looked for. */
async function liveAndDie(lane: number, lives: number): Promise<{ folder: string; answered: number }> {
  const folder = temporaryFolder();
  const file = join(folder, 'test.annals');
  let answered = 0;
  for (let life = 0; life < lives; life += 1) {
    const said = await workUntilKilled(folder, file, life, { answers: 1 + Math.floor(Math.random() * latestAnswer), moment: Math.random() * latestMoment });
    answered += said.length;
    const database = new BetterSqlite3(file, { timeout: 5000 });
    // What a dead process had undone is undone: a block said to be undone may be gone or emptied of its remark, nothing else may be missing.
    const undone = new Set(said.filter(({ kind }) => kind === 'undone').map(({ id }) => id));
    for (const { kind, id } of said) {
      if (kind === 'undone' || undone.has(id)) continue;
      const found = database.prepare(`SELECT 1 FROM ${tableOf[kind]} WHERE id = ?`).get(id);
      expect(found, `project ${lane}, life ${life}: the ${kind} ${id} was answered and is gone`).toBeDefined();
    }
    database.close();
  }
  return { folder, answered };
}

function workUntilKilled(folder: string, file: string, round: number, death: { answers: number; moment: number }): Promise<Said[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'support', 'busy-analyst.ts'), join(folder, 'workspace'), file, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  let timer: NodeJS.Timeout | null = null;
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
    if (output.split('\n').length > death.answers) timer ??= setTimeout(() => child.kill('SIGKILL'), death.moment);
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the process ended by itself (${code}): ${errors}`));
      // The last line may have been cut off in the middle.
      else resolve(output.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Said));
    });
  });
}
