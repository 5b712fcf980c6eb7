// Short notes on a country over years, in our own words, for tests of search and comparison.

import type { Backend } from '../../shared/backend/backend.ts';
import { importTexts } from './backend.ts';

const note = (year: number, enforcement: string, law: string) => `<!doctype html><title>Uzbekistan: note on child labor, ${year}</title>
<h1>Uzbekistan: note on child labor, ${year}</h1>
<h2>I. Law</h2>${law}
<h2>II. Enforcement</h2>${enforcement}`;

const paragraphs = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');

const notes = {
  'note 2020.html': note(
    2020,
    paragraphs('The inspectorate had 400 inspectors. Inspectors may visit farms without notice in every region.', 'A complaint can be filed by telephone. Nobody was convicted in that year.'),
    paragraphs('The minimum age for work is 16. Schooling is compulsory until 18.', 'Hazardous work is not allowed before the age of 18.'),
  ),
  'note 2021.html': note(
    2021,
    paragraphs('The inspectorate had 344 inspectors. Inspectors may not visit farms without notice in any region.', 'A complaint can be filed by telephone. A register of penalties was opened in spring.'),
    paragraphs('The minimum age for work is 18. Schooling is compulsory until 18.', 'Hazardous work is not allowed before the age of 18.'),
  ),
};

/** Imports the notes as editions of Uzbekistan and answers their ids, oldest first. */
export async function importNotes(backend: Backend): Promise<[string, string]> {
  const [older = '', newer = ''] = await importTexts(backend, notes);
  await backend.call('documents.update', { ids: [older], changes: { country: 'UZB', year: 2020 } });
  await backend.call('documents.update', { ids: [newer], changes: { country: 'UZB', year: 2021 } });
  return [older, newer];
}
