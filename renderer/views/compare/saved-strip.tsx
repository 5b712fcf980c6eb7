// Above a saved comparison: what changed since it was saved, with new editions to add and the way to save it as it is now.

import { useQuery } from '../../backend/use-query.ts';
import { changedCounts, type SavedComparison } from '../../../shared/core/saved-comparison.ts';
import { Button } from '../../components/button.tsx';
import { dateAndTime } from '../../components/dates.ts';
import { changeName } from '../../components/marks.tsx';
import { showToast } from '../../components/toasts.ts';
import { mostColumns } from './choice.ts';
import { type ShownComparison, useSaveComparison } from './saved-menu.tsx';
import './saved-strip.css';

export function SavedStrip({ saved, shown, onAdd }: { saved: SavedComparison; shown: ShownComparison; onAdd: (documentId: string) => void }) {
  const { documentIds } = shown;
  const isSameChoice = documentIds.length === saved.documentIds.length && saved.documentIds.every((id) => documentIds.includes(id));
  const comparison = useQuery('compare.run', { documentIds: [...documentIds] }, { enabled: documentIds.length >= 2, keepPrevious: false }).data;
  const save = useSaveComparison();
  const added = saved.added.filter(({ documentId }) => !documentIds.includes(documentId));
  const counts = comparison && isSameChoice && saved.removed === 0 ? changedCounts(saved.counts, comparison.counts) : [];
  const news = [
    saved.reread.length > 0 && (saved.reread.length === 1 ? '1 document was read again' : `${saved.reread.length} documents were read again`),
    saved.removed > 0 && (saved.removed === 1 ? '1 document was removed' : `${saved.removed} documents were removed`),
    ...counts.map((each) => `${changeName(each.class)} ${each.before} → ${each.now}`),
    !isSameChoice && 'other editions are chosen now',
  ].filter((each) => each !== false);
  const renew = async () => {
    const outcome = await save(shown, saved.name, saved.id);
    if (!outcome.ok) showToast({ text: outcome.sentence, tone: 'error' });
  };
  return (
    <div className="saved-strip" role="region" aria-label="Saved comparison">
      <strong className="truncate">{saved.name}</strong>
      <span className="faint">saved {[dateAndTime(saved.savedAt), saved.author && `by ${saved.author}`].filter(Boolean).join(' ')}</span>
      <span className="figures">{news.length > 0 ? `Since then: ${news.join('; ')}.` : added.length === 0 && comparison ? 'Nothing has changed since.' : ''}</span>
      {added.length > 0 && <span>New here:</span>}
      {added.slice(0, mostColumns).map(({ documentId, year, title }) => (
        <Button key={documentId} kind="quiet" isDisabled={documentIds.length >= mostColumns} onPress={() => onAdd(documentId)}>
          Add {year} {title}
        </Button>
      ))}
      {(news.length > 0 || added.length > 0) && documentIds.length >= 2 && <Button onPress={() => void renew()}>Save as it is now</Button>}
    </div>
  );
}
