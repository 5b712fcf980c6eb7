// What a document of no known kind says of itself beside title and date, for its card: heads of a mail, subject and keywords of a
// file, its numbers and symbols, what its tables hold. Each with its place when the text says it.

import type { ParsedDocument } from '../../../core/document.ts';
import type { Recognition } from '../../../core/recognition.ts';
import { headOf } from './said.ts';

type Fact = Recognition['facts'][number];

const properties: [string, string][] = [
  ['subject', 'Subject'],
  ['description', 'Description'],
  ['keywords', 'Keywords'],
  ['category', 'Category'],
  ['address', 'Address'],
];

/** Numbers by which documents are cited, wherever they stand at the head. */
const numbers: [string, RegExp][] = [
  ['Symbol', /(?<![\p{L}\d/])(?:A|E|S|CRC|CCPR|CEDAW|CERD|CAT|CMW|HRI|DP|ST|TD)\/(?:[A-Z0-9.]+\/){0,5}[A-Z0-9.-]*\d+[A-Z0-9.-]*(?:\/(?:Add|Rev|Corr)\.\d+)?/u],
  ['ISBN', /ISBN(?:-1[03])?:?\s*[\d-]{9,16}[\dX]/u],
  ['ISSN', /ISSN:?\s*\d{4}-\d{3}[\dX]/u],
  ['DOI', /\b10\.\d{4,9}\/[^\s"<>]+/u],
  ['Number', /(?:Law|Act|Decree|Loi|Décret|Ley|Decreto|Lei|Закон|Указ|Постановление|قانون|مرسوم)\s+(?:(?:No\.?|N°|Nº|nº|n°|№|رقم)\s*[\d.]+(?:[-/]\d+)*)/u],
];

/** The heads of a mail that tell who wrote to whom; a mail's own fields stand at its beginning. */
const mailHead = /^(From|To|Cc|Attachments):\s*(.+)$/su;

export function factsOf(document: ParsedDocument): Fact[] {
  return [...mailHeads(document), ...numbersOf(document), ...stated(document)];
}

function mailHeads(document: ParsedDocument): Fact[] {
  return headOf(document).flatMap((block): Fact[] => {
    if (block.kind !== 'field') return [];
    const found = mailHead.exec(document.text.slice(block.start, block.end));
    const [, label = '', value = ''] = found ?? [];
    return found ? [{ label, value, start: block.end - value.length, end: block.end }] : [];
  });
}

function numbersOf(document: ParsedDocument): Fact[] {
  const end = headOf(document).at(-1)?.end ?? 0;
  const head = document.text.slice(0, end);
  return numbers.flatMap(([label, pattern]): Fact[] => {
    const found = pattern.exec(head);
    return found ? [{ label, value: found[0].replace(/\s+/g, ' '), start: found.index, end: found.index + found[0].length }] : [];
  });
}

function stated({ properties: own }: ParsedDocument): Fact[] {
  return properties.flatMap(([name, label]): Fact[] => {
    const value = own[name]?.trim();
    return value ? [{ label, value, start: null, end: null }] : [];
  });
}
