// What the ledgers' panels share about an entry of an edition: where its words stand, the line that leads there, and the words of the
// edition before it.

import type { ReactNode } from 'react';
import type { TextRange } from '../../../../shared/core/document.ts';
import type { Passage } from '../../../components/annotation-of.ts';
import { Link } from '../../../components/link.tsx';
import type { OtherPassage } from '../../../components/other-passages.tsx';
import { link } from '../../../routes.ts';

export type ListedEntry = { documentId: string; year: number; page: number | null; start: number | null; end: number | null };

export function placeOfEntry({ start, end }: ListedEntry): TextRange | null {
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** Null where the words have no place of their own. */
export function passageOfEntry(entry: ListedEntry | undefined): Passage | null {
  const at = entry ? placeOfEntry(entry) : null;
  return entry && at ? { documentId: entry.documentId, ...at } : null;
}

/** The entry of the edition before, to be taken together with this one. `entries` oldest first. */
export function entryBefore(entries: readonly ListedEntry[], entry: ListedEntry | undefined): OtherPassage[] {
  const before = entry && entries.findLast(({ year }) => year < entry.year);
  const passage = passageOfEntry(before);
  return before && passage ? [{ name: String(before.year), passage }] : [];
}

/** "2020, p. 4" as a link to the words, and what is said of that year. */
export function EntryHead({ entry, children }: { entry: ListedEntry; children: ReactNode }) {
  return (
    <p className="ledger-head">
      <Link to={link.reader(entry.documentId, placeOfEntry(entry))} className="figures">{entry.year}{entry.page !== null && `, p. ${entry.page}`}</Link>
      <span className="faint">{children}</span>
    </p>
  );
}
