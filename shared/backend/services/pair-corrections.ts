// How the analyst corrects which passages of two documents belong together, and takes that back.

import { referencesAt, type PassageReference, type PairVerdict } from '../../core/alignment.ts';
import { UserError } from '../../core/user-error.ts';
import type { ParsedInput } from '../../rpc/contract.ts';
import { documentRow } from '../store/documents.ts';
import { correctionsBetween, insertPairCorrection, pairCorrectionById, removePairCorrection, type StoredCorrection } from '../store/pair-corrections.ts';
import { readingById } from '../store/readings.ts';
import type { Read } from '../store/write.ts';
import type { Command } from './handler.ts';

const labels: Record<PairVerdict, string> = { paired: 'Pair two passages by hand', same: 'Call two passages the same', apart: 'Part two passages by hand' };

export const correct: Command<'compare.correct'> = (write, { verdict, older, newer }, context) => {
  if (older.documentId === newer.documentId) throw new UserError('invalid-input', 'Both passages are of the same document.', 'Choose one in another column.');
  if (verdict !== 'apart' && older.starts.length > 1 && newer.starts.length > 1) throw new UserError('invalid-input', 'Several passages cannot be paired with several.', 'Pair one passage of one edition with one or more of the other.');
  const from = passagesOf(write, older);
  const to = passagesOf(write, newer);
  const id = context.newId();
  const made: StoredCorrection = {
    correction: { id, olderDocumentId: older.documentId, newerDocumentId: newer.documentId, verdict, olderQuote: from.quote, newerQuote: to.quote, author: context.author, madeAt: context.now() },
    rule: { id, verdict, olderEdition: older.documentId, newerEdition: newer.documentId, older: from.references, newer: to.references },
  };
  for (const { correction, rule } of correctionsBetween(write, [older.documentId, newer.documentId])) {
    const isTurned = rule.olderEdition === newer.documentId;
    const meets = [shares(isTurned ? rule.newer : rule.older, from.references), shares(isTurned ? rule.older : rule.newer, to.references)];
    // Parting leaves what was decided about either passage and others; pairing replaces whatever else either was paired with.
    const contradicts = verdict === 'apart' || correction.verdict === 'apart' ? meets.every(Boolean) : meets.some(Boolean);
    if (contradicts) removePairCorrection(write, correction.id);
  }
  insertPairCorrection(write, made);
  return { value: { id }, label: labels[verdict] };
};

export const uncorrect: Command<'compare.uncorrect'> = (write, { ids }) => {
  for (const id of ids) {
    if (!pairCorrectionById(write, id)) throw new UserError('not-found', 'This correction is not there any more.', 'It may have been taken back already.');
    removePairCorrection(write, id);
  }
  return { value: null, label: ids.length === 1 ? 'Take back a correction of two passages' : `Take back ${ids.length} corrections of passages` };
};

function passagesOf(read: Read, { documentId, starts }: ParsedInput<'compare.correct'>['older']): { references: PassageReference[]; quote: string } {
  const document = documentRow(read, documentId);
  const reading = document && readingById(read, document.readingId);
  if (!reading) throw new UserError('not-found', 'One of these documents is not in the project any more.', 'It may have been removed; undo brings it back.');
  const found = referencesAt({ key: documentId, text: reading.text, blocks: reading.blocks, sections: reading.recognition.sections }, starts);
  const known = found.filter((each) => each !== null);
  if (known.length < found.length) throw new UserError('not-found', 'There is no passage at this place any more.', 'The document may have been read again since; open the comparison once more.');
  return { references: known.map(({ key, occurrence }) => ({ key, occurrence })), quote: known.map(({ start, end }) => reading.text.slice(start, end)).join('\n') };
}

function shares(one: readonly PassageReference[], other: readonly PassageReference[]): boolean {
  return one.some((each) => other.some(({ key, occurrence }) => key === each.key && occurrence === each.occurrence));
}
