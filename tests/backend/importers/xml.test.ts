import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseImporter, importFile } from '../../../shared/backend/importers/index.ts';
import { parseXml } from '../../../shared/backend/importers/xml.ts';
import { UserError } from '../../../shared/core/user-error.ts';
import { countriesXml, country2014, country2017, type Fields, goodsXml, twoTerritories } from './xml-writing.ts';
import { patience } from '../../support/patience.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, name = 'data.xml') => importFile({ name, bytes: bytes(text) });
const refused = async (text: string | Uint8Array): Promise<UserError> => {
  const error: unknown = await importFile({ name: 'data.xml', bytes: typeof text === 'string' ? bytes(text) : text }).then(() => null, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
};
const plain = (text: string): string => text.replace(/\s+/g, ' ');

describe('an official data file', () => {
  it('becomes a part for each country, with the year that its assessments state', async () => {
    const { parts, text } = await read(countriesXml(country2017, { Name: 'Chad', Goods: '' }, twoTerritories), 'whatever 1999.xml');
    expect(parts?.map(({ name }) => name)).toEqual(['Uzbekistan, official data 2017.xml', 'Chad, official data 2017.xml', 'Iraq, official data 2017.xml']);
    expect(text.split('\n')[0]).toBe('Official data 2017: 3 countries');
    expect(parts?.map(({ parsed }) => parsed.warnings)).toEqual([[], [], []]);
  });

  it('reads as a person would lay it out: sections, tables of label and value, actions as a list', async () => {
    const { parts } = await read(countriesXml(country2014));
    expect(parts?.[0]?.parsed.text.split('\n')).toEqual([
      'Kazakhstan, official data 2014',
      'The country and its level',
      'Field\tValue',
      'Country\tKazakhstan',
      'Region\tAsia & Pacific',
      'ISO code of two letters\tKZ',
      'ISO code of three letters\tKAZ',
      'Level of advancement\tMinimal Advancement',
      'Assessment',
      'In 2014, the country did a little. Children still pick cotton.',
      'Goods on the lists of the Labor Department',
      'Good\tChild labor\tForced labor\tForced child labor',
      'Cotton\tYes\tNo\tNo',
      "Statistics on Children's Work and Education",
      'Indicator\tValue',
      'Working children, percent\t3.2',
      'Number of working children\t79690.0',
      'Working children, age\t5-14',
      'Working in agriculture, percent\t',
      'Working in industry, percent\t',
      'Working in services, percent\t',
      'Attending school, percent\t90.7',
      'Attending school, age\t5-14',
      'Attending school, year of the data\t2006.0',
      'Primary completion rate, percent\t102.2',
      'Primary completion rate, year of the data\t2013.0',
      'Ratification of International Conventions on Child Labor',
      'Convention\tRatified',
      'ILO C. 138, Minimum Age\tYes',
      'Palermo Protocol on Trafficking in Persons\tNo',
      'Laws and Regulations on Child Labor',
      'Standard\tYes/No\tAge',
      'Minimum Age for Work\tYes\t16.0',
      'Compulsory Education Age\t\tNone',
      'Suggested Government Actions to Eliminate Child Labor',
      'Laws',
      'Write the list of dangerous work.',
      'Years suggested: 2014',
      'Enforcement',
      'Visit the fields in the autumn.',
      'Years suggested: 2009 – 2012, 2014',
    ]);
  });

  it('keeps a line break after a sentence as a paragraph and takes any other for layout', async () => {
    const { parts } = await read(countriesXml(country2017));
    const parsed = parts?.[0]?.parsed;
    const told = parsed?.blocks.filter(({ role }) => role === 'assessment').map(({ start, end }) => parsed.text.slice(start, end));
    expect(told).toEqual(['In 2017, the country did something.', 'It also wrote a plan.']);
    expect(parsed?.text).toContain('\nSet the age at fifteen.\n');
  });

  it('of goods is turned around: the goods of each country', async () => {
    const listed = (country: string): Fields => ({ Country_Name: country, Country_Region: 'Somewhere', Child_Labor: 'Yes', Forced_Labor: 'No', Forced_Child_Labor: 'No' });
    const text = goodsXml(
      { Good_Name: 'Açaí', Good_Sector: 'Agriculture', Countries: { Country: [listed('Brazil')] } },
      { Good_Name: 'Bricks', Good_Sector: 'Manufacturing', Countries: { Country: [listed('Brazil'), listed('Chad')] } },
      { Good_Name: 'Tin', Good_Sector: 'Mining', Countries: '' },
    );
    const { parts, warnings } = await read(text, 'goods-2019.xml');
    expect(parts?.map(({ name }) => name)).toEqual(['Brazil, official list of goods 2019.xml', 'Chad, official list of goods 2019.xml']);
    expect(parts?.[0]?.parsed.text).toContain('Bricks\tManufacturing\tYes\tNo\tNo');
    expect(parts?.[0]?.parsed.warnings.map(({ code }) => code)).toEqual(['year-from-name']);
    expect(warnings.map(({ message }) => message)).toEqual(['One entry of the file names no country; what it says was left out.']);
    expect(parts?.[0]?.parsed.leftOut.map(({ text: left }) => left)).toEqual(['Tin, Mining']);
  });
});

describe('the year', () => {
  it('is the one that most assessments state; the other is told', async () => {
    const others = ['Chad', 'Mali', 'Benin', 'Togo'].map((Name) => ({ Name, Description: 'In 2017, little changed.' }));
    const { parts } = await read(countriesXml(...others, { Name: 'Ghana', Description: 'In 2016, little changed.' }));
    expect(parts?.[4]?.name).toBe('Ghana, official data 2017.xml');
    expect(parts?.[4]?.parsed.warnings[0]?.message).toBe('The assessment speaks of 2016, the rest of the file of 2017; the data were taken as those of 2017.');
  });

  it('is each country’s own in a file of several years', async () => {
    const told = (Name: string, year: number): Fields => ({ Name, Description: `In ${year}, little changed.` });
    const { parts } = await read(countriesXml(told('Chad', 2016), told('Chad', 2017), { Name: 'Mali' }));
    expect(parts?.map(({ name }) => name)).toEqual(['Chad, official data 2016.xml', 'Chad, official data 2017.xml', 'Mali, official data.xml']);
    expect(parts?.[2]?.parsed.warnings[0]?.code).toBe('year-not-recognised');
  });

  it.each([
    ['folder 2015/list-2018.xml', '2018', 'year-from-name'],
    ['2016-2018.xml', undefined, 'year-not-recognised'],
    ['data 120190.xml', undefined, 'year-not-recognised'],
  ])('is only hinted at by the name %s', async (name, year, code) => {
    const { parts } = await read(countriesXml({ Name: 'Chad' }), name);
    expect(parts?.[0]?.parsed.properties['year']).toBe(year);
    expect(parts?.[0]?.parsed.warnings.map((warning) => warning.code)).toEqual([code]);
  });
});

describe('what the file has and Annals does not know', () => {
  it('is kept and told: elements, attributes, text between elements, repeated fields', async () => {
    const text = countriesXml({ ...country2017, Harvest: { Weeks: '9', Crops: ['wheat', 'cotton'] }, Empty_One: '' })
      .replace('<Name>', 'stray words <Name lang="en">')
      .replace('</Mechanisms>', '</Mechanisms><Region>Elsewhere</Region><!-- a remark -->');
    const { parts } = await read(text);
    const parsed = parts?.[0]?.parsed;
    for (const row of ['Country\tstray words', 'Name lang\ten', 'Harvest/Weeks\t9', 'Harvest/Crops\twheat', 'Harvest/Crops\tcotton', 'Empty_One\t', 'Region\tElsewhere']) expect(parsed?.text.split('\n')).toContain(row);
    expect(parsed?.warnings.map(({ code }) => code)).toEqual(['unknown-fields']);
    expect(parsed?.warnings[0]?.message).toContain('Harvest/Weeks');
    expect(parsed?.leftOut).toEqual([{ text: 'a remark', reason: 'comment', page: null }]);
  });

  it('is kept for territories without names: each value has its own row', async () => {
    const text = countriesXml({ Name: 'Pakistan', Description: 'In 2018, …', Country_Statistics: { UNESCO_Primary_Completion_Rate: { Rate: ['0.7', '0.8'] } }, Conventions: { C_138_Ratified: ['Yes', 'Yes'] } });
    const { parts } = await read(text);
    expect(parts?.[0]?.parsed.text).toContain('Indicator\tTerritory\tValue\nPrimary completion rate, as a fraction\tNot named (1 of 2)\t0.7\nPrimary completion rate, as a fraction\tNot named (2 of 2)\t0.8');
    expect(parts?.[0]?.parsed.text).toContain('ILO C. 138, Minimum Age\tYes');
    expect(parts?.[0]?.parsed.leftOut[0]?.reason).toBe('repeats the value before it');
  });

  it('never loses a text of any tree', () => {
    const word = fc.stringMatching(/^[a-zа-я一-龥0-9 &<"'’-]{0,12}$/u);
    const name = fc.constantFrom('Name', 'Region', 'Goods', 'Good', 'Good_Name', 'Child_Labor', 'Country_Statistics', 'Conventions', 'C_138_Ratified', 'Legal_Standards', 'Minimum_Work', 'Territory', 'Territory_Name', 'Standard', 'Enforcements', 'Labor_Inspectors', 'Suggested_Actions', 'Laws', 'Action', 'Years', 'Description', 'ILAB_Projects', 'Project', 'Other');
    const { tree } = fc.letrec<{ tree: Fields }>((tie) => ({ tree: fc.dictionary(name, fc.oneof({ depthSize: 'small' }, word, fc.array(word, { maxLength: 3 }), tie('tree'), fc.array(tie('tree'), { maxLength: 3 })), { maxKeys: 5 }) }));
    const texts = (value: Fields[string]): string[] => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap((one) => texts(one)) : Object.values(value).flatMap(texts));
    fc.assert(
      fc.property(tree, (fields) => {
        const country = { ...fields, Name: 'Chad' };
        const { parts = [] } = parseXml(countriesXml(country), 'data 2018.xml');
        const kept = parts.map(({ parsed }) => [parsed.text, ...parsed.leftOut.map(({ text }) => text)].join('\n')).join('\n');
        for (const text of texts(country)) expect(plain(kept)).toContain(plain(text).trim());
        for (const { parsed } of parts) expect(parsed.blocks.map(({ start, end }) => parsed.text.slice(start, end)).join('\n')).toBe(parsed.text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a bad file', () => {
  it('that breaks off is refused with the place, wherever it is cut', async () => {
    const whole = countriesXml(country2014, country2017);
    expect((await refused(whole.slice(0, whole.indexOf('<Mechanisms>')))).message).toMatch(/^The file breaks off in line \d+, in the entry “Uzbekistan”, after 1 whole entry\. Nothing was taken from it\.$/);
    for (let length = '<?xml version="1.0" encoding="UTF-8"?>\n<Countries>'.length; length < whole.trimEnd().length; length += 37) expect((await refused(whole.slice(0, length))).message).toMatch(/^[A-Z].*\.$/);
  });

  it('that defines entities which explode is refused at once, and nothing outside is read', async () => {
    const levels = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE Countries [<!ENTITY e0 "ha">${levels}]><Countries><Country><Name>&e12;</Name></Country></Countries>`;
    const started = performance.now();
    expect((await refused(bomb)).message).toBe('The file uses &e12; in line 1, which XML itself does not know; Annals expands no entities that a file defines.');
    expect(performance.now() - started).toBeLessThan(patience);
    const outside = '<!DOCTYPE Countries [<!ENTITY x SYSTEM "file:///etc/hostname">]><Countries><Country><Name>Chad</Name><Region>&x;</Region></Country></Countries>';
    expect((await refused(outside)).message).toContain('&x;');
  });

  it.each([
    ['a tag that is closed by another', '<Countries><Country><Name>Chad</Region></Country></Countries>', 'not well-formed'],
    ['a bare ampersand', '<Countries>\n<Country><Name>Chad & Mali</Name></Country></Countries>', 'in line 2: a bare “&” must be written “&amp;”'],
    ['two roots', '<Countries><Country><Name>Chad</Name></Country></Countries><Countries/>', 'not well-formed'],
    ['no country', '<Countries></Countries>', 'names no country'],
    ['countries without names', '<Countries><Country><Region>West</Region></Country></Countries>', 'names no country'],
    ['a nest', `<Countries>${'<a>'.repeat(5000)}`, 'nests its elements'],
    ['a list without end', `<Countries>${'<Country/>'.repeat(20_001)}</Countries>`, 'more than 20,000 entries'],
  ])('with %s is refused in a sentence', async (_, text, words) => {
    const error = await refused(text);
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/^[A-Z].+\.$/s);
  });

  it('of a hundred megabytes is refused before it is read', async () => {
    const huge = new Uint8Array(100 * 1024 * 1024).fill(0x20);
    huge.set(bytes('<Countries><Country><Name>Chad</Name>'));
    const error = await refused(huge);
    expect([error.code, error.message]).toEqual(['too-large', 'The data file has 100 MB; Annals reads data files up to 40 MB.']);
  });

  it('in another encoding than it declares is read, and the guess is told', async () => {
    const text = countriesXml({ Name: 'Côte d’Ivoire', Description: 'In 2018, the children of Côte d’Ivoire went to school in Yamoussoukro.' });
    const western = new Uint8Array([...text].map((letter) => ({ 'ô': 0xf4, '’': 0x92 })[letter] ?? letter.charCodeAt(0)));
    const { parts } = await importFile({ name: 'x.xml', bytes: western });
    expect(parts?.[0]?.name).toBe('Côte d’Ivoire, official data 2018.xml');
    expect(parts?.[0]?.parsed.warnings.map(({ code }) => code)).toEqual(['encoding-guessed']);
    const wide = new Uint8Array(Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
    expect((await importFile({ name: 'x.xml', bytes: wide })).parts?.[0]?.parsed.warnings).toEqual([]);
  });
});

describe('other files', () => {
  it.each([
    ['<?xml version="1.0"?><library><book/></library>', false],
    ['<html><body><Countries></Countries></body></html>', false],
    ['We saw <Countries> in the text.', false],
    [`<?xml version="1.0"?><!-- ${'a '.repeat(4000)}--><!DOCTYPE Goods [<!ENTITY a "]>">]><Goods/>`, true],
    ['<!-- cut', false],
    [`${'<!-- a -->'.repeat(5000)}<Goods>`, true],
  ])('are left to the other importers (%#)', async (text, isOfficial) => {
    expect((await chooseImporter({ name: 'file.xml', bytes: bytes(text) })).id === 'xml').toBe(isOfficial);
  });
});
