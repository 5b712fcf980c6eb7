// Documents that may be the same work: found after an import, offered, decided, remembered, undone.

import { describe, expect, it } from 'vitest';
import { importTexts, openTestBackend, type TestBackend } from '../../support/backend.ts';
import { sharedBytes, sharedPresent } from '../../support/shared.ts';

/** A paper of our own words, long enough to be told from others; `year` and `changed` vary it. */
function paper({ year = 2020, seed = 1, changed = 0, as = 'text' }: { year?: number; seed?: number; changed?: number; as?: 'text' | 'html' }): string {
  const subjects = ['inspectors', 'teachers', 'farmers', 'ministers', 'drivers', 'weavers', 'judges', 'miners'];
  const places = ['the northern valley', 'a border town', 'the old harbour', 'every district', 'two provinces'];
  const lines = Array.from({ length: 40 }, (_, n) => {
    const word = (list: string[], by: number) => list[(n * by + seed * 7 + by) % list.length] ?? '';
    return n < changed ? `Nothing was said of matter ${String(n)} in that year, neither here nor there (${String(seed)}).` : `In case ${String(n * seed)} the ${word(subjects, 3)} of ${word(places, 2)} met the ${word(subjects, 5)} and agreed on step ${String((n * 13) % 17)}.`;
  });
  const title = `Ruritania: report on schools, ${String(year)}`;
  if (as === 'html') return `<!doctype html><title>${title}</title><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join('\n')}`;
  return `${title}\n\n${lines.join('\n\n')}`;
}

const titles = async (backend: TestBackend, state: 'open' | 'decided' | 'all' = 'open') => (await backend.call('pairs.list', { state })).map((pair) => `${pair.kind}: ${pair.document.fileName} of ${pair.other.fileName}`);

async function asEdition(backend: TestBackend, ids: string[], year: number): Promise<void> {
  await backend.call('documents.update', { ids, changes: { country: 'UZB', year, issuer: 'Ministry of Schools' } });
}

describe('after an import', () => {
  it('a revised edition and a copy in another format are offered; other papers and other years are not', async () => {
    const backend = await openTestBackend();
    const ids = await importTexts(backend, { 'first.txt': paper({}), 'revised.txt': paper({ changed: 12 }), 'web.html': paper({ as: 'html' }), 'later.txt': paper({ year: 2021, changed: 20 }), 'other.txt': paper({ seed: 5 }) });
    await asEdition(backend, ids.slice(0, 3), 2020);
    await asEdition(backend, ids.slice(3, 4), 2021);
    expect(await titles(backend)).toEqual(expect.arrayContaining(['copy: web.html of first.txt', 'edition: revised.txt of first.txt']));
    expect((await titles(backend)).filter((pair) => /other|later/.test(pair))).toEqual([]);
    const [copy] = await backend.call('pairs.list', {});
    expect(copy?.similarity).toBeGreaterThan(0.9);
  });

  it('they follow what the analyst corrects of country and year', async () => {
    const backend = await openTestBackend();
    const [first = '', revised = ''] = await importTexts(backend, { 'first.txt': paper({}), 'revised.txt': paper({ changed: 14 }) });
    await asEdition(backend, [first], 2020);
    await asEdition(backend, [revised], 2021);
    expect(await titles(backend)).toEqual([]);
    await asEdition(backend, [revised], 2020);
    expect(await titles(backend)).toEqual(['edition: revised.txt of first.txt']);
  });

  it('short notes of one form are not taken for copies', async () => {
    const backend = await openTestBackend();
    await importTexts(backend, Object.fromEntries([1, 2, 3].map((n) => [`${String(n)}.txt`, `Note number ${String(n)}\n\nThe school stayed open, and ${String(n)} visits were made.`])));
    expect(await titles(backend)).toEqual([]);
  });
});

