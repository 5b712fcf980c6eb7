// Times the codebook of 2,000 tags over 50,000 passages of 50 documents: list, use, matrices, agreement, merging, export.
// Run: npm run bench -- codebook

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { openBackend } from '../../shared/backend/backend.ts';
import { importTexts, resourcesDirectory } from '../support/backend.ts';

const tags = 2000;
const passages = 50_000;
const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), 'annals-bench-'));
const file = join(folder, 'bench.annals');
const options = { workspaceDirectory: join(folder, 'workspace'), projectFile: file, resourcesDirectory, workers: 1 };
try {
  await run();
} finally {
  rmSync(folder, { recursive: true });
}

async function run(): Promise<void> {
  await fill();
  const backend = await openBackend(options);
  const two = { first: 'Ada', second: 'Ben' };
  console.log('                                        first   median  (ms)');
  await timed('list', () => backend.call('tags.list', {}));
  await timed('use of a tag at the top', () => backend.call('tags.use', { id: 't0' }));
  await timed('its first 500 passages', () => backend.call('tags.passages', { tagId: 't0' }));
  for (const closeness of ['same', 'overlap', 'paragraph'] as const) await timed(`matrix of tags, ${closeness}`, () => backend.call('codebook.matrix', { across: 'tags', closeness }));
  await timed('matrix of years', () => backend.call('codebook.matrix', { across: 'years' }));
  await timed('agreement of two', () => backend.call('agreement.ofTwo', two));
  await timed('differences about a tag', () => backend.call('agreement.disputes', { ...two, tagId: 't5' }));
  await timed('export as .qdc', () => backend.call('codebook.export', { format: 'qdc' }));
  await timed('merge 100 tags and undo', async () => {
    await backend.call('tags.merge', { ids: Array.from({ length: 100 }, (_, index) => `t${tags - 1 - index}`), into: 't39' });
    await backend.call('history.undo', {});
  });
  await backend.close();
}

/** Documents by the front door; tags and passages straight into the tables, as 50,000 commands would take longer than what is timed. */
async function fill(): Promise<void> {
  const backend = await openBackend(options);
  const paragraphs = Array.from({ length: 300 }, (_, index) => `Paragraph ${index} says something about inspectors and the law of the land in words of its own.`);
  const ids = await importTexts(backend, Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}.txt`, [`Document ${index}.`, ...paragraphs].join('\n\n')])));
  for (const [index, id] of ids.entries()) await backend.call('documents.update', { ids: [id], changes: { year: 2000 + (index % 25) } });
  const lengths = new Map((await backend.call('documents.list', {})).map(({ id, characters }) => [id, characters]));
  await backend.close();

  let state = 7;
  // Park and Miller's generator: the same project every time.
  const any = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  const database = new BetterSqlite3(file);
  const tag = database.prepare(`INSERT INTO tag (id, parent_id, name, colour, definition, example, position, created_at) VALUES (?, ?, ?, 'blue', '', '', ?, '2026')`);
  const annotation = database.prepare(`INSERT INTO annotation (id, document_id, start, "end", quote, prefix, suffix, note, author, anchor_state, created_at, updated_at) VALUES (?, ?, ?, ?, 'words', '', '', '', ?, 'exact', '2026', '2026')`);
  const link = database.prepare('INSERT INTO annotation_tag (id, annotation_id, tag_id, position) VALUES (?, ?, ?, ?)');
  database.transaction(() => {
    for (let index = 0; index < tags; index += 1) tag.run(`t${index}`, index < 40 ? null : `t${any(Math.min(index, 200))}`, `Tag ${index}`, index);
    for (let index = 0; index < passages; index += 1) {
      const documentId = ids[any(ids.length)] ?? '';
      const start = any((lengths.get(documentId) ?? 400) - 200);
      annotation.run(`a${index}`, documentId, start, start + 20 + any(150), index % 2 === 0 ? 'Ada' : 'Ben');
      const first = any(tags);
      link.run(`l${index}`, `a${index}`, `t${first}`, 0);
      if (index % 3 === 0) link.run(`m${index}`, `a${index}`, `t${(first + 7) % tags}`, 1);
    }
  })();
  database.close();
}

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  const median = times.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
  console.log(`${name.padEnd(36)} ${(times[0] ?? 0).toFixed(0).padStart(8)} ${median.toFixed(0).padStart(8)}`);
}
