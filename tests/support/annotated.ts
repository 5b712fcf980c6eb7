// A small project with highlights of every sort: two countries, years, tags on two levels, notes, a finding, one whose words are lost.

import type { Backend } from '../../shared/backend/backend.ts';
import { importTexts, placeOf } from './backend.ts';

export const annotatedTexts = {
  'kaz-2020.txt': 'Inspectors visited twelve farms without notice. Nobody was fined.\n\nThe minimum age for work is 16. Schooling ends at 18.',
  'kaz-2021.txt': 'Inspectors visited nine farms. Two employers were fined.\n\nQazaqstan is Қазақстан in its own letters.',
  'uzb-2021.txt': 'The cotton harvest 😀 was watched. Children were seen in three fields.',
  'none.txt': 'A paper of no country.',
};

/** Imports the texts and marks passages; ids by the words they stand at. */
export async function annotate(backend: Backend) {
  const documents = await importTexts(backend, annotatedTexts);
  const [kaz20 = '', kaz21 = '', uzb = '', none = ''] = documents;
  await backend.call('documents.update', { ids: [kaz20], changes: { title: 'Report 2020', country: 'KAZ', year: 2020 } });
  await backend.call('documents.update', { ids: [kaz21], changes: { title: 'Report 2021', country: 'KAZ', year: 2021 } });
  await backend.call('documents.update', { ids: [uzb], changes: { title: 'Another report', country: 'UZB', year: 2021 } });
  await backend.call('documents.update', { ids: [none], changes: { title: 'Paper', country: null, year: null } });
  const enforcement = (await backend.call('tags.create', { name: 'Enforcement', colour: 'blue' })).id;
  const inspectors = (await backend.call('tags.create', { name: 'Inspectors', colour: 'teal', parentId: enforcement })).id;
  const cotton = (await backend.call('tags.create', { name: 'Cotton', colour: 'orange' })).id;
  const mark = async (documentId: string, words: string, tagIds: string[], note = '') => (await backend.call('annotations.create', { ...(await placeOf(backend, documentId, words)), tagIds, note })).id;
  const twelve = await mark(kaz20, 'Inspectors visited twelve farms', [inspectors], 'Compare *2021*.');
  const nobody = await mark(kaz20, 'Nobody was fined', [enforcement]);
  const age = await mark(kaz20, 'The minimum age for work is 16.', []);
  const nine = await mark(kaz21, 'Inspectors visited nine farms', [inspectors]);
  const letters = await mark(kaz21, 'Қазақстан', [], '=1+1');
  const harvest = await mark(uzb, '😀 was watched', [cotton, enforcement]);
  const paper = await mark(none, 'A paper of no country.', []);
  await backend.call('annotationList.recolour', { ids: [paper], colour: 'grey' });
  const finding = (await backend.call('findings.create', { claim: 'Fewer farms were visited', annotationIds: [twelve, nine] })).id;
  return { documents: { kaz20, kaz21, uzb, none }, tags: { enforcement, inspectors, cotton }, annotations: { twelve, nobody, age, nine, letters, harvest, paper }, finding };
}
