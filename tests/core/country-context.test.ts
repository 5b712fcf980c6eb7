// Names of countries that mean something else where they stand, adjectives, old names, and what scanning makes of names.

import { describe, expect, it } from 'vitest';
import table from '../../resources/countries.json' with { type: 'json' };
import { countryFinder } from '../../shared/core/country.ts';

const finder = countryFinder(table);
const codes = (text: string) => finder.spokenOf(text).map(({ iso3 }) => iso3);

describe('a name that is not the country', () => {
  it.each([
    ['a person', 'Michael B. Jordan spoke. Mr. Jordan left. Jordan Smith stayed. Ms. Chad and Chad Brown came; Vernon Jordan did not.'],
    ['a state of the United States', 'Atlanta, Georgia. Georgia and Florida agreed. Georgia, Alabama and Texas too. The University of Georgia. Georgia Department of Labor.'],
    ['a place in such a state', 'Lebanon, Pennsylvania and Peru, Indiana'],
    ['a bird', 'Turkey breast is dear. Chicken and Turkey are sold by weight.'],
    ['a part of another country', 'Niger State, the Niger Delta, Benin City, Northern Territory, New Guinea'],
    ['an undecided one', 'Congo. Korea. Congolese law, the Korean government, Dominican courts'],
  ])('%s', (_what, text) => {
    expect(codes(text).filter((iso3) => iso3 !== 'USA')).toEqual([]);
  });

  it.each([
    ['in Amman, Jordan; Jordan ratified it', ['JOR', 'JOR']],
    ['Tbilisi, Georgia. Georgia, Armenia and Azerbaijan', ['GEO', 'GEO', 'ARM', 'AZE']],
    ['Turkey and Syria', ['TUR', 'SYR']],
    ['President of Chad', ['TCD']],
    ['Niger and Nigeria; Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea', ['NER', 'NGA', 'GIN', 'GNB', 'GNQ', 'PNG']],
    ['Dominica and the Dominican Republic', ['DMA', 'DOM']],
  ])('%s is', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe('adjectives', () => {
  it('count where they speak of the state, and not of a people, a language or a thing', () => {
    expect(codes('the Kazakh government, Ghanaian law, South Korean officials, the Burmese Ministry of Labour, Nigerien and Nigerian police')).toEqual(['KAZ', 'GHA', 'KOR', 'MMR', 'NGA']);
    expect(codes('a Kazakh song, Turkish coffee, Indian summer, Brazilian children, Polish workers')).toEqual([]);
    expect(finder.inText('the Kazakh government')).toEqual([]);
  });
});

describe('old names and misread ones', () => {
  it.each([
    ['Burma', 'MMR'], ['Zaire', 'COD'], ['Upper Volta', 'BFA'], ['Dahomey', 'BEN'], ['Rhodesia', 'ZWE'], ['Swaziland', 'SWZ'], ['Ceylon', 'LKA'], ['Siam', 'THA'],
    ['Congo (DRC)', 'COD'], ['RDC', 'COD'], ['Congo, Democratic Republic of the (DRC)', 'COD'], ['Republic of Congo', 'COG'], ['Korea (South)', 'KOR'],
    ["Cote d'lvoire", 'CIV'], ["C6te d'Ivoire", 'CIV'], ['Côte dIvoire', 'CIV'], ['lndia', 'IND'], ['1raq', 'IRQ'], ['Carneroon', 'CMR'], ['Ma1i', 'MLI'], ['Myanrnar', 'MMR'],
    ['Кыргызской Республики', 'KGZ'], ['المملكة المغربية', 'MAR'], ['República Federativa do Brasil', 'BRA'],
  ])('%s', (name, iso3) => {
    const found = finder.inText(name);
    expect(found.map((mention) => [mention.iso3, mention.start, mention.end])).toEqual([[iso3, 0, name.length]]);
  });

  it('do not make countries of words', () => {
    expect(codes('last lndustry, 1ron, land and lion; inmates and rnali')).toEqual([]);
  });
});
