import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../shared/backend/importers/xml.ts';
import { ilabDatasetRecogniser } from '../../../shared/backend/recognisers/ilab-dataset.ts';
import { readNumber, readValue } from '../../../shared/backend/recognisers/ilab-dataset/cells.ts';
import { recognise } from '../../../shared/backend/recognisers/index.ts';
import { type FileRead, perform } from '../../../shared/backend/jobs/task.ts';
import { assemble, type DraftBlock, rowDraft } from '../../../shared/core/canonical-text.ts';
import type { Observation, Recognition } from '../../../shared/core/recognition.ts';
import { lostTexts, unreadCells } from '../../score/xml.ts';
import { sharedBytes, sharedPresent } from '../../support/shared.ts';
import { countriesXml, country2014, country2017, type Fields, goodsXml, twoTerritories } from '../importers/xml-writing.ts';

function partOf(text: string, name = 'data.xml') {
  const part = parseXml(text, name).parts?.[0];
  if (!part) throw new Error('no part');
  return { ...recognise(part), name: part.name };
}
const ofCountry = (fields: Fields) => partOf(countriesXml(fields));
const valueOf = ({ observations }: Recognition, indicator: string, territory: string | null = null): Observation | undefined =>
  observations.find((one) => one.indicator === indicator && one.territory === territory);
const told = (recognition: Recognition, indicator: string, territory: string | null = null) => {
  const { status, value, unit, mark, note } = valueOf(recognition, indicator, territory) ?? {};
  return [status, value, unit, mark, note];
};

