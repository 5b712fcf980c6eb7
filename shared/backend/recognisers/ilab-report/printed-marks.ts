// Footnote signs set to words of a cell ("leather,† glass† and matches"): each with its words and the note it points to.

import type { ParsedDocument } from '../../../core/document.ts';
import type { PrintedMark } from '../../../core/recognition.ts';
import { noteFor, type ReportCell, type ReportTable } from './report-tables.ts';

const signs = /[*†‡§¶]+/gu;
/** Where the words of a sign begin at the latest: after punctuation, a bracket or a joining word. */
const boundary = /^[\s\S]*(?:[,;:.()[\]*†‡§¶]|\b(?:and|or|including|such as|as well as|on|for)\b)\s*/iu;

/** The marks of a cell in order; several signs in one place are several marks. */
export function marksIn(document: ParsedDocument, table: ReportTable, cell: ReportCell): PrintedMark[] {
  const marks: PrintedMark[] = [];
  const printed = document.text.slice(cell.start, cell.end);
  for (const found of printed.matchAll(signs)) {
    const end = cell.start + found.index + found[0].length;
    // "cotton,† manioc": the comma before the sign is no boundary.
    const before = printed.slice(0, found.index).replace(/[\s,;:.]+$/u, '');
    // "cigarettes (bidis),†": a bracket before the sign belongs to its words.
    const bracket = /\([^()]*\)$/u.exec(before);
    const from = boundary.exec(bracket === null ? before : before.slice(0, bracket.index).trimEnd())?.[0].length ?? 0;
    // A sign at a joining word or right behind another: the last word before it.
    const own = from < before.length ? from : before.length - (/\S+$/u.exec(before)?.[0].length ?? 0);
    const words = before.slice(own).replace(/\s+/gu, ' ').trim();
    for (const sign of found[0]) marks.push({ start: cell.start + own, end, sign, words, note: noteFor(table, sign) });
  }
  return marks;
}

/** A text without footnote signs; a space before punctuation that a sign leaves behind goes too. */
export const withoutSigns = (text: string): string =>
  text
    .replace(signs, '')
    .replace(/\s+([,;:.])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
