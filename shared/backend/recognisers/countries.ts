// The country finder over Annals' own table, shared by the recognisers.

import table from '../../../resources/countries.json' with { type: 'json' };
import { countryFinder } from '../../core/country.ts';

export const countries = countryFinder(table);

const squeezed = (text: string): string => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const bySqueezedName = new Map(table.countries.flatMap(({ iso3, name, aliases }) => [name, ...aliases].map((spelling): [string, { iso3: string; name: string }] => [squeezed(spelling), { iso3, name }])));

/**
 * The country that a title names: also with a remark in brackets ("Eswatini (formerly Swaziland)", "Turkey (Türkiye)") and where the page lost the spaces
 * between its words. Null when there is none.
 */
export function countryOfTitle(title: string): { iso3: string; name: string } | null {
  const bare = title.replace(/\([^()]*\)/gu, ' ').replace(/\s+/gu, ' ').trim();
  return countries.byName(title) ?? countries.byName(bare) ?? bySqueezedName.get(squeezed(bare)) ?? null;
}

/** For a field in which a country is chosen. */
export const countryNames = table.countries.map(({ iso3, name }) => ({ iso3, name })).sort((left, right) => left.name.localeCompare(right.name, 'en'));
