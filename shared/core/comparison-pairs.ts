// A comparison as a list of pairs, in the form in which it leaves the program: for files of data and the command line.

import type { Comparison, ComparisonCell, ComparisonClass, DifferencePart } from './comparison.ts';

/** Offsets are UTF-16 code units into the canonical text of the document. */
export type PairSide = { year: number | null; document: string; page: number | null; start: number; end: number; quote: string };
export type ComparedPair = { class: ComparisonClass; confidence: number; numbersOnly: boolean; section: string | null; old: PairSide | null; new: PairSide | null; diff: DifferencePart[]; /** Set when an analyst made or parted the pair. */ byHand?: true };

/** One a step: what happened to a row from one column to the next of its family. In reading order of the newest column. */
export function pairsOf({ rows, columns }: Pick<Comparison, 'rows' | 'columns'>): ComparedPair[] {
  const before = (column: number) => columns.findLastIndex((each, at) => at < column && (each.kind === 'cable') === (columns[column]?.kind === 'cable'));
  return rows.flatMap((row) =>
    row.steps.flatMap((step, index): ComparedPair[] => {
      if (!step) return [];
      const side = (column: number): PairSide | null => sideOf(row.cells[column] ?? null, columns[column]);
      return [{ class: step.class, confidence: step.confidence, numbersOnly: step.numbersOnly, section: row.section, old: side(step.class === 'present' ? index : before(index + 1)), new: side(index + 1), diff: step.parts.map(({ kind, text, emphasis, older }) => ({ kind, text, emphasis, ...(older === undefined ? {} : { older }) })), ...(step.corrections ? { byHand: true as const } : {}) }];
    }),
  );
}

function sideOf(cell: ComparisonCell | null, column: Comparison['columns'][number] | undefined): PairSide | null {
  return cell && column ? { year: column.year, document: column.documentId, page: cell.page, start: cell.start, end: cell.end, quote: cell.text } : null;
}

/** Removed words in [- -], added ones in {+ +}, as word differences are printed elsewhere. */
export function differenceWords({ old, new: recent, diff }: ComparedPair): string {
  if (diff.length === 0) return (recent ?? old)?.quote ?? '';
  return diff.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('');
}
