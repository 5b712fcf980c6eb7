// Rules of documents that may be the same work: what is offered, and what the analyst decides of it. A decided pair is not offered again.

import { UserError } from '../../core/user-error.ts';
import { documentPairs, pairIdsOfDocument, putPair, removePair } from '../store/document-pairs.ts';
import { documentRow } from '../store/documents.ts';
import type { Command, Query } from './handler.ts';
import { counted, named } from './words.ts';

export const list: Query<'pairs.list'> = (read, input, context) => documentPairs(read, input, context.countryName);

export const decide: Command<'pairs.decide'> = (write, { pairs, decision }, context) => {
  for (const { documentId, otherId } of pairs) {
    if (!documentRow(write, documentId) || !documentRow(write, otherId)) throw gone();
    if (documentId === otherId) throw new UserError('invalid-input', 'A document is no version of itself.');
    const known = documentPairs(write, { documentId, state: 'all' }, context.countryName).find((pair) => [pair.document.id, pair.other.id].includes(otherId));
    putPair(write, context.newId(), { documentId, otherId, kind: known?.kind ?? 'edition', similarity: known?.similarity ?? 0, decision, author: context.author, decidedAt: context.now() });
  }
  const [only] = pairs;
  const what = pairs.length === 1 && only ? named(documentRow(write, only.documentId)?.title ?? '') : counted(pairs.length, 'pair');
  return { value: null, label: decision === 'versions' ? `Keep ${what} as ${pairs.length === 1 ? 'a version' : 'versions'}` : `Keep ${what} apart` };
};

export const reopen: Command<'pairs.reopen'> = (write, { documentId, otherId }) => {
  const both = new Set(pairIdsOfDocument(write, otherId));
  const id = pairIdsOfDocument(write, documentId).find((candidate) => both.has(candidate));
  if (id === undefined) throw new UserError('not-found', 'Nothing was decided of these two documents.');
  removePair(write, id);
  return { value: null, label: `Take back what was decided of ${named(documentRow(write, documentId)?.title ?? '')}` };
};

function gone(): UserError {
  return new UserError('not-found', 'One of these documents is not in the project any more.', 'It may have been removed; undo brings it back.');
}
