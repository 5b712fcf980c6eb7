// What a report lists beside its values: activities, institutions, legislation, references, and which claim cites which.

import { describe, expect, it } from 'vitest';
import { readName } from '../../../shared/backend/recognisers/ilab-report/institutions.ts';
import { citedLaws } from '../../../shared/backend/recognisers/ilab-report/legal-bases.ts';
import { remarkOfNote, remarkOfSentence } from '../../../shared/backend/recognisers/ilab-report/year-remarks.ts';
import { pdfImporter } from '../../../shared/backend/importers/pdf.ts';
import { ilabReportRecogniser } from '../../../shared/backend/recognisers/ilab-report.ts';
import { PageSheet, pdfOf } from '../importers/pdf-writing.ts';
import { type DraftCell, entry, opening, paragraph, recogniseDrafts, sections, table } from './ilab-drafts.ts';

const hazardousNote = '† Determined by national law or regulation as hazardous and, as such, relevant to Article 3(d) of ILO C. 182.';
const categoricalNote = '‡ Child labor understood as the worst forms of child labor per se under Article 3(a)–(c) of ILO C. 182.';
const limitedNote = '* Evidence of this activity is limited and/or the extent of the problem is unknown.';

describe('activities', () => {
  const activities = (rows: DraftCell[][], notes = [limitedNote, hazardousNote, categoricalNote]) =>
    recogniseDrafts(opening(), table({ caption: 'Table 2. Overview of Children’s Work by Sector and Activity', header: ['Sector/Industry', 'Activity'], rows, notes })).recognition.activities;

  it('have their sector, over cells that cover several rows and cells left empty', () => {
    const found = activities([[{ text: 'Agriculture', rowSpan: 2 }, 'Carrying baskets (1, 2)'], ['Fishing for eels† (3)'], ['Industry', 'Weaving'], ['', 'Dyeing† of cloth'], ['Categorical Worst Forms of Child Labor‡', 'Forced begging (4)']]);
    expect(found.map(({ sector, activity, hazardous, categorical }) => [sector, activity, hazardous, categorical])).toEqual([
      ['Agriculture', 'Carrying baskets', false, false],
      ['Agriculture', 'Fishing for eels', true, false],
      ['Industry', 'Weaving', false, false],
      ['Industry', 'Dyeing of cloth', true, false],
      ['Categorical Worst Forms of Child Labor', 'Forced begging', false, true],
    ]);
  });

  it('say which of their words a sign marks, and what it means', () => {
    const [found] = activities([['Agriculture', 'Production of apples,* beans,*† and nuts, and roasting nuts† (5, 10-12)']]);
    expect(found).toMatchObject({ activity: 'Production of apples, beans, and nuts, and roasting nuts', hazardous: true, limitedEvidence: true });
    expect(found?.marks.map(({ sign, words, note }) => [sign, words, note?.slice(0, 10)])).toEqual([
      ['*', 'Production of apples', 'Evidence o'],
      ['*', 'beans', 'Evidence o'],
      ['†', 'beans', 'Determined'],
      ['†', 'roasting nuts', 'Determined'],
    ]);
  });

  it('believe the note below the table rather than the sign, and the sign when there is no note', () => {
    expect(activities([['Services', 'Selling shells*']], ['* Determined by national law as hazardous work.'])[0]).toMatchObject({ hazardous: true, limitedEvidence: false });
    expect(activities([['Services', 'Selling shells†']], [])[0]).toMatchObject({ hazardous: true });
  });

  it('go on over a page break, and know a sector whose capitals are damaged', () => {
    const found = activities([['categorical Worst forms of child labor‡', 'Forced labor in the growing of'], ['', 'reeds and in weaving (1)']]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ sector: 'Categorical Worst Forms of Child Labor', activity: 'Forced labor in the growing of reeds and in weaving', categorical: true });
  });
});

