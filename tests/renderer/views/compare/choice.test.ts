// Which editions Compare puts side by side by itself, and which of a year have a switch of their own.

import { describe, expect, it } from 'vitest';
import { chosenDocuments, editionYears } from '../../../../renderer/views/compare/choice.ts';
import type { CountryEditions } from '../../../../shared/core/comparison.ts';
import type { DocumentSummary } from '../../../../shared/core/library.ts';

type Edition = CountryEditions['editions'][number];

const edition = (year: number, kind: Edition['kind'], title: string): Edition => ({ documentId: `${title} ${String(year)}`, year, kind, title: `${title} ${String(year)}`, level: null });
const data = (year: number) => [edition(year, 'ilab-dataset', 'Fiji, official data'), edition(year, 'ilab-dataset', 'Fiji, official list of goods')];
const report = (year: number) => edition(year, 'ilab-report', 'Fiji');

function chosenOf(editions: Edition[]): string[] {
  const documents = editions.map(({ documentId, year }) => ({ id: documentId, year, date: null }) as unknown as DocumentSummary);
  return chosenDocuments([{ country: 'FJI', countryName: 'Fiji', editions }], documents, 'FJI', []).chosen;
}

describe('what stands side by side at first', () => {
  it('is the two newest reports, though a newer year has official data', () => {
    expect(chosenOf([report(2020), ...data(2020), report(2021), ...data(2021), ...data(2022)])).toEqual(['Fiji 2020', 'Fiji 2021']);
  });

  it('is data where there is nothing to read', () => {
    expect(chosenOf([...data(2020), ...data(2021)])).toEqual(['Fiji, official data 2020', 'Fiji, official data 2021']);
  });

  it('is the edition whose series the other years have, of several of a year', () => {
    expect(chosenOf([edition(2020, 'generic', 'Yearly survey'), edition(2021, 'generic', 'A note'), edition(2021, 'generic', 'Yearly survey')])).toEqual(['Yearly survey 2020', 'Yearly survey 2021']);
  });
});

describe('the switches of a year', () => {
  const titles = (editions: readonly Edition[]) => editions.map(({ title }) => title);

  it('are its report; official data wait behind a menu until they are chosen', () => {
    const editions = [...data(2021), report(2021)];
    const [year] = editionYears(editions, []);
    expect([titles(year?.shown ?? []), titles(year?.further ?? [])]).toEqual([['Fiji 2021'], ['Fiji, official data 2021', 'Fiji, official list of goods 2021']]);
    expect(titles(editionYears(editions, ['Fiji, official data 2021'])[0]?.shown ?? [])).toEqual(['Fiji 2021', 'Fiji, official data 2021']);
  });

  it('are three at most of a year with forty cables, and none is lost', () => {
    const cables = Array.from({ length: 40 }, (_, n) => edition(2007, 'cable', `Cable ${String.fromCodePoint(0x4e00 + n)}`));
    const [year] = editionYears(cables, []);
    expect([year?.shown.length, year?.further.length]).toEqual([3, 37]);
  });

  it('follow each other as the years do', () => {
    expect(editionYears([report(2019), report(2020), ...data(2020)], []).map(({ year }) => year)).toEqual([2019, 2020]);
  });
});
