// The country finder over Annals' own table, shared by the recognisers.

import table from '../../../resources/countries.json' with { type: 'json' };
import { countryFinder } from '../../core/country.ts';

export const countries = countryFinder(table);

/** For a field in which a country is chosen. */
export const countryNames = table.countries.map(({ iso3, name }) => ({ iso3, name })).sort((left, right) => left.name.localeCompare(right.name, 'en'));
