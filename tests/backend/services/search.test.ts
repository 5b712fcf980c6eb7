import { describe, expect, it } from 'vitest';
import { importTexts, openTestBackend } from '../../support/backend.ts';

async function prepared() {
  const backend = await openTestBackend();
  const ids = await importTexts(backend, {
    'north.txt': 'The north\n\nChildren pick cotton in the north. Nobody inspects.\n\nUnannounced inspections are rare.',
    'south.txt': 'The south\n\nA child was seen in a tobacco field.\n\nInspections without notice happened, unannounced ones mostly.',
    'arabic.txt': 'تقرير\n\nيعمل الأطفال في الحقول خلال موسم الحصاد.',
    'accents.txt': 'Côte d’Ivoire\n\nLe café et le cacao.',
  });
  await backend.call('documents.update', { ids: [ids[0] ?? ''], changes: { country: 'KAZ', year: 2020 } });
  await backend.call('documents.update', { ids: [ids[1] ?? ''], changes: { country: 'UZB', year: 2021 } });
  const count = async (query: string) => (await backend.call('search.find', { query })).total;
  return { backend, ids, count };
}

describe('search', () => {
  it('joins words by AND, knows OR, NOT, phrases and prefixes, and folds plurals and accents', async () => {
    const { count } = await prepared();
    expect(await count('cotton')).toBe(1);
    expect(await count('child')).toBe(2);
    expect(await count('children')).toBe(2);
    expect(await count('unannounced inspections')).toBe(2);
    expect(await count('"unannounced inspections"')).toBe(1);
    expect(await count('cotton OR tobacco')).toBe(2);
    expect(await count('child NOT tobacco')).toBe(1);
    expect(await count('inspec*')).toBe(3);
    expect(await count('cafe')).toBe(1);
    expect(await count('الأطفال')).toBe(1);
    expect(await count('nowhere')).toBe(0);
  });

  it('marks the hits, names the place, and its range is the passage', async () => {
    const { backend, ids } = await prepared();
    const { hits } = await backend.call('search.find', { query: '"unannounced inspections"' });
    const { text } = await backend.call('documents.reading', { id: ids[0] ?? '' });
    expect(hits).toHaveLength(1);
    expect(text.slice(hits[0]?.start, hits[0]?.end)).toBe('Unannounced inspections are rare.');
    expect(hits[0]?.snippet.filter((part) => part.hit).map((part) => part.text)).toEqual(['Unannounced inspections']);
    expect(hits[0]).toMatchObject({ country: 'KAZ', countryName: 'Kazakhstan', year: 2020 });
  });

  it('filters, and each facet counts what its own filter would let in', async () => {
    const { backend } = await prepared();
    const answer = await backend.call('search.find', { query: 'child', countries: ['UZB'] });
    expect([answer.total, answer.documents]).toEqual([1, 1]);
    expect(answer.facets.country).toEqual([
      { value: 'KAZ', label: 'Kazakhstan', count: 1 },
      { value: 'UZB', label: 'Uzbekistan', count: 1 },
    ]);
    expect(answer.facets.year).toEqual([{ value: '2021', label: '2021', count: 1 }]);
  });

  it('follows removal and its undo', async () => {
    const { backend, ids, count } = await prepared();
    await backend.call('documents.remove', { ids: [ids[0] ?? ''] });
    expect(await count('cotton')).toBe(0);
    await backend.call('history.undo', {});
    expect(await count('cotton')).toBe(1);
  });

  it('explains a question of only operators', async () => {
    const { backend } = await prepared();
    await expect(backend.call('search.find', { query: 'AND OR ()' })).rejects.toThrow('only operators');
  });
});
