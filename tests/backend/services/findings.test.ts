import { describe, expect, it } from 'vitest';
import { importTexts, openTestBackend, placeOf } from '../../support/backend.ts';

async function prepared() {
  const backend = await openTestBackend();
  const [documentId = ''] = await importTexts(backend, { 'a.txt': 'Inspectors visited 40 farms. They found two children. The farmer paid a fine.' });
  await backend.call('documents.update', { ids: [documentId], changes: { country: 'UZB', year: 2021 } });
  const annotate = async (words: string) => (await backend.call('annotations.create', await placeOf(backend, documentId, words))).id;
  return { backend, documentId, annotate };
}

describe('a finding', () => {
  it('takes country and years from its evidence, holds each piece once, and counts by stance', async () => {
    const { backend, annotate } = await prepared();
    const [visits, children] = [await annotate('Inspectors visited 40 farms.'), await annotate('They found two children.')];
    const finding = await backend.call('findings.create', { claim: 'Farms are inspected.', annotationIds: [visits], confidence: 'moderate' });
    expect(finding).toMatchObject({ country: 'UZB', years: [2021], confidence: 'moderate', status: 'draft' });
    await backend.call('findings.addEvidence', { id: finding.id, annotationIds: [visits, children], stance: 'contradicting' });
    expect((await backend.call('findings.list', {}))[0]).toMatchObject({ supporting: 1, contradicting: 1, context: 0, countryName: 'Uzbekistan' });
    const full = await backend.call('findings.get', { id: finding.id });
    expect(full.evidence.map((each) => [each.annotation.quote, each.stance])).toEqual([
      ['Inspectors visited 40 farms.', 'supporting'],
      ['They found two children.', 'contradicting'],
    ]);
    await backend.call('findings.setStance', { evidenceIds: [full.evidence[1]?.id ?? ''], stance: 'context' });
    await backend.call('findings.removeEvidence', { evidenceIds: [full.evidence[0]?.id ?? ''] });
    expect((await backend.call('findings.list', {}))[0]).toMatchObject({ supporting: 0, contradicting: 0, context: 1 });
    await backend.call('findings.remove', { ids: [finding.id] });
    await backend.call('history.undo', {});
    expect((await backend.call('findings.get', { id: finding.id })).evidence).toHaveLength(1);
  });

  it('is edited in steps of typing, and undo leads back through them', async () => {
    const { backend } = await prepared();
    const { id } = await backend.call('findings.create', { claim: 'A' });
    for (const claim of ['Ab', 'Abc', 'Abcd']) await backend.call('findings.update', { id, claim });
    await backend.call('findings.update', { id, confidence: 'low' });
    await backend.call('history.undo', {});
    expect(await backend.call('findings.get', { id })).toMatchObject({ claim: 'Abcd', confidence: null });
    await backend.call('history.undo', {});
    expect(await backend.call('findings.get', { id })).toMatchObject({ claim: 'A' });
  });

  it('refuses an empty claim, a country that is none, and evidence that is gone', async () => {
    const { backend } = await prepared();
    await expect(backend.call('findings.create', { claim: '  ' })).rejects.toThrow('a finding needs a claim');
    await expect(backend.call('findings.create', { claim: 'x', country: 'Kazakhstan' })).rejects.toThrow('three capitals');
    await expect(backend.call('findings.create', { claim: 'x', annotationIds: ['gone'] })).rejects.toThrow('not there any more');
    expect(await backend.call('findings.list', {})).toEqual([]);
  });
});
