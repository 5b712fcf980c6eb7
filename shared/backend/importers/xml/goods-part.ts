// An official goods file turned around: it lists the countries of each good; a part lists the goods of one country.

import dataset from '../../../../resources/ilab/dataset.json' with { type: 'json' };
import { goodTable, type PartContent } from './country-part.ts';
import type { XmlElement } from './elements.ts';
import { type Field, RecordFields } from './fields.ts';
import { PartWriter } from './tables.ts';

/** In a goods file the fields of a country have names of their own. */
const countryFields = dataset.country.flatMap(({ path, label }) => (path === 'Webpage' ? [] : [{ path: path === 'Name' ? 'Country_Name' : `Country_${path}`, label }]));
const empty = new Set(['Countries']);

export type CountryGoods = { name: string; iso3: string; country: Map<string, string>; goods: Map<string, string | null>[]; further: Field[] };

/** The goods of each country in the order of the file, and the goods for which the file names no country. */
export function goodsByCountry(records: XmlElement[]): { countries: CountryGoods[]; placeless: string[] } {
  const countries = new Map<string, CountryGoods>();
  const placeless: string[] = [];
  for (const record of records) {
    const fields = new RecordFields(record);
    const goodName = fields.take('Good_Name');
    const sector = fields.take('Good_Sector');
    const listed = (fields.find('Countries')?.children ?? []).filter(({ name }) => name === 'Country');
    const own = listed.map((element) => {
      const name = fields.take('Country_Name', element) ?? '';
      const country = countries.get(name) ?? { name, iso3: '', country: new Map<string, string>(), goods: [], further: [] };
      countries.set(name, country);
      for (const { path, label } of countryFields) {
        const value = fields.take(path, element);
        if (value !== null && !country.country.has(label)) country.country.set(label, value);
        if (path === 'Country_ISO3' && value) country.iso3 = value;
      }
      const good = new Map(dataset.goods.map(({ path }) => [path, fields.take(path, element)]));
      country.goods.push(good.set('Good_Name', goodName).set('Good_Sector', sector));
      return country;
    });
    const further = fields.further(empty).map(({ path, text }) => ({ path: `${goodName ?? ''}: ${path}`, text }));
    for (const country of new Set(own)) country.further.push(...further);
    if (own.length === 0) placeless.push([goodName ?? '', sector ?? '', ...further.map(({ path, text }) => `${path} ${text}`)].filter((text) => text !== '').join(', '));
  }
  return { countries: [...countries.values()], placeless };
}

export function goodsPart({ country, goods, further }: CountryGoods, title: string): PartContent {
  const writer = new PartWriter();
  writer.title(title);
  writer.table('country', ['Field', 'Value'], [...country].map(([label, value]) => [label, value]));
  writer.table('goods', ...goodTable(goods));
  writer.further(further);
  return { writer, leftOut: [], further };
}
