// What every part of a comparison that speaks of the whole country gets: the country, and what the address says.

export type CountryPartProps = { country: string; countryName: string; documentIds: string[]; /** Years of the editions chosen above, and of all the country has. */ chosenYears: { chosen: readonly number[]; all: readonly number[] }; section: string | null; row: string | null; /** Id of the saved comparison that is shown. */ saved: string | null };
