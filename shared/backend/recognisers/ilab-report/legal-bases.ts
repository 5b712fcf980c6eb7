// The legislation printed beside each legal standard: the laws one by one, and which article of each.

import type { CitedLaw } from '../../../core/recognition.ts';
import type { ReportCell } from './report-tables.ts';

const place = String.raw`(?:[Aa]rt(?:icle|\.)?s?|[Ss]ec(?:tion|\.)?s?|§+|Chapters?|Rules?|Regulations?|Orders?|Schedules?|Clauses?|Paragraphs?|Parts?|Titles?|Annex(?:es)?|Notes?|Principles?|Points?|Appendix|Items?)`;
/** "Articles 7, 11–14 and 26 of the Act": a kind of place, its number, and behind "of" the law. */
const provision = new RegExp(String.raw`^((?:${place}\s+(?:No\.\s*)?(?:\d|[IVXL]+\b|[A-Z]\b).*?))\s+(?:of|in|from|under)\s+(?:the\s+)?(?=["“‘]?[\p{Lu}\p{N}])(.+)$`, 'u');
/** Where one law ends and the next begins: a semicolon, but not one between numbers ("Sections 1; 3 of the Act"), or a comma before another place. */
const between = new RegExp(String.raw`;\s*(?:and\s+)?(?!\s*\d)|(?<=\p{Ll}|\)),\s*(?:and\s+)?(?=${place}\s+\d)|(?<=\p{Ll}|\))\s+and\s+(?=${place}\s+\d+[^;]*\sof\s)`, 'u');

/** Reference numbers end a text or a part of it; "Article 38.1(2) of the Act" is a place. */
const citations = /(?<!\d)\s*\(\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*[\s,;]*\)(?=\s*(?:[;,.]|$))/gu;
const signs = /[*†‡§¶]/gu;

/** The text with reference numbers and signs blanked, so that no offset moves. */
const blanked = (text: string): string => text.replace(citations, (found) => ' '.repeat(found.length)).replace(signs, ' ');

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').replace(/\s+([;,.])/gu, '$1').trim();

/** The text of a cell of legislation without reference numbers and signs. */
export const legislationText = (cell: ReportCell): string => oneLine(blanked(cell.text));

/** The laws of a cell in order. Offsets are into the document. A text that names no place is a law as a whole. */
export function citedLaws(cell: ReportCell): CitedLaw[] {
  const laws: CitedLaw[] = [];
  const text = blanked(cell.text);
  let from = 0;
  for (const piece of text.split(between)) {
    const at = text.indexOf(piece, from);
    from = at + piece.length;
    const printed = oneLine(piece);
    if (printed === '' || /^(?:n\/a|none|not applicable|unknown|-+|–)$/iu.test(printed)) continue;
    const lead = piece.length - piece.trimStart().length;
    const found = provision.exec(printed);
    laws.push({ start: cell.start + at + lead, end: cell.start + at + piece.trimEnd().length, provision: found?.[1]?.trim() ?? null, law: (found?.[2] ?? printed).trim() });
  }
  return laws;
}
