// What the analyst decided about suggested actions that ended. Rows are journaled.

import type { ActionDecision, ActionVerdict } from '../../core/actions/country-actions.ts';
import type { Read, Write } from './write.ts';

type DecisionRow = {
  id: string; document_id: string; area: string; text: string; verdict: ActionVerdict; note: string; evidence_document_id: string | null; evidence_start: number | null;
  evidence_end: number | null; evidence_quote: string | null; author: string; made_at: string;
};

/** An action by the words of the last edition that prints it. */
export type ActionKey = { documentId: string; area: string; text: string };
export type PlacedDecision = ActionKey & { decision: ActionDecision };

export function decisionsOfDocuments(read: Read, documentIds: readonly string[]): PlacedDecision[] {
  return read.all<DecisionRow>('SELECT * FROM action_decision WHERE document_id IN (SELECT value FROM json_each(?)) ORDER BY made_at', JSON.stringify(documentIds)).map(fromRow);
}

export function decisionById(read: Read, id: string): PlacedDecision | null {
  const row = read.get<DecisionRow>('SELECT * FROM action_decision WHERE id = ?', id);
  return row ? fromRow(row) : null;
}

/** Replaces an earlier decision of the same action, which keeps its id. Answers the id. */
export function putDecision(write: Write, newId: string, { documentId, area, text, decision }: ActionKey & { decision: Omit<ActionDecision, 'id'> }): string {
  const { verdict, note, evidence, author, madeAt } = decision;
  const row = {
    document_id: documentId, area, text, verdict, note, evidence_document_id: evidence?.documentId ?? null, evidence_start: evidence?.start ?? null,
    evidence_end: evidence?.end ?? null, evidence_quote: evidence?.quote ?? null, author, made_at: madeAt,
  };
  const known = write.get<{ id: string }>('SELECT id FROM action_decision WHERE document_id = ? AND area = ? AND text = ?', documentId, area, text);
  if (known) write.update('action_decision', known.id, row);
  else write.insert('action_decision', { id: newId, ...row });
  return known?.id ?? newId;
}

export function removeDecision(write: Write, id: string): void {
  write.remove('action_decision', id);
}

/** Before a document is removed: decisions about its actions go, those that quote it keep the words alone. */
export function releaseDecisions(write: Write, documentId: string): void {
  for (const { id } of write.all<{ id: string }>('SELECT id FROM action_decision WHERE document_id = ?', documentId)) write.remove('action_decision', id);
  for (const { id } of write.all<{ id: string }>('SELECT id FROM action_decision WHERE evidence_document_id = ?', documentId)) {
    write.update('action_decision', id, { evidence_document_id: null, evidence_start: null, evidence_end: null });
  }
}

function fromRow({ id, document_id, area, text, verdict, note, evidence_document_id, evidence_start, evidence_end, evidence_quote, author, made_at }: DecisionRow): PlacedDecision {
  const evidence = evidence_document_id !== null && evidence_start !== null && evidence_end !== null ? { documentId: evidence_document_id, start: evidence_start, end: evidence_end, quote: evidence_quote ?? '' } : null;
  return { documentId: document_id, area, text, decision: { id, verdict, note, evidence, author, madeAt: made_at } };
}