describe('a pair', () => {
  async function offered(): Promise<{ backend: TestBackend; documentId: string; otherId: string }> {
    const backend = await openTestBackend();
    await importTexts(backend, { 'first.txt': paper({}), 'web.html': paper({ as: 'html' }) });
    const [pair] = await backend.call('pairs.list', {});
    return { backend, documentId: pair?.document.id ?? '', otherId: pair?.other.id ?? '' };
  }

  it('that is decided is not offered again, also after a restart; undo offers it again', async () => {
    const { backend, documentId, otherId } = await offered();
    await backend.call('settings.set', { key: 'author', value: 'A. Analyst' });
    await backend.call('pairs.decide', { pairs: [{ documentId, otherId }], decision: 'versions' });
    expect(await titles(backend)).toEqual([]);
    await backend.close();
    const again = await openTestBackend({ folder: backend.folder });
    expect(await titles(again)).toEqual([]);
    expect(await again.call('pairs.list', { state: 'decided', documentId })).toMatchObject([{ decision: 'versions', author: 'A. Analyst', kind: 'copy' }]);
    expect((await again.call('projects.summary', {})).undoLabel).toMatch(/^Keep “.*” as a version$/);
    await again.call('history.undo', {});
    expect(await titles(again)).toEqual(['copy: web.html of first.txt']);
    await again.call('history.redo', {});
    expect(await titles(again)).toEqual([]);
  });

  it('can be decided otherwise, and taken back', async () => {
    const { backend, documentId, otherId } = await offered();
    await backend.call('pairs.decide', { pairs: [{ documentId, otherId }], decision: 'versions' });
    await backend.call('pairs.decide', { pairs: [{ documentId: otherId, otherId: documentId }], decision: 'different' });
    expect(await backend.call('pairs.list', { state: 'all' })).toMatchObject([{ decision: 'different' }]);
    await backend.call('pairs.reopen', { documentId, otherId });
    expect(await titles(backend)).toEqual(['copy: web.html of first.txt']);
    await expect(backend.call('pairs.reopen', { documentId, otherId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(backend.call('pairs.decide', { pairs: [{ documentId, otherId: documentId }], decision: 'versions' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('goes with a document that is removed and comes back with it; undoing the import leaves nothing dangling', async () => {
    const { backend, documentId, otherId } = await offered();
    await backend.call('pairs.decide', { pairs: [{ documentId, otherId }], decision: 'versions' });
    await backend.call('documents.remove', { ids: [documentId] });
    expect(await titles(backend, 'all')).toEqual([]);
    await backend.call('history.undo', {});
    expect(await backend.call('pairs.list', { state: 'decided' })).toHaveLength(1);
    for (let step = 0; step < 2; step += 1) await backend.call('history.undo', {});
    expect(await backend.call('documents.list', {})).toEqual([]);
    expect(await titles(backend, 'all')).toEqual([]);
    expect((await backend.call('projects.check', {})).filter((each) => !each.ok)).toEqual([]);
  });
});

describe('the real reports that were published again', () => {
  it.skipIf(!sharedPresent)('are offered as revised editions or the same text, each beside its first version and nothing else (needs ../shared)', { timeout: 120_000 }, async () => {
    const backend = await openTestBackend();
    const names = ['UZB-2015', 'KAZ-2014', 'CIV-2015'];
    const files = [...names.flatMap((name) => [`reissued/${name}-first.pdf`, `${name}.pdf`]), 'UZB-2016.pdf', 'KAZ-2015.pdf'].map((name) => ({ name, bytes: sharedBytes('corpus', 'ilab', ...name.split('/')) }));
    const { runId } = await backend.call('imports.add', { files });
    await backend.call('imports.wait', { runId });
    const pairs = await backend.call('pairs.list', {});
    expect(pairs.map((pair) => [pair.document.fileName, pair.other.fileName].map((name) => name.replace(/reissued\/|-first|\.pdf/g, '')).join(' = ')).toSorted()).toEqual(names.map((name) => `${name} = ${name}`).toSorted());
    for (const pair of pairs) expect(pair.kind).toBe(pair.similarity === 1 ? 'copy' : 'edition');
    expect(pairs.filter((pair) => pair.kind === 'edition').length).toBeGreaterThanOrEqual(1);
  });
});