describe('institutions', () => {
  const lists = recogniseDrafts(
    opening('Fiji', 2019),
    sections.enforcement,
    table({ caption: 'Table 5. Agencies Responsible for Child Labor Law Enforcement', header: ['Organization/Agency', 'Role'], rows: [['Ministry of Boats (MOB)*', 'Counts boats. (2) In 2019, hired three inspectors. (3)']], notes: ['* Agency responsible for child labor enforcement was created during the reporting period.'] }),
    sections.coordination,
    table({ caption: 'Table 8. Key Mechanisms to Coordinate Government Efforts on Child Labor', header: ['Coordinating Body', 'Role & Description'], rows: [['Council of the Reef', 'Meets twice a year. The Council did not meet in 2019. (4)']] }),
    sections.policies,
    table({ caption: 'Table 9. Key Policies Related to Child Labor‡', header: ['Policy', 'Description'], rows: [['National Plan for Children (2018–2022)†', 'Wants schools on all islands. (5)'], ['Reef Charter', 'Research was unable to determine whether activities were undertaken to implement this policy during the reporting period.']], notes: ['† Policy was approved during the reporting period.', '‡ The government had other policies that may have addressed child labor issues. (6)'] }),
    sections.programs,
    table({ caption: 'Table 10. Key Social Programs to Address Child Labor', header: ['Program', 'Description'], rows: [['School Boats†', 'Boats that bring children'], ['', 'to school. In 2019, two boats were bought.']], notes: ['† Program is funded by the Government of Fiji.'] }),
  );
  const of = (name: string) => lists.recognition.institutions.find((own) => own.name.startsWith(name));

  it('are agencies, bodies, policies and programs, each with its name and description', () => {
    expect(lists.recognition.institutions.map(({ kind, name, years, description }) => [kind, name, years, description])).toEqual([
      ['agency', 'Ministry of Boats (MOB)', null, 'Counts boats. In 2019, hired three inspectors.'],
      ['body', 'Council of the Reef', null, 'Meets twice a year. The Council did not meet in 2019.'],
      ['policy', 'National Plan for Children', '2018–2022', 'Wants schools on all islands.'],
      ['policy', 'Reef Charter', null, 'Research was unable to determine whether activities were undertaken to implement this policy during the reporting period.'],
      ['program', 'School Boats', null, 'Boats that bring children to school. In 2019, two boats were bought.'],
    ]);
    expect(of('Ministry')).toMatchObject({ shortName: 'MOB' });
    expect(of('National')).toMatchObject({ firstYear: 2018, lastYear: 2022 });
  });

  it('have what the report says of their year', () => {
    const remarks = (name: string) => of(name)?.remarks.map(({ kind, year }) => `${kind} ${year}`);
    expect(remarks('Ministry')).toEqual(['started 2019', 'active 2019']);
    expect(remarks('Council')).toEqual(['inactive 2019']);
    expect(remarks('National')).toEqual(['started 2019']);
    expect(remarks('Reef')).toEqual(['activity-unknown 2019']);
    expect(remarks('School')).toEqual(['government-funded null', 'active 2019']);
  });

  it('lead to their words', () => {
    for (const institution of lists.recognition.institutions) {
      expect(lists.parsed.text.slice(institution.start ?? 0, institution.end ?? 0)).toContain(institution.name.split(' (')[0]);
      for (const remark of institution.remarks) expect(remark.end).toBeGreaterThan(remark.start);
    }
  });

  it.each([
    ['Plan (August 2014–July 2015)', { name: 'Plan', years: 'August 2014–July 2015', firstYear: 2014, lastYear: 2015 }],
    ['Plan (2018 – present)', { name: 'Plan', years: '2018–present', firstYear: 2018, lastYear: null }],
    ['Plan (2019–22)*', { name: 'Plan', firstYear: 2019, lastYear: 2022 }],
    ['Second Plan 2020–2022', { name: 'Second Plan', firstYear: 2020, lastYear: 2022 }],
    ['2010 Declaration of the Reef', { name: '2010 Declaration of the Reef', years: null }],
    ['National Commission on Boats (National Commission)', { shortName: 'National Commission' }],
    ['Boats for All (Bateaux pour Tous [BPT])', { shortName: 'BPT' }],
    ['Boats for All (Bateaux pour tous)', { shortName: null }],
  ])('take the years and the short name out of “%s”', (printed, expected) => {
    expect(readName(printed)).toMatchObject(expected);
  });

  it('know the remarks of notes and sentences, and what is none', () => {
    expect(remarkOfNote('Mechanism was re-established during the reporting period.', 2020)).toEqual({ kind: 'resumed', year: 2020 });
    expect(remarkOfNote('Program ended during the reporting period.', 2020)).toEqual({ kind: 'ended', year: 2020 });
    expect(remarkOfSentence('Established in 2012 by decree.', 2020)).toEqual({ kind: 'started', year: 2012 });
    expect(remarkOfSentence('This plan expired in 2020.', 2020)).toEqual({ kind: 'ended', year: 2020 });
    expect(remarkOfSentence('In 2020, the Council launched a song.', 2020)).toEqual({ kind: 'active', year: 2020 });
    expect(remarkOfSentence('In 2011, the Council launched a song.', 2020)).toBeNull();
    expect(remarkOfSentence('Counts boats and fish.', 2020)).toBeNull();
  });
});

