// Comparisons kept under a name. Rows are journaled.

import type { ComparisonFilter, SavedComparison } from '../../core/saved-comparison.ts';
import type { Read, Write } from './write.ts';

type SavedRow = { id: string; name: string; country: string | null; document_ids: string; part: string; section: string | null; filter: string; readings: string; counts: string; known: string; author: string; saved_at: string };

export type StoredComparison = Pick<SavedComparison, 'id' | 'name' | 'country' | 'documentIds' | 'part' | 'section' | 'filter' | 'counts' | 'author' | 'savedAt'> & {
  /** The reading of each document, and all editions of the country, when it was saved. */
  readings: Record<string, string>;
  known: string[];
};

export function listSavedComparisons(read: Read): StoredComparison[] {
  return read.all<SavedRow>('SELECT * FROM saved_comparison ORDER BY name COLLATE NOCASE, saved_at').map(fromRow);
}

export function savedComparisonById(read: Read, id: string): StoredComparison | null {
  const row = read.get<SavedRow>('SELECT * FROM saved_comparison WHERE id = ?', id);
  return row ? fromRow(row) : null;
}

export function putSavedComparison(write: Write, { id, name, country, documentIds, part, section, filter, readings, counts, known, author, savedAt }: StoredComparison): void {
  const row = {
    name, country, document_ids: JSON.stringify(documentIds), part, section, filter: JSON.stringify(filter), readings: JSON.stringify(readings),
    counts: JSON.stringify(counts), known: JSON.stringify(known), author, saved_at: savedAt,
  };
  if (savedComparisonById(write, id)) write.update('saved_comparison', id, row);
  else write.insert('saved_comparison', { id, ...row });
}

export function renameSavedComparison(write: Write, id: string, name: string): void {
  write.update('saved_comparison', id, { name });
}

export function removeSavedComparison(write: Write, id: string): void {
  write.remove('saved_comparison', id);
}

function fromRow({ document_ids, saved_at, filter, readings, counts, known, ...row }: SavedRow): StoredComparison {
  return {
    ...row,
    documentIds: JSON.parse(document_ids) as string[],
    // Those saved before tags could be chosen have none.
    filter: { tagIds: [], ...(JSON.parse(filter) as Omit<ComparisonFilter, 'tagIds'>) },
    readings: JSON.parse(readings) as Record<string, string>,
    counts: JSON.parse(counts) as SavedComparison['counts'],
    known: JSON.parse(known) as string[],
    savedAt: saved_at,
  };
}
