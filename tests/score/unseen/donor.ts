// A real report whose printed values can be exchanged: its pages as the PDF engine hands them over, and where on them each value stands.

import { readPdf } from '../../../shared/backend/importers/pdf.ts';
import type { PageContent } from '../../../shared/backend/importers/pdf/page-content.ts';
import { ilabReportRecogniser } from '../../../shared/backend/recognisers/ilab-report.ts';
import { readTables, type ReportRow, type ReportTable } from '../../../shared/backend/recognisers/ilab-report/report-tables.ts';
import type { ParsedDocument, TextRange, WordBox } from '../../../shared/core/document.ts';
import type { Recognised } from '../../../shared/core/format.ts';
import { sharedBytes } from '../../support/shared.ts';
import type { Box } from './type-setting.ts';

export type Place = { page: number; box: Box };
export type Donor = { name: string; year: number; bytes: Uint8Array; contents: Map<number, PageContent>; parsed: ParsedDocument; recognised: Recognised; tables: ReportTable[] };

export async function readDonor(name: string): Promise<Donor> {
  const bytes = sharedBytes('corpus', 'ilab', name);
  const contents = new Map<number, PageContent>();
  const parsed = await readPdf({ name, bytes }, (page, content) => {
    if (content !== null) contents.set(page, structuredClone(content));
    return content;
  });
  const recognised = ilabReportRecogniser.recognise({ name, parsed });
  return { name, year: Number(/\d{4}/u.exec(name)?.[0]), bytes, contents, parsed: recognised.parsed, recognised, tables: readTables(recognised.parsed) };
}

/** Reads the donor again with other contents on its pages. */
export async function readChanged(donor: Donor, contents: ReadonlyMap<number, PageContent>, name: string): Promise<Recognised> {
  const parsed = await readPdf({ name, bytes: donor.bytes }, (page, content) => contents.get(page) ?? content);
  return ilabReportRecogniser.recognise({ name, parsed });
}

export function wordsIn({ parsed }: Donor, { start, end }: TextRange): { page: number; words: WordBox[] }[] {
  return parsed.pages.flatMap(({ number, words }) => {
    const own = words.filter((word) => word.start >= start && word.end <= end);
    return own.length === 0 ? [] : [{ page: number, words: own }];
  });
}

export const around = (words: readonly WordBox[]): Box => ({
  x0: Math.min(...words.map(({ x }) => x)),
  y0: Math.min(...words.map(({ y }) => y)),
  x1: Math.max(...words.map(({ x, width }) => x + width)),
  y1: Math.max(...words.map(({ y, height }) => y + height)),
});

/** Where a range is printed; null when it is empty or goes over a page. */
export function placeOf(donor: Donor, range: TextRange): Place | null {
  const found = wordsIn(donor, range);
  const [only] = found;
  return only === undefined || found.length > 1 ? null : { page: only.page, box: around(only.words) };
}

/** Where the rows of a table stand on each of its pages. */
export function extents(donor: Donor, rows: readonly ReportRow[]): Map<number, { top: number; bottom: number; rows: number }> {
  const onPage = new Map<number, { top: number; bottom: number; rows: number }>();
  for (const row of rows) {
    for (const { page, words } of wordsIn(donor, row.block)) {
      const { y0, y1 } = around(words);
      const known = onPage.get(page) ?? { top: y0, bottom: y1, rows: 0 };
      onPage.set(page, { top: Math.min(known.top, y0), bottom: Math.max(known.bottom, y1), rows: known.rows + 1 });
    }
  }
  return onPage;
}

/** The row in whose cells a range lies. */
export function rowOf({ tables }: Donor, { start, end }: TextRange): { table: ReportTable; row: ReportRow; column: number } | null {
  for (const table of tables) {
    for (const row of table.rows) {
      const column = row.cells.findIndex((cell) => cell !== null && cell.start <= start && cell.end >= end);
      if (column >= 0 && row.block.start <= start && row.block.end >= end) return { table, row, column };
    }
  }
  return null;
}