describe('legislation', () => {
  const laws = (text: string) => citedLaws({ text, start: 100, end: 100 + text.length }).map(({ provision, law }) => [provision, law]);

  it.each([
    ['Article 30 of the Boat Code (13); Article 3 of the Reef Act (14)', [['Article 30', 'Boat Code'], ['Article 3', 'Reef Act']]],
    ['Articles 7, 11–14, and 26 of the Law on Reefs and Boats (35,36)', [['Articles 7, 11–14, and 26', 'Law on Reefs and Boats']]],
    ['Note 2 to Article 125 of the Boat Code (33; 38; 39)', [['Note 2 to Article 125', 'Boat Code']]],
    ['Article 38.1(2) of the Boat Act (16)', [['Article 38.1(2)', 'Boat Act']]],
    ['Sections 107–108; 110; 274 of the Boat Code', [['Sections 107–108; 110; 274', 'Boat Code']]],
    ['Section 2 of the Reef Act, Section 5 of the Boat Act, and Section 6 of the Fish Act', [['Section 2', 'Reef Act'], ['Section 5', 'Boat Act'], ['Section 6', 'Fish Act']]],
    ['Decree No. 1220', [[null, 'Decree No. 1220']]],
    ['N/A', []],
  ])('is taken apart into laws and places: %s', (text, expected) => {
    expect(laws(text)).toEqual(expected);
  });

  it('says where each law stands', () => {
    const text = 'Article 30 of the Boat Code (13); Reef Act (14)';
    const found = citedLaws({ text, start: 100, end: 100 + text.length });
    expect(found.map(({ start, end }) => text.slice(start - 100, end - 100))).toEqual(['Article 30 of the Boat Code', 'Reef Act']);
  });
});

