import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../shared/core/comparison.ts';
import { importTexts, openTestBackend, placeOf, type TestBackend } from '../../support/backend.ts';

const older = 'Inspectors visited forty harbours during the year.\n\nChildren mend nets on the southern coast.\n\nA council met in spring.\n';
const newer = 'Inspectors visited sixty harbours during the year.\n\nA telephone line for complaints was opened in June.\n\nA council met in spring.\n';

async function prepared() {
  const backend = await openTestBackend();
  const [one = '', other = ''] = await importTexts(backend, { 'notes 2020.txt': older, 'notes 2021.txt': newer });
  await backend.call('documents.update', { ids: [one], changes: { country: 'FJI', year: 2020 } });
  await backend.call('documents.update', { ids: [other], changes: { country: 'FJI', year: 2021 } });
  const at = async (documentId: string, words: string) => ({ documentId, starts: [(await placeOf(backend, documentId, words)).start] });
  return { backend, one, other, at, run: () => backend.call('compare.run', { documentIds: [one, other] }) };
}

const said = ({ rows }: Comparison) => rows.map((row) => [row.steps[0]?.class, row.cells[0]?.text.slice(0, 10) ?? null, row.cells[1]?.text.slice(0, 10) ?? null]);

async function pairs(backend: TestBackend, documentIds: string[]) {
  const file = await backend.call('compare.pairs', { documentIds, format: 'json' });
  return (JSON.parse(strFromU8(file.bytes)) as { pairs: { class: string; byHand?: boolean; new: { quote: string } | null }[] }).pairs;
}

describe('corrections of pairs', () => {
  it('part and pair passages in every comparison and file of these documents, and say who made them', async () => {
    const { backend, one, other, at, run } = await prepared();
    expect(said(await run())).toContainEqual(['reworded', 'Inspectors', 'Inspectors']);
    await backend.call('settings.set', { key: 'author', value: 'Ada' });
    await backend.call('compare.correct', { verdict: 'apart', older: await at(one, 'Inspectors'), newer: await at(other, 'Inspectors') });
    const { id } = await backend.call('compare.correct', { verdict: 'paired', older: await at(one, 'Children'), newer: await at(other, 'A telephone') });
    const comparison = await run();
    expect(said(comparison)).toEqual(expect.arrayContaining([['gone', 'Inspectors', null], ['new', null, 'Inspectors'], ['reworded', 'Children m', 'A telephon']]));
    expect(comparison.rows.flatMap((row) => row.steps[0]?.corrections ?? [])).toContain(id);
    expect(comparison.corrections.map((each) => [each.verdict, each.olderQuote.slice(0, 8)])).toEqual([['paired', 'Children'], ['apart', 'Inspecto']]);
    expect((await pairs(backend, [one, other])).filter((pair) => pair.byHand).map((pair) => pair.class).toSorted()).toEqual(['gone', 'new', 'reworded']);
    expect(said(await backend.call('compare.run', { country: 'FJI', years: [2020, 2021] }))).toEqual(said(comparison));
  });

  it('call a reworded pair the same, are undone and redone, and taken back', async () => {
    const { backend, one, other, at, run } = await prepared();
    const before = said(await run());
    const { id } = await backend.call('compare.correct', { verdict: 'same', older: await at(one, 'Inspectors'), newer: await at(other, 'Inspectors') });
    const after = said(await run());
    expect(after).toContainEqual(['same', 'Inspectors', 'Inspectors']);
    await backend.call('history.undo', {});
    expect(said(await run())).toEqual(before);
    await backend.call('history.redo', {});
    expect(said(await run())).toEqual(after);
    await backend.call('compare.uncorrect', { ids: [id] });
    expect(said(await run())).toEqual(before);
    await expect(backend.call('compare.uncorrect', { ids: [id] })).rejects.toThrow('not there any more');
  });

  it('take the place of those they contradict, and of no others', async () => {
    const { backend, one, other, at, run } = await prepared();
    const inspectors = { older: await at(one, 'Inspectors'), newer: await at(other, 'Inspectors') };
    await backend.call('compare.correct', { verdict: 'same', ...inspectors });
    await backend.call('compare.correct', { verdict: 'apart', ...inspectors });
    expect((await run()).corrections.map((each) => each.verdict)).toEqual(['apart']);
    await backend.call('compare.correct', { verdict: 'paired', older: inspectors.older, newer: await at(other, 'A telephone') });
    expect((await run()).corrections.map((each) => each.verdict)).toEqual(['paired', 'apart']);
    await backend.call('compare.correct', { verdict: 'paired', older: inspectors.older, newer: await at(other, 'A council') });
    const { corrections, rows } = await run();
    expect(corrections.map((each) => each.verdict)).toEqual(['paired', 'apart']);
    expect(rows.find((row) => row.cells[0]?.text.startsWith('Inspectors'))?.cells[1]?.text).toContain('A council');
  });

  it('survive a new reading, and go with their document and come back with it', async () => {
    const { backend, one, other, at, run } = await prepared();
    await backend.call('compare.correct', { verdict: 'apart', older: await at(one, 'Inspectors'), newer: await at(other, 'Inspectors') });
    const { token } = await backend.call('versions.prepare', { documentId: other, file: { name: 'notes 2021.txt', bytes: new TextEncoder().encode(`A word before all others.\n\n${newer}`) } });
    await backend.call('versions.apply', { token });
    const anew = said(await run());
    expect(anew).toContainEqual(['new', null, 'A word bef']);
    expect(anew).toContainEqual(['gone', 'Inspectors', null]);
    await backend.call('documents.remove', { ids: [one] });
    await backend.call('history.undo', {});
    expect(said(await run())).toContainEqual(['gone', 'Inspectors', null]);
  });

  it('refuse passages of one document, places between passages and many against many', async () => {
    const { backend, one, other, at } = await prepared();
    const inspectors = await at(one, 'Inspectors');
    await expect(backend.call('compare.correct', { verdict: 'paired', older: inspectors, newer: inspectors })).rejects.toThrow('same document');
    await expect(backend.call('compare.correct', { verdict: 'paired', older: inspectors, newer: { documentId: other, starts: [3] } })).rejects.toThrow('no passage at this place');
    await expect(backend.call('compare.correct', { verdict: 'same', older: { documentId: one, starts: [0, 52] }, newer: { documentId: other, starts: [0, 52] } })).rejects.toThrow('Several passages');
    await expect(backend.call('compare.correct', { verdict: 'apart', older: inspectors, newer: { documentId: 'nowhere', starts: [0] } })).rejects.toThrow('not in the project');
  });
});