describe('a country of an official data file', () => {
  it('is known by country, year, kind and title', () => {
    const { kind, country, year, title, proposed, issuer } = ofCountry(country2014).recognition;
    expect([kind, country, year, title]).toEqual(['ilab-dataset', { iso3: 'KAZ', name: 'Kazakhstan' }, 2014, 'Kazakhstan, official data 2014']);
    expect(proposed.map(({ field, value }) => [field, value])).toEqual([['title', 'Kazakhstan, official data 2014'], ['country', 'KAZ'], ['year', '2014']]);
    expect(issuer).toContain('Department of Labor');
  });

  it('has every value at its place, and quotes the row it stands in', () => {
    for (const fields of [country2014, country2017, twoTerritories]) {
      const { parsed, recognition } = ofCountry(fields);
      expect(recognition.observations.length).toBeGreaterThan(3);
      for (const { start, end, quote, year, reportedYear, country } of recognition.observations) {
        const block = parsed.blocks.find((one) => one.start <= (start ?? -1) && one.end >= (end ?? Number.POSITIVE_INFINITY));
        expect(end).toBeGreaterThan(start ?? Number.POSITIVE_INFINITY);
        expect(quote).toBe(parsed.text.slice(block?.start, block?.end).replace(/\s+/g, ' ').trim());
        expect([year, country]).toEqual([reportedYear, recognition.country?.iso3]);
      }
    }
  });

  it('gives percent whether the file writes percent or fractions', () => {
    const before = ofCountry(country2014).recognition;
    const since = ofCountry(country2017).recognition;
    expect(told(before, 'statistics.working_percent')).toEqual(['value', 3.2, 'percent', null, null]);
    expect(told(before, 'statistics.attending_school_percent')).toEqual(['value', 90.7, 'percent', null, 'Data of 2006.']);
    expect(told(since, 'statistics.working_percent')).toEqual(['value', 3.2, 'percent', null, 'The file gives the fraction 0.0324.']);
    expect(told(since, 'statistics.primary_completion_rate_percent').slice(0, 2)).toEqual(['value', 102]);
    expect(told(before, 'statistics.working_population').slice(0, 3)).toEqual(['value', 79690, 'count']);
    expect(told(since, 'statistics.working_population').slice(0, 2)).toEqual(['unavailable', null]);
    expect(told(before, 'statistics.working_age_range').slice(0, 3)).toEqual(['value', '5-14', 'text']);
    expect(told(before, 'statistics.sector_industry_percent').slice(0, 2)).toEqual(['not_printed', null]);
  });

  it('takes the level with its qualifier from the downgrade where there is one', () => {
    const { recognition } = ofCountry(country2017);
    expect(recognition.level).toMatchObject({ level: 'minimal', qualifier: 'Efforts Made but Continued Practice that Delayed Advancement' });
    expect(told(recognition, 'advancement_level.level').slice(0, 2)).toEqual(['value', 'minimal']);
    expect(ofCountry(country2014).recognition.level).toMatchObject({ level: 'minimal', qualifier: null });
    expect(ofCountry({ Name: 'Chad', Advancement_Level: 'No Assessment' }).recognition.level?.level).toBe('no-assessment');
    expect(ofCountry({ Name: 'Chad', Advancement_Level: 'Enormous' }).recognition.level).toBeNull();
  });

  it('says of laws before 2016 what yes means there, and reads ages, marks and words for no value', () => {
    const before = ofCountry(country2014).recognition;
    const since = ofCountry(country2017).recognition;
    expect(told(before, 'legal_standards.minimum_age_work.meets')).toEqual(['value', true, 'yes/no', null, 'Yes means that a law exists.']);
    expect(told(before, 'legal_standards.minimum_age_work.age').slice(0, 3)).toEqual(['value', 16, 'years']);
    expect(told(before, 'legal_standards.compulsory_education_age.age').slice(0, 2)).toEqual(['not_applicable', null]);
    expect(told(since, 'legal_standards.minimum_age_work.meets')).toEqual(['value', false, 'yes/no', null, null]);
    expect(told(since, 'legal_standards.voluntary_military_recruitment.meets').slice(0, 4)).toEqual(['not_applicable', null, 'yes/no', '*†']);
    expect(told(since, 'legal_standards.voluntary_military_recruitment.age').slice(0, 4)).toEqual(['value', 16, 'years', '+']);
  });

  it('reads counts, dollars and yes or no of the enforcement tables', () => {
    const { recognition } = ofCountry(country2017);
    expect(told(recognition, 'enforcement.labor_inspectorate_funding_usd').slice(0, 3)).toEqual(['value', 1_100_000, 'USD']);
    expect(told(recognition, 'enforcement.labor_inspectors').slice(0, 4)).toEqual(['value', 2006, 'count', '‡']);
    expect(told(recognition, 'enforcement.child_labor_violations_found').slice(0, 4)).toEqual(['unknown', null, 'count', '*']);
    expect(told(recognition, 'enforcement.labor_new_law_training').slice(0, 2)).toEqual(['not_applicable', null]);
    expect(told(recognition, 'enforcement.criminal_convictions').slice(0, 2)).toEqual(['value', 0]);
    expect(told(recognition, 'enforcement.criminal_penalties_imposed').slice(0, 3)).toEqual(['value', 4, 'count']);
    expect([told(recognition, 'mechanisms.policy')[1], told(recognition, 'mechanisms.program')[0]]).toEqual([true, 'not_applicable']);
  });

  it('keeps territories apart', () => {
    const { recognition, parsed } = ofCountry(twoTerritories);
    expect(told(recognition, 'legal_standards.minimum_age_work.age', 'North Region').slice(0, 2)).toEqual(['value', 15]);
    expect(told(recognition, 'legal_standards.minimum_age_work.meets', 'South').slice(0, 2)).toEqual(['value', false]);
    expect(told(recognition, 'enforcement.labor_inspectors', 'North Region').slice(0, 2)).toEqual(['value', 40]);
    expect(told(recognition, 'enforcement.labor_inspectors', 'South')[0]).toBe('unknown');
    expect(parsed.leftOut.map(({ text }) => text)).toEqual(['North', 'North']);
  });

  it('says when the file does not name them', () => {
    const { recognition } = ofCountry({ Name: 'Pakistan', Country_Statistics: { UNESCO_Primary_Completion_Rate: { Rate: ['0.7', '0.8'] } } });
    expect(recognition.observations.map(({ territory, value, confidence }) => [territory, value, confidence])).toEqual([['Not named (1 of 2)', 70, 0.7], ['Not named (2 of 2)', 80, 0.7]]);
    expect(recognition.warnings.map(({ code }) => code)).toContain('territories-not-named');
  });

  it('gives the actions by area, with years where the file has them, and no placeholders', () => {
    expect(ofCountry(country2014).recognition.actions.map(({ area, text, years, firstYear, lastYear }) => [area, text, years, firstYear, lastYear])).toEqual([
      ['Legal Framework', 'Write the list of dangerous work.', '2014', 2014, 2014],
      ['Enforcement', 'Visit the fields in the autumn.', '2009 – 2012, 2014', 2009, 2014],
    ]);
    const { parsed, recognition } = ofCountry(country2017);
    expect(recognition.actions.map(({ area, text, years }) => [area, text, years])).toEqual([['Legal Framework', 'Set the age at fifteen.', '']]);
    expect(parsed.text.slice(recognition.actions[0]?.start ?? 0, recognition.actions[0]?.end ?? 0)).toBe('Set the age at fifteen.');
  });

  it('lists goods with their marks as the file has them', () => {
    const text = goodsXml({
      Good_Name: 'Brazil Nuts/Chestnuts',
      Good_Sector: 'Agriculture',
      Countries: { Country: [{ Country_Name: 'Bolivia', Child_Labor: 'No', Forced_Labor: 'Yes', Forced_Child_Labor: 'Yes', Derived_Labor_Exploitation: 'No', Derived_Country: 'No' }] },
    });
    const { recognition } = partOf(text, 'goods 2021.xml');
    expect(recognition.goods.map(({ name, childLabor, forcedLabor }) => [name, childLabor, forcedLabor])).toEqual([['Brazil Nuts/Chestnuts', false, true]]);
    expect(told(recognition, 'goods.brazil_nuts_chestnuts.forced_child_labor').slice(0, 2)).toEqual(['value', true]);
    expect(told(recognition, 'goods.brazil_nuts_chestnuts.derived_country')[0]).toBe('not_applicable');
    expect([recognition.country?.iso3, recognition.year]).toEqual(['BOL', 2021]);
  });

  it('doubts a share above a hundred percent and a word where a number is asked for', () => {
    const { recognition } = ofCountry({
      Name: 'Malawi',
      Country_Statistics: { Children_Work_Statistics: { Agriculture: '0.5', Industry: '0.3', Total_Percentage_of_Working_Children: '2.84' } },
      Enforcements: { Labor_Inspectors: 'several' },
    });
    expect(valueOf(recognition, 'statistics.working_percent')?.confidence).toBeLessThan(0.5);
    expect(valueOf(recognition, 'enforcement.labor_inspectors')).toMatchObject({ value: 'several', confidence: 0.3 });
    expect(recognition.warnings[0]?.message).toContain('“Number of Labor Inspectors several”');
  });

  it('whose name is unknown is kept without one, and says so', () => {
    const { recognition } = ofCountry({ Name: 'Ruritania', Region: 'Europe' });
    expect(recognition.country).toBeNull();
    expect(recognition.warnings.map(({ message }) => message)).toEqual(['Annals does not know a country called “Ruritania”.']);
    expect(ofCountry({ Name: 'The Former Land of Ruritania', ISO3: 'kaz' }).recognition.country?.iso3).toBe('KAZ');
  });

  it('has the roles of the report’s sections, and each table the title of its section', () => {
    const { sections, tables } = ofCountry(country2017).recognition;
    expect(sections.map(({ role }) => role).filter((role) => role !== null)).toEqual(['assessment', 'prevalence', 'legal-framework', 'labor-enforcement', 'criminal-enforcement', 'suggested-actions']);
    expect(tables.map(({ title, columns }) => [title, columns.length])).toContainEqual(['Laws and Regulations on Child Labor', 5]);
  });
});

