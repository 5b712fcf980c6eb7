// Names and order of what is said about documents wherever they are listed.

import type { DocumentSummary } from '../../shared/core/library.ts';
import type { DocumentKind } from '../../shared/core/recognition.ts';

/** Written where a value is not known; never an empty place. */
export const unknown = 'Unknown';

export const kindNames: Readonly<Record<DocumentKind, string>> = {
  'ilab-report': 'Yearly report',
  'ilab-page': 'Report page',
  'ilab-dataset': 'Official data',
  cable: 'Cable',
  generic: 'Other document',
};

export const documentKinds = Object.keys(kindNames) as DocumentKind[];

export function isDocumentKind(value: string): value is DocumentKind {
  return Object.hasOwn(kindNames, value);
}

export const formatNames: Readonly<Record<string, string>> = { pdf: 'PDF', docx: 'Word', html: 'Web page', markdown: 'Markdown', text: 'Plain text', odt: 'OpenDocument', rtf: 'Rich Text', xlsx: 'Spreadsheet', ods: 'Spreadsheet (OpenDocument)', csv: 'Table (CSV)', email: 'Mail', epub: 'Book', mhtml: 'Saved page' };

/** "Kazakhstan 2021", as far as known. */
export function editionOf(document: Pick<DocumentSummary, 'countryName' | 'country' | 'year'>): string {
  return `${document.countryName ?? document.country ?? unknown} ${document.year === null ? '' : String(document.year)}`.trim();
}

/** Compares texts as people sort them: "Annex 2" before "Annex 10". */
export function compareText(left: string | null, right: string | null): number {
  return collator.compare(left ?? '', right ?? '');
}

export function compareNumber(left: number | null, right: number | null): number {
  return (left ?? 0) - (right ?? 0);
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
