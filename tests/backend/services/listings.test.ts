// What a report lists is kept with its reading and comes back with places; a reading made before a list was known has an empty one.

import { describe, expect, it } from 'vitest';
import { type TestBackend, importTexts, openTestBackend } from '../../support/backend.ts';
import { listsPdf } from '../recognisers/ilab-lists-writing.ts';

async function importReport(backend: TestBackend): Promise<string> {
  const { runId } = await backend.call('imports.add', { files: [{ name: 'fiji.pdf', bytes: listsPdf() }] });
  const [item] = await backend.call('imports.wait', { runId });
  return item?.documentId ?? '';
}

describe('the lists of a document', () => {
  it('are kept with activities, institutions, laws and references, each at its words', async () => {
    const backend = await openTestBackend();
    const id = await importReport(backend);
    const { activities, institutions, legalBases, references, citations } = await backend.call('listings.ofDocument', { id });
    expect(activities.map(({ sector, activity, hazardous, categorical }) => [sector, activity, hazardous, categorical])).toEqual([
      ['Agriculture', 'Carrying baskets and climbing palms', true, false],
      ['Agriculture', 'Fishing for eels', false, false],
      ['Categorical Worst Forms of Child Labor', 'Forced begging', false, true],
    ]);
    expect(institutions.map(({ kind, name, years }) => [kind, name, years])).toEqual([['agency', 'Ministry of Boats (MOB)', null], ['policy', 'Plan for Children', '2018–2022'], ['policy', 'Reef Charter', null]]);
    expect(legalBases.map(({ name, laws }) => [name, ...laws.map(({ provision, law }) => `${law}, ${provision}`)])).toEqual([['Minimum age for work', 'Basket Act, Section 5'], ['Compulsory education', 'School Act, Sections 2 and 3']]);
    expect(references.map(({ number, url }) => [number, url])).toEqual([[1, 'http://example.test/islands'], [2, null], [3, null]]);
    const { text, recognition } = await backend.call('documents.reading', { id });
    for (const { start, end } of [...activities, ...institutions, ...legalBases, ...references, ...citations]) expect(text.slice(start ?? 0, end ?? 0).trim()).not.toBe('');
    expect(recognition.citations).toEqual(citations);
  });

  it('are empty for a document that has none, and there is a sentence for one that is gone', async () => {
    const backend = await openTestBackend();
    const [id = ''] = await importTexts(backend, { 'note.txt': 'A visit to the reef.' });
    expect(await backend.call('listings.ofDocument', { id })).toEqual({ activities: [], institutions: [], legalBases: [], references: [], citations: [] });
    await expect(backend.call('listings.ofDocument', { id: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
