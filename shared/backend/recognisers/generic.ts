// Documents of no known kind: title, author, issuer, date, language, country and year as far as they are clear, sections from
// headings, tables from rows. It proposes; the analyst decides.

import type { Recogniser } from '../../core/format.ts';
import { emptyRecognition, type ProposedValue, type Recognition } from '../../core/recognition.ts';
import { authorOf, dateOf, issuerOf, titleOf, type Said } from './generic/headline.ts';
import { languageOf } from './generic/language.ts';
import { sectionsOf } from './generic/sections.ts';
import { countryOf, yearOf } from './generic/subject.ts';
import { tablesOf } from './generic/tables.ts';

export const genericRecogniser: Recogniser = {
  id: 'generic',
  accepts: () => 0.1,
  recognise: ({ name, parsed }) => {
    const title = titleOf(parsed, name);
    const author = authorOf(parsed);
    const issuer = issuerOf(parsed);
    const date = dateOf(parsed);
    const country = countryOf(parsed, title, name);
    const year = yearOf(title, date, name);
    const recognition: Recognition = {
      ...emptyRecognition,
      kind: 'generic',
      confidence: 0.5,
      country: country?.value ?? null,
      year: year?.value ?? null,
      title: title.value,
      language: languageOf(parsed.text) ?? statedLanguage(parsed.properties['language']),
      issuer: issuer?.value ?? null,
      author: author?.value ?? null,
      date: date?.value ?? null,
      facts: facts(parsed.properties),
      sections: sectionsOf(parsed),
      tables: tablesOf(parsed),
      proposed: [
        ...proposal('title', title),
        ...proposal('author', author),
        ...proposal('issuer', issuer),
        ...proposal('date', date),
        ...proposal('country', country && { ...country, value: country.value.iso3 }),
        ...proposal('year', year && { ...year, value: String(year.value) }),
      ],
    };
    return { parsed, recognition };
  },
};

/** Only what a passage says can be proposed with its passage. */
function proposal(field: ProposedValue['field'], said: Said | null): ProposedValue[] {
  return said?.place ? [{ field, value: said.value, confidence: said.confidence, start: said.place.start, end: said.place.end }] : [];
}

/** The primary tag of what the file says of itself, such as "en" of "en-US". */
function statedLanguage(tag: string | undefined): string | null {
  const primary = /^([A-Za-z]{2,3})(?:[-_]|$)/.exec(tag?.trim() ?? '')?.[1]?.toLowerCase();
  return primary === undefined || primary === 'und' || primary === 'zxx' ? null : primary;
}

const factLabels: [string, string][] = [
  ['subject', 'Subject'],
  ['description', 'Description'],
  ['keywords', 'Keywords'],
  ['category', 'Category'],
  ['address', 'Address'],
];

function facts(properties: Record<string, string>): Recognition['facts'] {
  return factLabels.flatMap(([name, label]) => {
    const value = properties[name]?.trim();
    return value ? [{ label, value, start: null, end: null }] : [];
  });
}
