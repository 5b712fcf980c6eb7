// Makes observations out of printed cells, all in one form: where they stand, what they say, how sure that is.

import type { Block, ParsedDocument } from '../../../core/document.ts';
import type { Observation } from '../../../core/recognition.ts';
import { readCell, type CellValue } from './cells.ts';
import { noteFor, type ReportCell, type ReportTable } from './report-tables.ts';

/** What all observations of a report share. */
export type ReportContext = { document: ParsedDocument; country: string | null; year: number | null };

export type CellFacts = {
  indicator: string;
  unit: string;
  cell: ReportCell;
  block: Block;
  page: number | null;
  table: ReportTable | null;
  year: number | null;
  territory?: string | null;
  value?: CellValue;
  note?: string | null;
  confidence?: number;
};

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The observation of one cell. The quote is the whole row, so that a reader sees what the value belongs to. */
export function observe(context: ReportContext, facts: CellFacts): Observation {
  const value = facts.value ?? readCell(facts.cell.text);
  const fits =
    value.status !== 'value' ||
    (facts.unit === 'yes/no' ? typeof value.value !== 'string' : facts.unit === 'text' || facts.unit === 'years' ? true : typeof value.value === 'number');
  return {
    indicator: facts.indicator,
    country: context.country,
    territory: facts.territory ?? null,
    year: facts.year,
    reportedYear: context.year,
    status: value.status,
    value: value.value,
    // Some editions print a count where others print yes or no.
    unit: facts.unit === 'yes/no' && typeof value.value === 'number' ? 'count' : facts.unit,
    mark: value.mark,
    note: facts.note ?? (facts.table === null ? null : noteFor(facts.table, value.mark)),
    page: facts.page,
    start: facts.cell.start,
    end: facts.cell.end,
    quote: oneLine(context.document.text.slice(facts.block.start, facts.block.end)),
    // A value of another kind than the indicator asks for is a misprint or a misreading.
    confidence: (facts.confidence ?? 0.98) * (fits ? 1 : 0.5),
  };
}
