// What the analyst decided about passages of two documents. Rows are journaled and never changed: a new decision takes the place of an old one.

import type { EditionRule, PairVerdict, PassageReference } from '../../core/alignment.ts';
import type { PairCorrection } from '../../core/comparison.ts';
import type { Read, Write } from './write.ts';

type CorrectionRow = { id: string; older_document_id: string; newer_document_id: string; verdict: PairVerdict; older: string; newer: string; older_quote: string; newer_quote: string; author: string; made_at: string };

/** The correction as it is shown, and as the rule it is for the alignment. */
export type StoredCorrection = { correction: PairCorrection; rule: EditionRule };

/** Those between any two of these documents, newest first. */
export function correctionsBetween(read: Read, documentIds: readonly string[]): StoredCorrection[] {
  return read
    .all<CorrectionRow>(
      `SELECT *
         FROM pair_correction
        WHERE older_document_id IN (SELECT value FROM json_each(@ids)) AND newer_document_id IN (SELECT value FROM json_each(@ids))
        ORDER BY made_at DESC, rowid DESC`,
      { ids: JSON.stringify(documentIds) },
    )
    .map(fromRow);
}

export function pairCorrectionById(read: Read, id: string): StoredCorrection | null {
  const row = read.get<CorrectionRow>('SELECT * FROM pair_correction WHERE id = ?', id);
  return row ? fromRow(row) : null;
}

export function insertPairCorrection(write: Write, { correction, rule }: StoredCorrection): void {
  const { id, olderDocumentId, newerDocumentId, verdict, olderQuote, newerQuote, author, madeAt } = correction;
  write.insert('pair_correction', {
    id, older_document_id: olderDocumentId, newer_document_id: newerDocumentId, verdict, older: JSON.stringify(rule.older), newer: JSON.stringify(rule.newer),
    older_quote: olderQuote, newer_quote: newerQuote, author, made_at: madeAt,
  });
}

export function removePairCorrection(write: Write, id: string): void {
  write.remove('pair_correction', id);
}

/** Before a document is removed. */
export function releasePairCorrections(write: Write, documentId: string): void {
  for (const { id } of write.all<{ id: string }>('SELECT id FROM pair_correction WHERE older_document_id = @documentId OR newer_document_id = @documentId', { documentId })) write.remove('pair_correction', id);
}

function fromRow({ id, older_document_id, newer_document_id, verdict, older, newer, older_quote, newer_quote, author, made_at }: CorrectionRow): StoredCorrection {
  return {
    correction: { id, olderDocumentId: older_document_id, newerDocumentId: newer_document_id, verdict, olderQuote: older_quote, newerQuote: newer_quote, author, madeAt: made_at },
    rule: { id, verdict, olderEdition: older_document_id, newerEdition: newer_document_id, older: JSON.parse(older) as PassageReference[], newer: JSON.parse(newer) as PassageReference[] },
  };
}
