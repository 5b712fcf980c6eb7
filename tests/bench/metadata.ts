// How long the review takes for a large project: listing the fields of a thousand documents, counting what asks for a look, and
// confirming all of it in one step. Run: npm run bench -- metadata

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '../../shared/backend/backend.ts';

const documents = 1000;
const countries = ['Ghana', 'Togo', 'Fiji', 'Nepal', 'Peru'];

const folder = mkdtempSync(join(tmpdir(), 'annals-bench-'));
const backend = await openBackend({ workspaceDirectory: folder, projectFile: join(folder, 'bench.annals'), resourcesDirectory: join(import.meta.dirname, '..', '..', 'resources'), workers: 2 });
const text = (index: number) => `Visit ${index}\n\nOffice of Fields\n\nDate: ${1 + (index % 28)} March ${2005 + (index % 15)}\n\nThe visitors to ${countries[index % 5]} wrote that ${countries[index % 5]} has good roads in this year.`;
const files = Array.from({ length: documents }, (_, index) => ({ name: `visit ${index}.txt`, bytes: new TextEncoder().encode(text(index)) }));

async function timed<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const before = performance.now();
  const value = await work();
  console.log(`${name.padEnd(46)}${(performance.now() - before).toFixed(0).padStart(7)} ms`);
  return value;
}

await timed(`read ${documents} notes`, async () => backend.call('imports.wait', { runId: (await backend.call('imports.add', { files })).runId }));
const reviews = await timed('list all fields', () => backend.call('metadata.list', {}));
await timed('count what asks for a look', () => backend.call('metadata.open', {}));
const fields = reviews.filter(({ value }) => value !== null).map(({ documentId, field }) => ({ documentId, field }));
await timed(`confirm ${fields.length} fields in one step`, () => backend.call('metadata.confirm', { fields }));
await timed('undo it', () => backend.call('history.undo', {}));
await backend.close();
rmSync(folder, { recursive: true, force: true });
