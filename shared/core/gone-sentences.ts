// What the editions of a country no longer say: sentences that an edition dropped and no later one brings back, by section. From a comparison
// that is there already; it aligns nothing itself.

import type { Comparison, ComparisonCell } from './comparison.ts';

export type GoneSentence = {
  /** The last edition that says it, and the first that does not. */
  documentId: string;
  lastYear: number;
  goneDocumentId: string;
  goneYear: number;
  section: string | null;
  cell: ComparisonCell;
  /** 0..1 that nothing in the newer edition belongs to it. */
  confidence: number;
};

/** Headings, table cells and rests of lines are no sentences. */
const fewestWords = 6;
const isSentence = (text: string) => /[.!?]["”’)\]]*(?:\s?\([\p{N},;–\s-]+\))?\s*$/u.test(text) && text.split(/\s+/u).length >= fewestWords;

/** The newest first; within a year in the order of the text. */
export function goneSentences({ rows, columns }: Pick<Comparison, 'rows' | 'columns'>): GoneSentence[] {
  const found = rows.flatMap((row): GoneSentence[] => {
    const last = row.cells.findLastIndex((cell) => cell !== null);
    const cell = row.cells[last];
    const [from, to] = [columns[last], columns[last + 1]];
    const step = row.steps[last];
    if (!cell || !from || !to || step?.class !== 'gone' || from.year === null || to.year === null || !isSentence(cell.text)) return [];
    return [{ documentId: from.documentId, lastYear: from.year, goneDocumentId: to.documentId, goneYear: to.year, section: row.section, cell, confidence: step.confidence }];
  });
  return found.toSorted((one, other) => other.goneYear - one.goneYear || one.cell.start - other.cell.start);
}
