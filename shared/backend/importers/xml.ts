// The official data files of the Labor Department's child labor reports: one XML file of a year with all countries, or all goods.
// Each country becomes a part of its own; other XML is left to the other importers.

import type { LeftOut, ParsedDocument, Warning } from '../../core/document.ts';
import type { Importer } from '../../core/format.ts';
import { UserError } from '../../core/user-error.ts';
import { beginningOf, looksLikeText } from './detect.ts';
import { decodeText } from './encoding.ts';
import { parsedDocument } from './parsed-document.ts';
import { countryPart, percentScale, type PartContent } from './xml/country-part.ts';
import { editionYears, type EditionYear } from './xml/edition-year.ts';
import { oneLine, readRecords, type XmlElement, type XmlRecords } from './xml/elements.ts';
import { RecordFields, type Field } from './xml/fields.ts';
import { goodsByCountry, goodsPart } from './xml/goods-part.ts';
import { rootOf } from './xml/root.ts';

const megabyte = 1024 * 1024;
/** The files of a year have two; a tree takes some ten times its text. */
const largestFile = 40 * megabyte;
/** Names of unknown fields that a warning tells; all of them stand in the text. */
const toldFields = 5;

export const xmlImporter: Importer = {
  id: 'xml',
  name: 'Official data file (XML)',
  extensions: ['xml'],
  accepts: ({ bytes, detected }) => {
    if ((detected && detected.ext !== 'xml') || !looksLikeText(bytes)) return 0;
    return /^(?:Countries|Goods)$/.test(rootOf(beginningOf(bytes, 64 * 1024)) ?? '') ? 0.95 : 0;
  },
  parse: async ({ name, bytes, onProgress }) => {
    if (bytes.length > largestFile) {
      throw new UserError('too-large', `The data file has ${Math.round(bytes.length / megabyte)} MB; Annals reads data files up to ${largestFile / megabyte} MB.`, 'Divide it into files of fewer countries.');
    }
    const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(beginningOf(bytes, 1024))?.[1] ?? null;
    const { text, warnings } = decodeText(bytes, declared);
    return parseXml(text, name, warnings, onProgress);
  },
};

/** The collection of an official data file's text; its own text is the list of its countries. */
export function parseXml(source: string, fileName: string, warnings: Warning[] = [], onProgress?: (done: number, total: number) => void): ParsedDocument {
  const read = readRecords(source.trimStart(), onProgress);
  const collection = read.root === 'Goods' ? goodsParts(read, fileName) : countryParts(read, fileName);
  const { parts, strangers } = collection;
  const [first] = parts;
  if (!first) throw new UserError('unreadable-file', 'The data file names no country.', 'Get a fresh copy; the download may have failed.');
  const beside: LeftOut[] = [...read.beside, ...strangers].map((left) => ({ ...left, page: null }));
  // No part of the file is the place of these; they are kept with its first country.
  first.parsed.leftOut.push(...beside);
  for (const { parsed } of parts) parsed.warnings.unshift(...warnings);
  const found = strangers.length === 0 ? [] : [{ code: 'entries-left-out', message: `${strangers.length === 1 ? 'One entry of the file names' : `${strangers.length} entries of the file name`} no country; what ${strangers.length === 1 ? 'it says' : 'they say'} was left out.` }];
  const year = collection.year === null ? '' : ` ${collection.year}`;
  const overview = parsedDocument(
    [{ kind: 'title', text: `Official data${year}: ${parts.length} ${parts.length === 1 ? 'country' : 'countries'}` }, ...parts.map(({ title }) => ({ kind: 'list-item' as const, level: 1, text: title }))],
    { properties: { 'data set': read.root === 'Goods' ? 'goods' : 'countries' }, warnings: [...warnings, ...found], leftOut: beside, source: '' },
  );
  return { ...overview, parts: parts.map(({ title, parsed }) => ({ name: `${title}.xml`, parsed })) };
}

type Part = { title: string; parsed: ParsedDocument };
type Collection = { parts: Part[]; year: number | null; strangers: { text: string; reason: string }[] };

function countryParts({ records }: XmlRecords, fileName: string): Collection {
  const isCountry = (record: XmlElement): boolean => record.name === 'Country' && nameOf(record) !== '';
  const countries = records.filter(isCountry);
  const descriptions = countries.map((record) => oneLine(new RecordFields(record).take('Description') ?? ''));
  const years = editionYears(descriptions, fileName);
  const scale = percentScale(countries);
  const parts = countries.map((record, index) => {
    const year = years[index] as EditionYear;
    const title = `${nameOf(record)}, official data${year.year === null ? '' : ` ${year.year}`}`;
    return partOf(title, countryPart(record, title, scale), 'countries', year);
  });
  const strangers = records.filter((record) => !isCountry(record)).map((record) => ({ text: textOf(record), reason: 'entry without the name of a country' }));
  return { parts, year: commonYear(years), strangers };
}

function goodsParts({ records }: XmlRecords, fileName: string): Collection {
  const { countries, placeless } = goodsByCountry(records.filter(({ name }) => name === 'Good'));
  const named = countries.filter(({ name }) => name !== '');
  const years = editionYears(named.map(() => ''), fileName);
  const parts = named.map((country, index) => {
    const year = years[index] as EditionYear;
    const title = `${country.name}, official list of goods${year.year === null ? '' : ` ${year.year}`}`;
    return partOf(title, goodsPart(country, title), 'goods', year);
  });
  const strangers = [...records.filter(({ name }) => name !== 'Good').map(textOf), ...placeless, ...countries.filter(({ name }) => name === '').map(({ goods }) => goods.map((good) => [...good.values()].join(' ')).join('; '))];
  return { parts, year: commonYear(years), strangers: strangers.map((text) => ({ text, reason: 'entry without the name of a country' })) };
}

function partOf(title: string, { writer, leftOut, further }: PartContent, set: 'countries' | 'goods', year: EditionYear): Part {
  const warnings = [year.warning, unknownFields(further)].filter((warning) => warning !== null);
  const properties: Record<string, string> = { title, 'data set': set, ...(year.year !== null && { year: String(year.year), 'year known from': year.source }) };
  return { title, parsed: parsedDocument(writer.drafts, { properties, warnings, leftOut, source: '' }) };
}

function unknownFields(further: Field[]): Warning | null {
  if (further.length === 0) return null;
  const names = [...new Set(further.map(({ path }) => path))];
  const more = names.length > toldFields ? ` and ${names.length - toldFields} more` : '';
  return { code: 'unknown-fields', message: `The file has fields that Annals does not know; they are kept under “Further fields”: ${names.slice(0, toldFields).join(', ')}${more}.` };
}

const nameOf = (record: XmlElement): string => new RecordFields(record).take('Name') ?? '';

/** All that an element says, in the order of the file. */
const textOf = (element: XmlElement): string => oneLine([...Object.values(element.attributes), element.text, ...element.children.map(textOf)].join(' '));

function commonYear(years: EditionYear[]): number | null {
  const all = new Set(years.map(({ year }) => year));
  return all.size === 1 ? ([...all][0] ?? null) : null;
}
