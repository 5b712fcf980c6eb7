// What the analyst decided about sources that disagree. Rows are journaled.

import type { ContradictionDecision, ContradictionState } from '../../core/contradiction-queue.ts';
import type { Read, Write } from './write.ts';

type DecisionRow = { id: string; key: string; state: ContradictionState; note: string; said: string; author: string; made_at: string };

/** Decisions by key, of those of which a document is of this country. */
export function contradictionDecisions(read: Read, country: string): Map<string, ContradictionDecision> {
  const rows = read.all<DecisionRow>(
    `SELECT c.*
       FROM contradiction_decision c
       JOIN document d ON d.id = c.document_id
       JOIN document o ON o.id = c.other_document_id
      WHERE d.country = @country OR o.country = @country`,
    { country },
  );
  return new Map(rows.map((row) => [row.key, fromRow(row)]));
}

export function contradictionDecision(read: Read, key: string): ContradictionDecision | null {
  const row = read.get<DecisionRow>('SELECT * FROM contradiction_decision WHERE key = ?', key);
  return row ? fromRow(row) : null;
}

export type NewContradictionDecision = Omit<ContradictionDecision, 'id'> & { key: string; documentId: string; otherDocumentId: string };

/** Replaces an earlier decision of the same contradiction, which keeps its id. Answers the id. */
export function putContradictionDecision(write: Write, newId: string, { documentId, otherDocumentId, madeAt, ...rest }: NewContradictionDecision): string {
  const row = { ...rest, document_id: documentId, other_document_id: otherDocumentId, made_at: madeAt };
  const known = contradictionDecision(write, rest.key);
  if (known) write.update('contradiction_decision', known.id, row);
  else write.insert('contradiction_decision', { id: newId, ...row });
  return known?.id ?? newId;
}

export function removeContradictionDecision(write: Write, id: string): void {
  write.remove('contradiction_decision', id);
}

/** Before a document is removed: what was decided about its values goes with it, and comes back by undo. */
export function releaseContradictions(write: Write, documentId: string): void {
  for (const { id } of write.all<{ id: string }>('SELECT id FROM contradiction_decision WHERE ? IN (document_id, other_document_id)', documentId)) write.remove('contradiction_decision', id);
}

function fromRow({ id, state, note, said, author, made_at }: DecisionRow): ContradictionDecision {
  return { id, state, note, said, author, madeAt: made_at };
}