describe('a value', () => {
  it.each([
    ['1,548', 1548], ['79690.0', 79690], ['4E-3', 0.004], ['$3.25 million', 3_250_000], ['49, 363', 49363], ['.5', 0.5], ['30 million', 30e6],
    ['1,23', null], ['16/17', null], ['', null], ['.', null], ['12 inspectors', null],
  ])('%s is the number %s', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each([
    ['Unknown*', 'unknown'], ['N/A*†', 'not_applicable'], ['NA', 'not_applicable'], ['Not Applicable', 'not_applicable'], ['None', 'not_applicable'], ['MTC', 'unavailable'], ['Unclear', 'unknown'], ['', 'not_printed'], ['*', 'not_printed'],
  ])('%s is %s', (text, status) => {
    expect(readValue(text, 'count')).toMatchObject({ status, value: null });
  });
});

describe('anything else', () => {
  it('never throws, whatever document it is given', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 8 }), fc.constantFrom('heading', 'table-row', 'list-item', 'field', 'title'), (lines, kind) => {
        const drafts = lines.map((line): DraftBlock => (kind === 'table-row' ? rowDraft(line.split(' ').map((cell) => ({ text: cell }))) : { kind, level: 1, text: line }));
        const { text, blocks } = assemble(drafts);
        const { parsed } = ilabDatasetRecogniser.recognise({ name: 'x', parsed: { text, blocks, pages: [], properties: {}, warnings: [], leftOut: [] } });
        expect(parsed.text).toBe(text);
      }),
    );
  });
});

describe('the official files', () => {
  it.skipIf(!sharedPresent).each(['countries-2014', 'countries-2021', 'goods-2021'])('are read without a field left over: %s (needs ../shared)', async (name) => {
    const bytes = sharedBytes('corpus', 'ilab', `ilab-${name}.xml`);
    const { parts = [] } = (await perform({ kind: 'read-file', name: `ilab-${name}.xml`, bytes, as: null }, () => undefined)) as FileRead;
    expect(parts.length).toBeGreaterThan(70);
    expect(parts.filter(({ recognition }) => recognition.kind !== 'ilab-dataset' || recognition.country === null || recognition.year !== Number(name.slice(-4)))).toEqual([]);
    expect(parts.flatMap(({ parsed }) => parsed.warnings.filter(({ code }) => code === 'unknown-fields'))).toEqual([]);
    expect(parts.flatMap(unreadCells)).toEqual([]);
    expect(lostTexts(new TextDecoder().decode(bytes), parts)).toEqual([]);
    for (const { recognition } of parts) {
      const keys = recognition.observations.map(({ indicator, territory }) => `${indicator} ${territory ?? ''}`);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index), recognition.title).toEqual([]);
    }
  });
});