describe('references and citations', () => {
  const claims = (text: string, count = 60) => {
    const { recognition, parsed } = recogniseDrafts(opening(), sections.programs, paragraph(text), sections.references, ...Array.from({ length: count }, (_, at) => entry(at + 1, `A book about reefs. Suva; ${1960 + at}. http://example.test/${at + 1}.`)));
    const start = parsed.text.indexOf(text);
    return recognition.citations.filter((own) => own.start >= start && own.end <= start + text.length).map((own) => [parsed.text.slice(own.claimStart, own.claimEnd), own.references]);
  };

  it('have number, text and address', () => {
    const { recognition, parsed } = recogniseDrafts(opening(), sections.references, entry(1, 'A book about islands. Suva; 2014. http://example.test/a-b.'), entry(2, 'A count of schools'), paragraph('that goes on in another passage. 2016.'));
    expect(recognition.references.map(({ number, text, url }) => [number, text, url])).toEqual([
      [1, 'A book about islands. Suva; 2014. http://example.test/a-b.', 'http://example.test/a-b'],
      [2, 'A count of schools that goes on in another passage. 2016.', null],
    ]);
    for (const reference of recognition.references) expect(parsed.text.slice(reference.start, reference.end).replace(/\s+/gu, ' ')).toBe(reference.text);
  });

  it('are found where the number stands in the text and where two entries were read as one', () => {
    const { recognition } = recogniseDrafts(opening(), sections.references, entry(1, 'A book. 2014.'), paragraph('2 Another book. 2015. http://example.test/8.htm.3 A third one. 2016.'), paragraph('4. A fourth one of 5 islands. 2017.'));
    expect(recognition.references.map(({ number, text }) => [number, text])).toEqual([
      [1, 'A book. 2014.'],
      [2, 'Another book. 2015. http://example.test/8.htm.'],
      [3, 'A third one. 2016.'],
      [4, 'A fourth one of 5 islands. 2017.'],
    ]);
  });

  it.each([
    ['2014-2016', 'Boats were counted.(1-3) Fish were not, as the U.S. Department says.(4, 12)', [['Boats were counted.', [1, 2, 3]], ['Fish were not, as the U.S. Department says.', [4, 12]]]],
    ['2017', 'Boats were counted. (1; 2; 3) Fish were not. (9)', [['Boats were counted.', [1, 2, 3]], ['Fish were not.', [9]]]],
    ['2018', 'Boats were counted. Fish were not. (1,3-5)', [['Fish were not.', [1, 3, 4, 5]]]],
    ['two in one sentence', 'Children sell boats (1) and nets. (2)', [['Children sell boats', [1]], ['and nets.', [2]]]],
    ['two side by side', 'Children sell boats. (1) (2)', [['Children sell boats.', [1]], ['Children sell boats.', [2]]]],
  ])('are tied to the claims before them, in the manner of %s', (_, text, expected) => {
    expect(claims(text)).toEqual(expected);
  });

  it('are not years, numbers of people, places in a law or counted points', () => {
    expect(claims('The plan (2012–2014) reached many (79,690) under Article 38.1(2) and section 87 (1) of the Act. It wants to (1) write, (2) read, and (3) sing. A number (400) is no reference.')).toEqual([]);
    expect(claims('It feeds school children; (50) the boats bring them. (51)')).toEqual([['It feeds school children;', [50]], ['the boats bring them.', [51]]]);
  });

  it('are read cell by cell in tables', () => {
    const { recognition, parsed } = recogniseDrafts(
      opening(),
      table({ caption: 'Table 2. Overview of Children’s Work by Sector and Activity', header: ['Sector/Industry', 'Activity'], rows: [['Agriculture', 'Carrying baskets (1, 2)'], ['Services', 'Selling shells (2)']] }),
      sections.references, entry(1, 'A book. 2014.'), entry(2, 'Another. 2015.'),
    );
    expect(recognition.citations.slice(1).map((own) => [parsed.text.slice(own.claimStart, own.claimEnd), own.references])).toEqual([['Carrying baskets', [1, 2]], ['Selling shells', [2]]]);
  });

  it('are found on the pages of a printed report', async () => {
    const page = new PageSheet().text(430, 43, 'Fiji', 26).text(54, 66, 'MODERATE ADVANCEMENT', 12, 'bold').lines(54, 90, ['In 2019, Fiji made a moderate advancement in the matter of child work.'], 12, 'italic');
    page.text(54, 150, 'I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR', 12, 'bold').lines(54, 168, ['Children carry baskets on all of the islands, as was seen by people who went there. (1,2) They', 'also sell shells on the beach when the school is over for the day. (2)']);
    page.text(54, 260, 'REFERENCES', 10, 'bold').lines(54, 280, ['1. A book about islands. Suva; 2014.', '2. A count of schools. Suva; 2016.'], 8);
    const { recognition } = ilabReportRecogniser.recognise({ name: 'a.pdf', parsed: await pdfImporter.parse({ name: 'a.pdf', bytes: pdfOf([page]) }) });
    expect(recognition.references.map(({ number, text, page: on }) => [number, text, on])).toEqual([[1, 'A book about islands. Suva; 2014.', 1], [2, 'A count of schools. Suva; 2016.', 1]]);
    expect(recognition.citations.map(({ references, page: on }) => [references, on])).toEqual([[[1, 2], 1], [[2], 1]]);
  });
});

describe('mechanisms', () => {
  const said = (...drafts: Parameters<typeof recogniseDrafts>) => recogniseDrafts(...drafts).recognition.observations.filter(({ indicator }) => indicator.startsWith('mechanisms.')).map(({ indicator, value }) => `${indicator} ${value}`);

  it('are stated at the beginning of their sections, or shown by the table', () => {
    expect(said(opening(), sections.coordination, paragraph('The government has established mechanisms to coordinate its efforts to address child labor (Table 8).'), sections.policies, table({ caption: 'Table 9. Key Policies Related to Child Labor', header: ['Policy', 'Description'], rows: [['Reef Charter', 'Speaks of reefs.']] }))).toEqual(['mechanisms.coordination true', 'mechanisms.policy true']);
  });

  it('are denied only where no table lists any', () => {
    expect(said(opening(), sections.coordination, paragraph('Research found no evidence that the government has established a mechanism to coordinate its efforts.'))).toEqual(['mechanisms.coordination false']);
    expect(said(opening(), sections.policies, paragraph('The government has established policies related to child labor, but has not adopted a plan for boats.'), table({ caption: 'Table 9. Key Policies Related to Child Labor', header: ['Policy', 'Description'], rows: [['Reef Charter', 'Speaks of reefs.']] }))).toEqual(['mechanisms.policy true']);
  });
});
