// `annals compare`: a country's editions side by side, as a summary for people or in the published shape for programs.

import type { Comparison, ComparisonCell, ComparisonClass, DifferencePart } from '../../core/comparison.ts';
import { UserError } from '../../core/user-error.ts';
import { bold, count, print, printJson, printTable } from './output.ts';
import { type CommonOptions, withProject } from './session.ts';

export type CompareOptions = CommonOptions & { country?: string; years?: string; documents?: string; section?: string };

export async function compareYears(options: CompareOptions): Promise<void> {
  const years = options.years?.split(',').map((year) => readYear(year.trim()));
  const documentIds = options.documents?.split(',').map((id) => id.trim());
  if (!documentIds && !(options.country && years)) throw new UserError('invalid-input', 'It is not said what to compare.', 'Give --country KAZ --years 2020,2021, or --documents with their ids.');
  await withProject(options, async (backend) => {
    const comparison = await backend.call('compare.run', {
      ...(options.country && { country: options.country.toUpperCase() }),
      ...(years && { years }),
      ...(documentIds && { documentIds }),
      ...(options.section && { section: options.section }),
    });
    if (options.json) printJson(asJson(comparison));
    else describe(comparison);
  });
}

function readYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new UserError('invalid-input', `“${text}” is no year.`, 'Give years as --years 2020,2021.');
  return Number(text);
}

type Side = { year: number | null; document: string; start: number; end: number; quote: string };
type Pair = { class: ComparisonClass; confidence: number; numbersOnly: boolean; section: string | null; old: Side | null; new: Side | null; diff: DifferencePart[] };

/** The published shape of `compare --json`. */
export function asJson(comparison: Comparison): Record<string, unknown> {
  return {
    country: comparison.country,
    countryName: comparison.countryName,
    years: comparison.columns.map(({ year }) => year),
    documents: comparison.columns.map(({ documentId, year, title, kind, identifier, classification }) => ({ document: documentId, year, title, kind, identifier, classification })),
    levels: comparison.columns.map(({ documentId, year, level }) => ({ year, document: documentId, level: level?.level ?? null, qualifier: level?.qualifier ?? null })),
    byTopic: comparison.byTopic,
    text: { pairs: pairsOf(comparison), counts: comparison.counts },
    actions: [],
    indicators: [],
    contradictions: [],
  };
}

function pairsOf({ rows, columns }: Comparison): Pair[] {
  return rows.flatMap((row) =>
    row.steps.flatMap((step, index): Pair[] => {
      if (!step) return [];
      const side = (column: number): Side | null => sideOf(row.cells[column] ?? null, columns[column]);
      return [{ class: step.class, confidence: step.confidence, numbersOnly: step.numbersOnly, section: row.section, old: side(index), new: side(index + 1), diff: step.parts }];
    }),
  );
}

function sideOf(cell: ComparisonCell | null, column: Comparison['columns'][number] | undefined): Side | null {
  return cell && column ? { year: column.year, document: column.documentId, start: cell.start, end: cell.end, quote: cell.text } : null;
}

function describe(comparison: Comparison): void {
  if (comparison.countryName) print(bold(comparison.countryName));
  printTable(
    ['year', 'level', 'title'],
    comparison.columns.map(({ year, level, title }) => [year, level && [level.level, level.qualifier].filter(Boolean).join(', '), title]),
  );
  print('');
  const told = Object.entries(comparison.counts).filter(([, number]) => number > 0);
  print(told.length === 0 ? 'There is nothing to compare.' : told.map(([name, number]) => `${number.toLocaleString('en')} ${name}`).join(' · '));
  print('');
  const changes = pairsOf(comparison).filter(({ class: name }) => name !== 'same' && name !== 'present');
  printTable(['years', 'change', 'section', 'words'], changes.map((pair) => [yearsOf(pair), pair.class, pair.section, wordsOf(pair)]));
  print(count(changes.length, 'change'));
}

function yearsOf({ old, new: recent }: Pair): string {
  return [old?.year ?? '', recent?.year ?? ''].filter((year) => year !== '').join('→');
}

/** Removed words in [- -], added ones in {+ +}, as word differences are printed elsewhere. */
function wordsOf({ old, new: recent, diff }: Pair): string {
  if (diff.length === 0) return (recent ?? old)?.quote ?? '';
  return diff.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('');
}
