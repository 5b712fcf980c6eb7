// Agencies, coordinating bodies, policies and programs, from the tables of two columns that name and describe them: with the years in the name and
// what the report says of their year.

import type { ParsedDocument } from '../../../core/document.ts';
import type { Institution, InstitutionKind, PrintedMark, YearRemark } from '../../../core/recognition.ts';
import { sentences } from '../../../core/sentence.ts';
import { withoutCitations } from './cells.ts';
import { marksIn, withoutSigns } from './printed-marks.ts';
import type { ReportCell, ReportTable, TableRole } from './report-tables.ts';
import { remarkOfNote, remarkOfSentence } from './year-remarks.ts';

const kinds: Partial<Record<TableRole, InstitutionKind>> = { agencies: 'agency', coordination: 'body', policies: 'policy', programs: 'program' };

const years = String.raw`(?:19|20)\d\d`;
const month = String.raw`(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?:\d{1,2},\s*)?)?`;
const span = String.raw`${month}${years}(?:\s*(?:[-–—/]|to)\s*(?:${month}${years}|\d\d|present|ongoing)?)?`;
/** "(2012–2014)", "(2018 – present)", "(2010)", "(FY 2015–2016)", "(August 2014–July 2015)" in a name. */
const period = new RegExp(String.raw`[\s,]*\(\s*(?:FY\s*)?(${span}(?:\s*[,;]\s*${span})*)\s*\)`, 'iu');
/** The same without brackets at the end of a name: "National Plan 2020–2022"; a single year there is part of the name. */
const openPeriod = new RegExp(String.raw`[\s,]+(?:for\s+)?(${years}\s*[-–—]\s*${years})$`, 'u');
const brackets = /[([]\s*([^()[\]]{2,40}?)\s*[)\]]/gu;

/** A bracket with capitals, "(PETI)", "(CNLTdP)", or with words of the name itself, "(National Commission)"; other brackets translate the name. */
function shortNameIn(name: string): string | null {
  for (const { 1: inner = '', index } of name.matchAll(brackets)) {
    const before = name.slice(0, index).toLowerCase();
    const isAcronym = !/\s/u.test(inner) && (inner.match(/\p{Lu}/gu) ?? []).length > 1;
    if (isAcronym || inner.toLowerCase().split(/\s+/u).every((word) => before.split(/[\s,]+/u).includes(word))) return inner;
  }
  return null;
}

const clean = (text: string): string => withoutSigns(withoutCitations(text));

type Named = Pick<Institution, 'name' | 'shortName' | 'years' | 'firstYear' | 'lastYear'>;

/** A printed name in its parts. */
export function readName(printed: string): Named {
  const text = clean(printed);
  const found = period.exec(text) ?? openPeriod.exec(text);
  const name = found === null ? text : `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`;
  const shown = found?.[1]?.replace(/\s*[-–—]\s*/gu, '–') ?? null;
  const numbers = (shown?.match(new RegExp(years, 'gu')) ?? []).map(Number);
  const short = /–(\d\d)$/u.exec(shown ?? '')?.[1];
  const first = numbers[0] ?? null;
  const isOpen = shown !== null && /–(?:present|ongoing)?$/iu.test(shown);
  const last = isOpen ? null : short !== undefined && first !== null && numbers.length === 1 ? Math.floor(first / 100) * 100 + Number(short) : (numbers.at(-1) ?? null);
  return { name: name.replace(/\s+/gu, ' ').trim(), shortName: shortNameIn(name), years: shown, firstYear: first, lastYear: last };
}

/** The sentences of the description that speak of a year of the institution. */
function remarksIn(document: ParsedDocument, description: ReportCell, reportYear: number | null): YearRemark[] {
  const printed = document.text.slice(description.start, description.end);
  return sentences(printed).flatMap(({ start, end }): YearRemark[] => {
    const text = withoutCitations(printed.slice(start, end));
    const remark = remarkOfSentence(text, reportYear);
    return remark === null ? [] : [{ ...remark, text, start: description.start + start, end: description.start + end }];
  });
}

function remarksOf(document: ParsedDocument, marks: readonly PrintedMark[], description: ReportCell | null, reportYear: number | null): YearRemark[] {
  const noted = marks.flatMap(({ note, start, end }): YearRemark[] => {
    if (note === null) return [];
    const text = withoutCitations(note);
    return [{ ...remarkOfNote(text, reportYear), text, start, end }];
  });
  return description === null ? noted : [...noted, ...remarksIn(document, description, reportYear)];
}

/** Whether a row goes on with the one before it, over a page break: it has no name, or its name begins in the middle. */
function goesOn(name: string, before: Institution | undefined, description: string): boolean {
  if (before === undefined) return false;
  return name === '' || (/^[\p{Ll}(]/u.test(name) && /^[\p{Ll}(,;]/u.test(description));
}

export function readInstitutions(document: ParsedDocument, table: ReportTable, reportYear: number | null): Institution[] {
  const kind = table.role === null ? undefined : kinds[table.role];
  if (kind === undefined) return [];
  const institutions: Institution[] = [];
  for (const { cells, page, block } of table.rows) {
    const named = cells[0] ?? null;
    const described = cells.findLast((cell) => cell !== null && cell !== named && cell.text.trim() !== '') ?? null;
    const name = clean(named?.text ?? '');
    const description = clean(described?.text ?? '');
    const last = institutions.at(-1);
    if (last !== undefined && goesOn(name, last, description)) {
      if (described === null) continue;
      last.name = [last.name, name].filter((part) => part !== '').join(' ');
      last.description = [last.description, description].filter((part) => part !== '').join(' ');
      last.remarks.push(...remarksIn(document, described, reportYear));
      last.end = described.end;
      continue;
    }
    // A row that spans the table is a heading in it ("Federal agencies").
    if (named === null || name === '' || (described === null && block.cells.length === 1)) continue;
    const marks = marksIn(document, table, named);
    institutions.push({ kind, ...readName(named.text), description, remarks: remarksOf(document, marks, described, reportYear), marks, page, start: named.start, end: described?.end ?? named.end });
  }
  return institutions;
}
