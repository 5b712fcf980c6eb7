// A report dropped on Compare: it is imported, and its year joins those compared when it is of the same country; else a sentence says
// what it is, and offers to open it.

import type { CountryEditions } from '../../../shared/core/comparison.ts';
import type { ImportItem } from '../../../shared/core/library.ts';
import { useConnection } from '../../backend/backend.tsx';
import { useDropTaker } from '../../components/drop-taker.ts';
import { type NewToast, showToast } from '../../components/toasts.ts';
import { link, navigate } from '../../routes.ts';
import { mostColumns } from './choice.ts';

export function useDroppedEdition(country: CountryEditions | undefined, chosen: readonly string[], onChoose: (documentIds: string[]) => void): void {
  const connection = useConnection();
  useDropTaker(country ? `Drop a report to add its year to ${country.countryName}.` : null, async (items) => {
    const ids = documentsOf(items);
    if (!country || ids.length === 0) return false;
    const editions = await connection.call('compare.editions', {});
    const documents = await connection.call('documents.list', {});
    const known = ids.flatMap((id) => documents.find((document) => document.id === id) ?? []);
    const outcome = outcomeOf(known, country, editions, chosen);
    if (outcome.added.length > 0) onChoose([...chosen, ...outcome.added]);
    showToast({ text: outcome.sentence, ...actionOf(outcome) });
    return !items.some(({ status }) => status === 'failed');
  });
}

/** What the files became; of one that was here already the document it is. */
function documentsOf(items: readonly ImportItem[]): string[] {
  return [...new Set(items.filter(({ status }) => ['ok', 'warnings', 'duplicate'].includes(status)).flatMap(({ documentIds, documentId }) => (documentIds.length > 0 ? documentIds : documentId === null ? [] : [documentId])))];
}

type Dropped = { id: string; title: string; year: number | null; country: string | null; countryName: string | null };
export type DroppedOutcome = { added: string[]; sentence: string; /** What to open instead: another country's comparison, or the document. */ open: { country: string } | { documentId: string } | null };

/** Which of the imported documents join the comparison, and what is said of the rest. */
export function outcomeOf(documents: readonly Dropped[], country: CountryEditions, all: readonly CountryEditions[], chosen: readonly string[]): DroppedOutcome {
  const own = new Set(all.find((each) => each.country === country.country)?.editions.map(({ documentId }) => documentId));
  const fitting = documents.filter(({ id }) => own.has(id));
  const added = fitting.filter(({ id }) => !chosen.includes(id)).slice(0, Math.max(0, mostColumns - chosen.length));
  const [first] = documents;
  if (added.length > 0) {
    const years = added.map(({ year, title }) => year ?? title).join(', ');
    const left = documents.length - added.length;
    return { added: added.map(({ id }) => id), sentence: `Added ${years} to the comparison.${left > 0 ? ` ${left} more ${left === 1 ? 'was' : 'were'} imported only.` : ''}`, open: null };
  }
  if (fitting.some(({ id }) => chosen.includes(id))) return { added: [], sentence: `${named(fitting[0])} stands in this comparison already.`, open: null };
  if (fitting.length > 0) return { added: [], sentence: `${named(fitting[0])} was imported. ${mostColumns} editions are compared already; take one out to add it.`, open: null };
  if (documents.length > 1) return { added: [], sentence: `${documents.length} documents were imported. None of them is a dated document of ${country.countryName}.`, open: first ? { documentId: first.id } : null };
  const other = first?.country && first.country !== country.country ? first : undefined;
  if (other?.country) return { added: [], sentence: `${named(other)} is of ${other.countryName ?? other.country}, not of ${country.countryName}. It was imported, and this comparison stays as it is.`, open: all.some((each) => each.country === other.country) ? { country: other.country } : { documentId: other.id } };
  const lacks = first?.country ? 'no year' : first?.year === null ? 'no country and no year' : 'no country';
  return { added: [], sentence: `${named(first)} was imported, but it has ${lacks} that could be recognised. Give it one in the library, and it stands here.`, open: first ? { documentId: first.id } : null };
}

const named = (document: Dropped | undefined) => `“${document?.title ?? ''}”`;

function actionOf({ open }: DroppedOutcome): Pick<NewToast, 'action'> {
  if (open === null) return {};
  return { action: 'country' in open ? { label: 'Compare it', run: () => navigate(link.compare({ country: open.country })) } : { label: 'Open it', run: () => navigate(link.reader(open.documentId)) } };
}
