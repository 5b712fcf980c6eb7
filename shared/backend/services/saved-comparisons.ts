// Comparisons kept under a name, and what happened to their documents since. The comparison itself is run when it is opened.

import { UserError } from '../../core/user-error.ts';
import { documentRow, documentsOfCountry, type DocumentRow } from '../store/documents.ts';
import { listSavedComparisons, putSavedComparison, removeSavedComparison, renameSavedComparison, savedComparisonById, type StoredComparison } from '../store/saved-comparisons.ts';
import type { Read } from '../store/write.ts';
import type { Command, Query } from './handler.ts';
import { counted, named } from './words.ts';

export const list: Query<'savedComparisons.list'> = (read, _input, context) =>
  listSavedComparisons(read).map(({ readings, known, documentIds, ...saved }) => {
    const documents = inOrder(documentIds.flatMap((id) => documentRow(read, id) ?? []));
    const editions = saved.country === null ? [] : editionsOf(read, saved.country);
    return {
      ...saved,
      countryName: saved.country === null ? null : (context.countryName(saved.country) ?? saved.country),
      documentIds: documents.map(({ id }) => id),
      years: documents.flatMap(({ year }) => year ?? []),
      reread: documents.filter(({ id, readingId }) => readings[id] !== readingId).map(({ id }) => id),
      removed: documentIds.length - documents.length,
      added: editions.filter(({ id }) => !known.includes(id)).map(({ id, year, title }) => ({ documentId: id, year: year ?? 0, title })),
    };
  });

export const save: Command<'savedComparisons.save'> = (write, { id, name, documentIds, ...rest }, context) => {
  if (id !== null) existing(write, id);
  if (new Set(documentIds).size < documentIds.length) throw new UserError('invalid-input', 'A document stands twice in this comparison.', 'Choose each edition once.');
  const documents = documentIds.map((each) => documentRow(write, each));
  const found = inOrder(documents.filter((document) => document !== null));
  if (found.length < documents.length) throw new UserError('not-found', 'One of these documents is not in the project any more.', 'It may have been removed; undo brings it back.');
  const [country = null, ...others] = new Set(found.map((document) => document.country));
  const shared = others.length === 0 ? country : null;
  const stored: StoredComparison = {
    ...rest,
    id: id ?? context.newId(),
    name,
    country: shared,
    documentIds: found.map((document) => document.id),
    readings: Object.fromEntries(found.map((document) => [document.id, document.readingId])),
    known: shared === null ? [] : editionsOf(write, shared).map((document) => document.id),
    author: context.author,
    savedAt: context.now(),
  };
  putSavedComparison(write, stored);
  return { value: { id: stored.id }, label: `Save comparison ${named(name)}` };
};

export const rename: Command<'savedComparisons.rename'> = (write, { id, name }) => {
  existing(write, id);
  renameSavedComparison(write, id, name);
  return { value: null, label: `Rename a saved comparison to ${named(name)}` };
};

export const remove: Command<'savedComparisons.remove'> = (write, { ids }) => {
  const saved = ids.map((id) => existing(write, id));
  for (const { id } of saved) removeSavedComparison(write, id);
  return { value: null, label: saved.length === 1 && saved[0] ? `Remove saved comparison ${named(saved[0].name)}` : `Remove ${counted(saved.length, 'saved comparison')}` };
};

function editionsOf(read: Read, country: string): DocumentRow[] {
  return documentsOfCountry(read, country).filter((document) => document.year !== null);
}

function inOrder(documents: readonly DocumentRow[]): DocumentRow[] {
  return documents.toSorted((one, other) => (one.year ?? 9999) - (other.year ?? 9999) || (one.date ?? '').localeCompare(other.date ?? ''));
}

function existing(read: Read, id: string): StoredComparison {
  const saved = savedComparisonById(read, id);
  if (!saved) throw new UserError('not-found', 'This saved comparison is not there any more.', 'It may have been removed; undo brings it back.');
  return saved;
}
