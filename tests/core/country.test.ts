// Countries by every name analysts' sources use for them, and never by a word that only looks like one.

import { describe, expect, it } from 'vitest';
import { countryFinder } from '../../shared/core/country.ts';
import table from '../../resources/countries.json' with { type: 'json' };
import { patience } from '../support/patience.ts';

const finder = countryFinder(table);
const codes = (text: string) => finder.inText(text).map(({ iso3 }) => iso3);

describe('the country table', () => {
  it('has every ISO country once, and Kosovo', () => {
    expect(new Set(table.countries.map(({ iso3 }) => iso3)).size).toBe(250);
    expect(finder.byIso3('XKX')?.name).toBe('Kosovo');
    expect(finder.byIso3('xkk')?.iso3).toBe('XKX');
    expect(finder.byIso3('kaz')?.name).toBe('Kazakhstan');
    expect(finder.byIso3('ZZZ')).toBeNull();
  });

  it('finds each of its own names again, in capitals too', () => {
    for (const { iso3, name } of table.countries) {
      expect(finder.byName(name)?.iso3).toBe(iso3);
      expect(finder.byName(name.toUpperCase())?.iso3).toBe(iso3);
    }
  });

  it.each([
    ['Burma', 'MMR'],
    ['Cabo Verde', 'CPV'],
    ['Cape Verde', 'CPV'],
    ['Côte d’Ivoire', 'CIV'],
    ["Cote d'lvoire", 'CIV'],
    ["Co\u0302te d'Ivoire", 'CIV'],
    ['Gambia, The', 'GMB'],
    ['Congo, Democratic Republic of the', 'COD'],
    ['Congo, Republic of the', 'COG'],
    ['Swaziland', 'SWZ'],
    ['Eswatini', 'SWZ'],
    ['Turkey', 'TUR'],
    ['Türkiye', 'TUR'],
    ['Turkey (Türkiye)', 'TUR'],
    ['Macedonia', 'MKD'],
    ['Laos', 'LAO'],
    ['Micronesia', 'FSM'],
    ['West Bank & Gaza Strip', 'PSE'],
    ['West Bank and the Gaza Strip', 'PSE'],
    ['KYRGYZ REPUBLIC', 'KGZ'],
    ['São Tomé and Príncipe', 'STP'],
    ['Saint Helena, Ascension, and Tristan da Cunha', 'SHN'],
    ['Falkland Islands (Islas Malvinas)', 'FLK'],
    ['Казахстан', 'KAZ'],
    ['哈萨克斯坦', 'KAZ'],
    ['Kasachstan', 'KAZ'],
  ])('knows %s', (name, iso3) => {
    expect(finder.byName(name)?.iso3).toBe(iso3);
  });

  it('leaves what is not clear undecided', () => {
    expect(finder.byName('Congo')).toBeNull();
    expect(finder.byName('Korea')).toBeNull();
    expect(finder.byName('')).toBeNull();
    expect(finder.byName('__proto__')).toBeNull();
  });
});

describe('countries in text', () => {
  it('gives the place of each mention', () => {
    const text = 'From Ghana to Côte d’Ivoire.';
    expect(finder.inText(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Ghana', 'Côte d’Ivoire']);
  });

  it('lets the longest name win', () => {
    expect(codes('Papua New Guinea, Equatorial Guinea, Guinea-Bissau and Guinea')).toEqual(['PNG', 'GNQ', 'GNB', 'GIN']);
    expect(codes('the Dominican Republic and Dominica')).toEqual(['DOM', 'DMA']);
    expect(codes('Niger and Nigeria; Nigerian and Nigerien')).toEqual(['NER', 'NGA']);
    expect(codes('the Democratic Republic of the Congo and the Republic of the Congo')).toEqual(['COD', 'COG']);
    expect(codes('South Sudan and Sudan, North Korea and South Korea')).toEqual(['SSD', 'SDN', 'PRK', 'KOR']);
    expect(codes('South Georgia and the South Sandwich Islands; Georgia')).toEqual(['SGS', 'GEO']);
  });

  it('does not take words and other places for countries', () => {
    expect(codes('a turkey, a guinea fowl, china plates, a jersey; chad and niger')).toEqual([]);
    expect(codes('New Mexico, Niger Delta, Gulf of Guinea, Lake Chad, the Jordan River, the Congo')).toEqual([]);
    expect(codes('Give it to us. Us too. Omanis, Malian, Indiana, Chadwick')).toEqual([]);
    expect(codes('the U.S. Department of Labor')).toEqual([]);
  });

  it('reads capitals, line ends, possessives and hyphens', () => {
    expect(codes("KAZAKHSTAN: UPDATE. Kazakhstan's law. The Kyrgyz\nRepublic; Timor–Leste, US–UK")).toEqual(['KAZ', 'KAZ', 'KGZ', 'TLS', 'USA', 'GBR']);
  });

  it('reads other scripts with their endings and prefixes', () => {
    expect(codes('Правительство Казахстана и Узбекистан; в России')).toEqual(['KAZ', 'UZB', 'RUS']);
    expect(codes('في أوزبكستان وكازاخستان')).toEqual(['UZB', 'KAZ']);
    expect(codes('报告涉及哈萨克斯坦和中国的儿童')).toEqual(['KAZ', 'CHN']);
  });

  it('is quick on long and on hostile text', () => {
    const before = performance.now();
    expect(finder.inText('Children in Ghana and Brazil work in fields. '.repeat(20_000))).toHaveLength(40_000);
    finder.inText('Congo, Democratic Republic of '.repeat(20_000));
    finder.inText(`Guinea${' '.repeat(500_000)}Bissau`);
    expect(performance.now() - before).toBeLessThan(patience);
  });
});
