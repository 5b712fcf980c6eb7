// A process that imports, annotates and writes as fast as it can, and says on standard output what was answered; made to be killed.

import { strToU8, zipSync } from 'fflate';
import { openBackend } from '../../shared/backend/backend.ts';

const [workspaceDirectory = '', projectFile = '', round = '0'] = process.argv.slice(2);
const backend = await openBackend({ workspaceDirectory, projectFile, resourcesDirectory: '', workers: 1 });
const said = (kind: string, id: string) => process.stdout.write(`${JSON.stringify({ kind, id })}\n`);

/** An archive and a collection, so that death falls also into their unpacking and dividing. */
const archive = (n: number) => zipSync(Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`part ${String(at)}.txt`, strToU8(`Paper ${round}.${String(n)}.${String(at)}\n\nA paper in an archive.`)])));
const collection = (n: number) => {
  const country = (name: string) => `<Country><Name>${name}</Name><Advancement_Level>Moderate Advancement</Advancement_Level><Description>Edition ${round}.${String(n)} of ${name}.</Description></Country>`;
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?><Countries>${['Ghana', 'Kazakhstan', 'Uzbekistan', 'Brazil'].map(country).join('')}</Countries>`);
};

const text = (n: number) => `Report ${round}.${n}\n\nThe inspectorate made ${n} visits in the district. Nobody was told before.\n\nA second paragraph number ${n}.`;
const bytes = (n: number) => new TextEncoder().encode(text(n));

const first = await backend.call('imports.add', { files: [{ name: `first-${round}.txt`, bytes: bytes(0) }] });
said('item', first.items[0] ?? '');
const [item] = await backend.call('imports.wait', { runId: first.runId });
const documentId = item?.documentId ?? '';
said('document', documentId);
const brief = await backend.call('briefs.create', { title: `Brief ${round}` });
said('brief', brief.id);
const tag = await backend.call('tags.create', { name: `Tag ${round}` });
said('tag', tag.id);

for (let n = 1; ; n += 1) {
  const { items } = await backend.call('imports.add', { files: [{ name: `${round}-${n}.txt`, bytes: bytes(n) }] });
  said('item', items[0] ?? '');
  if (n % 5 === 0) {
    const held = await backend.call('imports.add', { files: [{ name: `${round}-${n}.zip`, bytes: archive(n) }, { name: `${round}-${n}.xml`, bytes: collection(n) }] });
    for (const id of held.items) said('item', id);
    if (n % 2 === 0) await backend.call('imports.pause', { runId: held.runId }).catch(() => null);
  }
  const annotation = await backend.call('annotations.create', { documentId, start: n % 20, end: (n % 20) + 12, tagIds: [tag.id], note: `note ${n}` });
  said('annotation', annotation.id);
  const block = await backend.call('briefs.addBlock', { briefId: brief.id, kind: 'quote', annotationId: annotation.id });
  said('block', block.id);
  await backend.call('briefs.updateBlock', { id: block.id, text: `remark ${n}` });
  if (n % 7 === 0) await backend.call('history.undo', {}).then(() => said('undone', block.id));
}
