// Rules of contradictions: what is compared with what, and the analyst's word on each.

import { contradictionQueue, type ContradictionQueue, saidBy, type TextSource } from '../../core/contradiction-queue.ts';
import type { Matrix } from '../../core/indicator.ts';
import type { DocumentKind } from '../../core/recognition.ts';
import { UserError } from '../../core/user-error.ts';
import type { ParsedInput } from '../../rpc/contract.ts';
import { contradictionDecision, contradictionDecisions, putContradictionDecision, removeContradictionDecision } from '../store/contradictions.ts';
import { documentsOfCountry } from '../store/documents.ts';
import { readingById, textOfReading } from '../store/readings.ts';
import type { Read, Write } from '../store/write.ts';
import type { Done } from '../store/store.ts';
import type { Context } from './handler.ts';
import { named } from './words.ts';

/** Documents whose values stand in sentences alone. */
const speaking: readonly DocumentKind[] = ['cable', 'generic'];

export function queue(read: Read, matrix: Matrix): ContradictionQueue {
  const texts = documentsOfCountry(read, matrix.country)
    .filter(({ kind }) => speaking.includes(kind))
    .map((document): TextSource => ({ documentId: document.id, title: document.title, kind: document.kind, year: document.year, text: textOfReading(read, document.readingId) ?? '', blocks: () => readingById(read, document.readingId)?.blocks ?? [] }));
  const decisions = contradictionDecisions(read, matrix.country);
  return contradictionQueue(matrix, texts, (key) => decisions.get(key) ?? null);
}

const stateWords = { open: 'open again', explained: 'explained', accepted: 'accepted' } as const;

/** `matrix`: of the country as it stands now, so that nothing is decided that is not there any more. */
export function decide(write: Write, { key, state, note }: ParsedInput<'contradictions.decide'>, matrix: Matrix, context: Context): Done<{ id: string | null }> {
  const found = queue(write, matrix).contradictions.find((each) => each.key === key);
  if (!found) throw new UserError('not-found', 'The sources do not contradict each other here any more.', 'A value may have been corrected or read again; look at the list once more.');
  const known = contradictionDecision(write, key);
  const label = `Mark the contradiction of ${named(found.name)} in ${found.year} as ${stateWords[state]}`;
  if (state === 'open' && note === '') {
    if (known) removeContradictionDecision(write, known.id);
    return { value: { id: null }, label };
  }
  const [first, second] = found.sides;
  const id = putContradictionDecision(write, context.newId(), { key, documentId: first.documentId, otherDocumentId: second.documentId, state, note, said: saidBy(found), author: context.author, madeAt: context.now() });
  return { value: { id }, label };
}
