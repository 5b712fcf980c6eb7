// A country, or a territory of one, as a row of the grid and the ranking. No screen.

import type { CountryRow } from '../../../../shared/core/country-ranking.ts';
import type { IndicatorMatrix } from '../../../../shared/core/indicator.ts';

export type CountryEntry = { id: string; name: string; region: string | null; row: CountryRow; /** What the search looks through, in small letters. */ text: string };

export function entriesOf(matrix: IndicatorMatrix, regions: ReadonlyMap<string, string>): CountryEntry[] {
  return matrix.rows.map((row) => {
    const name = row.territory ? `${row.countryName}, ${row.territory}` : row.countryName;
    const region = regions.get(row.country) ?? null;
    return { id: [row.country, row.territory ?? ''].join(' ').trim(), name, region, row, text: `${name} ${row.country} ${region ?? ''}`.toLocaleLowerCase('en') };
  });
}
