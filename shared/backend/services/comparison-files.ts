// Files that leave a comparison. What is compared is decided by services/compare.ts; this only brings it into the form of a file.

import type { Comparison } from '../../core/comparison.ts';
import { pairsOf } from '../../core/comparison-pairs.ts';
import { countriesSourcesTable, countriesTable } from '../../core/countries-table.ts';
import { matrixSourcesTable, matrixTable, pairsTable } from '../../core/data-table.ts';
import type { IndicatorMatrix, Matrix } from '../../core/indicator.ts';
import type { ExportAbilities } from '../../core/brief.ts';
import { UserError } from '../../core/user-error.ts';
import type { Output, ParsedInput } from '../../rpc/contract.ts';
import { csvBytes, exportRedline, fileNameFor, workbookBytes } from '../exporters/index.ts';
import { documentRow, documentSummary } from '../store/documents.ts';
import { readingById } from '../store/readings.ts';
import type { Read } from '../store/write.ts';
import type { Context } from './handler.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `comparison` is of the two documents, in the order of their years. */
export async function redline(read: Read, comparison: Comparison, format: ParsedInput<'compare.redline'>['format'], abilities: ExportAbilities, context: Context): Promise<Output<'compare.redline'>> {
  const [older, newer] = comparison.columns;
  if (!older || !newer || comparison.columns.length !== 2) throw new UserError('invalid-input', 'A redline is made of two editions.', 'Choose two.');
  if (comparison.byTopic) throw new UserError('invalid-input', 'A cable and a report are no drafts of one another, so there is no redline of them.', 'Choose two reports or two cables.');
  const edition = (column: Comparison['columns'][number]) => {
    const document = documentSummary(read, column.documentId, context.countryName);
    const reading = readingById(read, documentRow(read, column.documentId)?.readingId ?? '');
    if (!document || !reading) throw new UserError('not-found', 'One of these documents is not in the project any more.', 'It may have been removed; undo brings it back.');
    const fileName = document.fileName.split(/[/\\]/).at(-1) ?? '';
    const { kind, title, issuer, identifier, date, year, countryName, classification } = document;
    const sameYear = older.year === newer.year;
    return { heading: column.year === null || sameYear ? column.title : String(column.year), source: { kind, title, issuer, identifier, date, year, countryName, classification, fileName }, text: reading.text, blocks: reading.blocks };
  };
  const section = comparison.rows.every((row) => row.section === comparison.rows[0]?.section) ? (comparison.rows[0]?.section ?? null) : null;
  return exportRedline({ countryName: comparison.countryName, section, older: edition(older), newer: edition(newer), rows: comparison.rows, date: context.now().slice(0, 10) }, format, abilities);
}

export function pairs(comparison: Comparison, format: ParsedInput<'compare.pairs'>['format']): Output<'compare.pairs'> {
  const name = ['Pairs', comparison.countryName, ...comparison.columns.map(({ year }) => year)].filter((part) => part !== null).join(' ');
  if (format === 'csv') return { bytes: csvBytes(pairsTable(comparison)), fileName: fileNameFor(name, 'csv'), mediaType: 'text/csv; charset=utf-8', losses: [] };
  const documents = comparison.columns.map(({ documentId, year, title, kind }) => ({ document: documentId, year, title, kind }));
  const text = JSON.stringify({ country: comparison.country, documents, pairs: pairsOf(comparison), counts: comparison.counts }, null, 2);
  return { bytes: new TextEncoder().encode(`${text}\n`), fileName: fileNameFor(name, 'json'), mediaType: 'application/json', losses: [] };
}

export async function matrix(matrixOfCountry: Matrix, format: ParsedInput<'compare.matrix'>['format']): Promise<Output<'compare.matrix'>> {
  const name = `Indicators ${matrixOfCountry.countryName}`;
  if (format === 'csv') return { bytes: csvBytes(matrixSourcesTable(matrixOfCountry)), fileName: fileNameFor(name, 'csv'), mediaType: 'text/csv; charset=utf-8', losses: [] };
  const { bytes, losses } = await workbookBytes([matrixTable(matrixOfCountry), matrixSourcesTable(matrixOfCountry)]);
  return { bytes, fileName: fileNameFor(name, 'xlsx'), mediaType: workbookType, losses };
}

export async function countries(matrixOfIndicator: IndicatorMatrix, format: ParsedInput<'compare.countries'>['format']): Promise<Output<'compare.countries'>> {
  const name = `${matrixOfIndicator.name} by country`;
  if (format === 'csv') return { bytes: csvBytes(countriesSourcesTable(matrixOfIndicator)), fileName: fileNameFor(name, 'csv'), mediaType: 'text/csv; charset=utf-8', losses: [] };
  const { bytes, losses } = await workbookBytes([countriesTable(matrixOfIndicator), countriesSourcesTable(matrixOfIndicator)]);
  return { bytes, fileName: fileNameFor(name, 'xlsx'), mediaType: workbookType, losses };
}
