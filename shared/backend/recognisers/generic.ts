// Documents of no known kind: title, author, issuer, date, language, country and year as far as they are clear, with what else they
// could be; sections from headings, tables from rows. It proposes; the analyst decides.

import { leastConfidence } from '../../core/metadata.ts';
import type { Recogniser } from '../../core/format.ts';
import { emptyRecognition, type ProposedValue, type Recognition } from '../../core/recognition.ts';
import { datesOf } from './generic/dated.ts';
import { factsOf } from './generic/facts.ts';
import { languageOf } from './generic/language.ts';
import { authorsOf, issuersOf } from './generic/people.ts';
import { baseName, putIn, type Said } from './generic/said.ts';
import { sectionsOf } from './generic/sections.ts';
import { countriesOf, yearsOf } from './generic/subject.ts';
import { tablesOf } from './generic/tables.ts';
import { titlesOf } from './generic/title.ts';

/** More possibilities than these are no help to choose. */
const mostOffered = 5;

export const genericRecogniser: Recogniser = {
  id: 'generic',
  accepts: () => 0.1,
  recognise: ({ name, parsed }) => {
    const titles = titlesOf(parsed, name);
    // Titles always have a last resort: the name of the file.
    const title = titles[0] ?? { value: baseName(name), place: null, confidence: 0, from: 'file-name' };
    const authors = authorsOf(parsed);
    const issuers = issuersOf(parsed).filter(({ value }) => value.toLowerCase() !== title.value.toLowerCase());
    const dates = datesOf(parsed, name);
    const issuer = putIn(issuers);
    const countries = clear(countriesOf(parsed, title, issuer, name));
    const years = clear(yearsOf(parsed, title, dates, name));
    const languages = languagesOf(parsed.text, parsed.properties['language']);
    const country = putIn(countries);
    const recognition: Recognition = {
      ...emptyRecognition,
      kind: 'generic',
      confidence: 0.5,
      country: country?.value ?? null,
      year: putIn(years)?.value ?? null,
      title: title.value,
      language: putIn(languages)?.value ?? null,
      issuer: issuer?.value ?? null,
      author: putIn(authors)?.value ?? null,
      date: putIn(dates)?.value ?? null,
      facts: factsOf(parsed),
      sections: sectionsOf(parsed),
      tables: tablesOf(parsed),
      proposed: [
        ...proposals('title', titles, String),
        ...proposals('author', authors, String),
        ...proposals('issuer', issuers, String),
        ...proposals('date', dates, String),
        ...proposals('country', countries, ({ iso3 }) => iso3),
        ...proposals('year', years, String),
        ...proposals('language', languages, String),
      ],
    };
    return { parsed, recognition };
  },
};

/** Two that are as likely are offered, and neither is put in. */
function clear<Value>(said: Said<Value>[]): Said<Value>[] {
  const [first, second] = said;
  return first && second && first.confidence - second.confidence < 0.05 ? said.map((one) => ({ ...one, confidence: Math.min(one.confidence, leastConfidence - 0.05) })) : said;
}

function proposals<Value>(field: ProposedValue['field'], said: readonly Said<Value>[], written: (value: Value) => string): ProposedValue[] {
  return said.slice(0, mostOffered).map(({ value, place, confidence, from }) => ({ field, value: written(value), confidence, start: place?.start ?? 0, end: place?.end ?? 0, ...(place ? {} : { from: from === 'passage' ? 'file-properties' : from }) }));
}

/** What the text is written in, and the primary tag of what the file says, such as "en" of "en-US": often that of the program that wrote it. */
function languagesOf(text: string, tag: string | undefined): Said[] {
  const written = languageOf(text);
  const primary = /^([A-Za-z]{2,3})(?:[-_]|$)/.exec(tag?.trim() ?? '')?.[1]?.toLowerCase();
  const stated = primary === undefined || primary === 'und' || primary === 'zxx' ? null : primary;
  const said = (value: string, confidence: number): Said => ({ value, place: null, confidence, from: 'file-properties' });
  if (written !== null) return [said(written, 0.95), ...(stated !== null && stated !== written ? [said(stated, 0.2)] : [])];
  return stated === null ? [] : [said(stated, 0.7)];
}
