// Times the list of annotations over 50,000 of them in 200 documents: first page, filters, counts, bulk changes, files. Beside each
// stands the plainest SQL that reads or writes the same rows, through the same library in the same run.
// Run: npm run bench -- annotations

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { type Backend, openBackend } from '../../shared/backend/backend.ts';
import { importTexts, resourcesDirectory } from '../support/backend.ts';

const annotations = 50_000;
const documents = 200;
const tags = 300;
const bulk = 10_000;
const rounds = 5;
const sentence = ['Inspectors', 'visited', 'farms', 'and', 'employers', 'were', 'fined', 'for', 'work', 'of', 'children', 'under', 'the', 'law', 'in', 'the', 'cotton', 'harvest', 'of', 'the', 'year'];
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
  // A copy of its own: the project is locked while it is open.
  const copy = join(folder, 'peer.sqlite');
  copyFileSync(file, copy);
  const peer = new BetterSqlite3(copy);
  const backend = await openBackend(options);
  console.log(`${annotations.toLocaleString('en')} annotations, ${tags} tags, ${documents} documents    median (ms)   peer (ms)   peer`);
  const rows = (where: string) => `SELECT a.id FROM annotation a JOIN document d ON d.id = a.document_id ${where} ORDER BY d.country, d.year, d.title, a.document_id, a.start`;
  const ids = (where: string) => () => peer.prepare(rows(where)).all();
  await timed('first page', () => backend.call('annotationList.find', {}), ids(''), 'ids in order');
  const { ids: all } = await backend.call('annotationList.find', {});
  await timed('another page of 100 rows', () => backend.call('annotationList.rows', { ids: all.slice(25_000, 25_100) }), () => peer.prepare('SELECT * FROM annotation WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(all.slice(25_000, 25_100))), 'the same rows');
  await timed('sorted by tag', () => backend.call('annotationList.find', { sort: { by: 'tag' } }), ids(''), 'ids in order');
  await timed('filter: a country', () => backend.call('annotationList.find', { filter: { countries: ['KAZ'] } }), ids(`WHERE d.country = 'KAZ'`), 'same condition');
  await timed('filter: a tag with those below', () => backend.call('annotationList.find', { filter: { tags: ['t0'] } }), ids(`WHERE a.id IN (SELECT annotation_id FROM annotation_tag WHERE tag_id = 't0')`), 'the tag alone');
  await timed('filter: two words', () => backend.call('annotationList.find', { filter: { text: 'inspectors fined' } }), ids(`WHERE (a.quote || a.note) LIKE '%inspectors%' AND (a.quote || a.note) LIKE '%fined%'`), 'LIKE');
  await timed('counts of all groups', () => backend.call('annotationList.facets', {}), () => peer.prepare('SELECT d.country, d.year, a.author, a.anchor_state, count(*) FROM annotation a JOIN document d ON d.id = a.document_id GROUP BY 1, 2, 3, 4').all(), 'four groups');
  await timed('counts within a country and a tag', () => backend.call('annotationList.facets', { filter: { countries: ['KAZ'], tags: ['t0'] } }), () => peer.prepare('SELECT d.country, d.year, a.author, a.anchor_state, count(*) FROM annotation a JOIN document d ON d.id = a.document_id GROUP BY 1, 2, 3, 4').all(), 'four groups');
  await timed('one whole, with its context', () => backend.call('annotationList.detail', { id: all[25_000] ?? '' }), () => peer.prepare('SELECT a.*, r.text FROM annotation a JOIN document d ON d.id = a.document_id JOIN reading r ON r.id = d.reading_id WHERE a.id = ?').get(all[25_000]), 'row and text');
  await changes(backend, peer, all.slice(0, bulk));
  await timed('export as CSV', () => backend.call('annotationList.export', { format: 'csv' }), () => peer.prepare('SELECT a.*, d.* FROM annotation a JOIN document d ON d.id = a.document_id').all(), 'the rows', 1);
  await timed('export as JSON', () => backend.call('annotationList.export', { format: 'json' }), () => peer.prepare('SELECT a.*, d.* FROM annotation a JOIN document d ON d.id = a.document_id').all(), 'the rows', 1);
  await timed('export as Markdown', () => backend.call('annotationList.export', { format: 'markdown' }), () => peer.prepare('SELECT a.*, d.* FROM annotation a JOIN document d ON d.id = a.document_id').all(), 'the rows', 1);
  await timed(`export ${bulk.toLocaleString('en')} as a workbook`, () => backend.call('annotationList.export', { format: 'xlsx', among: all.slice(0, bulk) }), () => peer.prepare('SELECT a.*, d.* FROM annotation a JOIN document d ON d.id = a.document_id').all(), 'the rows', 1);
  await backend.close();
  peer.close();
}

/** Each change is taken back, so that every round does the same. */
async function changes(backend: Backend, peer: BetterSqlite3.Database, ids: readonly string[]): Promise<void> {
  const undo = () => backend.call('history.undo', {});
  const insert = peer.prepare(`INSERT OR IGNORE INTO annotation_tag (id, annotation_id, tag_id, position) VALUES (?, ?, 't7', 9)`);
  const tagged = peer.transaction(() => ids.forEach((id, index) => insert.run(`peer${index}`, id)));
  const untagged = peer.prepare(`DELETE FROM annotation_tag WHERE id LIKE 'peer%'`);
  const name = ids.length.toLocaleString('en');
  await timed(`tag ${name}`, () => backend.call('annotations.tag', { ids: [...ids], tagIds: ['t7'] }), tagged, 'INSERT', 3, undo, () => untagged.run());
  const colour = peer.prepare(`UPDATE annotation SET colour = 'red' WHERE id = ?`);
  await timed(`colour ${name}`, () => backend.call('annotationList.recolour', { ids: [...ids], colour: 'red' }), peer.transaction(() => ids.forEach((id) => colour.run(id))), 'UPDATE', 3, undo);
  const remove = [peer.prepare('DELETE FROM annotation_tag WHERE annotation_id = ?'), peer.prepare('DELETE FROM annotation WHERE id = ?')];
  await timed(`delete ${name}`, () => backend.call('annotations.remove', { ids: [...ids] }), peer.transaction(() => ids.forEach((id) => remove.forEach((each) => each.run(id)))), 'DELETE', 1);
  await timed('take that back', undo, () => peer.prepare('SELECT count(*) FROM annotation').get(), 'count', 1);
}

/** Documents by the front door; tags and annotations straight into the tables, as 50,000 commands would take longer than what is timed. */
async function fill(): Promise<void> {
  const backend = await openBackend(options);
  const paragraphs = Array.from({ length: 300 }, (_, index) => `Paragraph ${index} says something about inspectors and the law of the land in words of its own. It has another sentence.`);
  const ids = await importTexts(backend, Object.fromEntries(Array.from({ length: documents }, (_, index) => [`${index}.txt`, [`Document ${index}.`, ...paragraphs].join('\n\n')])));
  const countries = ['KAZ', 'KGZ', 'TJK', 'TKM', 'UZB', 'AZE', 'GEO', 'ARM', null];
  for (const [index, id] of ids.entries()) await backend.call('documents.update', { ids: [id], changes: { year: 2000 + (index % 25), country: countries[index % countries.length] ?? null } });
  const lengths = new Map((await backend.call('documents.list', {})).map(({ id, characters }) => [id, characters]));
  await backend.close();

  let state = 7;
  // Park and Miller's generator: the same project every time.
  const any = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  const words = (count: number) => Array.from({ length: count }, () => sentence[any(sentence.length)]).join(' ');
  const database = new BetterSqlite3(file);
  const tag = database.prepare(`INSERT INTO tag (id, parent_id, name, colour, definition, example, position, created_at) VALUES (?, ?, ?, 'blue', '', '', ?, '2026')`);
  const annotation = database.prepare(`INSERT INTO annotation (id, document_id, start, "end", quote, prefix, suffix, note, author, anchor_state, created_at, updated_at) VALUES (?, ?, ?, ?, ?, 'before it stands this, and', 'after it comes that, and so', ?, ?, ?, ?, '2026-01-01T00:00:00.000Z')`);
  const link = database.prepare('INSERT INTO annotation_tag (id, annotation_id, tag_id, position) VALUES (?, ?, ?, ?)');
  database.transaction(() => {
    for (let index = 0; index < tags; index += 1) tag.run(`t${index}`, index < 20 ? null : `t${any(Math.min(index, 60))}`, `Tag ${index}`, index);
    for (let index = 0; index < annotations; index += 1) {
      const documentId = ids[any(ids.length)] ?? '';
      const start = any((lengths.get(documentId) ?? 400) - 300);
      // As long as the ids of a project are.
      const id = `0198c000-0000-7000-8000-${String(any(1_000_000)).padStart(6, '0')}${String(index).padStart(6, '0')}`;
      annotation.run(id, documentId, start, start + 60 + any(200), words(10 + any(50)), index % 4 === 0 ? words(15) : '', index % 2 === 0 ? 'Ada' : 'Ben', index % 50 === 0 ? 'doubtful' : 'exact', new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString());
      if (index % 5 === 4) continue;
      const first = any(tags);
      link.run(`l${index}`, id, `t${first}`, 0);
      if (index % 3 === 0) link.run(`m${index}`, id, `t${(first + 7) % tags}`, 1);
    }
  })();
  database.close();
}

type Work = () => unknown;

async function timed(name: string, work: Work, peer: Work, said: string, times = rounds, after: Work = () => undefined, afterPeer: Work = () => undefined): Promise<void> {
  const own = await median(work, times, after);
  const other = await median(peer, times, afterPeer);
  console.log(`${name.padEnd(48)} ${own.toFixed(0).padStart(10)} ${other.toFixed(1).padStart(11)}   ${said}`);
}

async function median(work: Work, times: number, after: Work): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
    await after();
  }
  return taken.toSorted((one, other) => one - other)[Math.floor(times / 2)] ?? 0;
}
