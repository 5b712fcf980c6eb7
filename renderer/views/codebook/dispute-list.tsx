// Where two analysts differ about a tag: both passages side by side, each one click from its place; what stands is decided here.

import type { DisputedPassage, ListedDispute } from '../../../shared/core/codebook.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button } from '../../components/button.tsx';
import { Link } from '../../components/link.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { showToast } from '../../components/toasts.ts';
import { link } from '../../routes.ts';
import { analystName } from './words.ts';

/** Drawn at a time: settling one makes room for the next. */
const most = 100;

export function DisputeList({ tagId, first, second }: { tagId: string; first: string; second: string }) {
  const disputes = useQuery('agreement.disputes', { tagId, first, second });
  const settle = useCommand('agreement.settle');
  const { undo } = useUndo();
  if (disputes.errorSentence) return <ErrorNote onRetry={disputes.refetch}>{disputes.errorSentence}</ErrorNote>;
  if (!disputes.data) return <Waiting />;
  if (disputes.data.length === 0) return <EmptyState title="They agree">No difference about this tag is left.</EmptyState>;
  const decide = async (dispute: ListedDispute, keep: 'first' | 'second' | 'both' | 'neither') => {
    const outcome = await settle.run({ tagId, keep, firstIds: dispute.first.map(idOf), secondIds: dispute.second.map(idOf) });
    if (outcome.ok) showToast({ text: 'Settled a difference.', action: { label: 'Undo', run: () => void undo() } });
  };
  return (
    <div className="codebook-side">
      <p className="faint">
        {disputes.data.length === 1 ? '1 difference' : `${disputes.data.length.toLocaleString('en')} differences`}
        {disputes.data.length > most && `; the first ${String(most)} are listed`}
      </p>
      <ul>
        {disputes.data.slice(0, most).map((dispute) => (
          <li key={`${dispute.documentId} ${String(dispute.start)}`} className="codebook-dispute">
            <p className="faint codebook-place">
              {[dispute.title, dispute.year, dispute.page === null ? null : `p. ${String(dispute.page)}`].filter(Boolean).join(' · ')}; {dispute.characters.toLocaleString('en')} characters differ
            </p>
            <Side name={analystName(first)} documentId={dispute.documentId} passages={dispute.first} />
            <Side name={analystName(second)} documentId={dispute.documentId} passages={dispute.second} />
            <div className="codebook-actions">
              {dispute.first.length > 0 && <Button onPress={() => void decide(dispute, 'first')}>Keep {dispute.second.length > 0 ? `${analystName(first)}’s` : 'it'}</Button>}
              {dispute.second.length > 0 && <Button onPress={() => void decide(dispute, 'second')}>Keep {dispute.first.length > 0 ? `${analystName(second)}’s` : 'it'}</Button>}
              {dispute.first.length > 0 && dispute.second.length > 0 && <Button onPress={() => void decide(dispute, 'both')}>Keep both</Button>}
              <Button onPress={() => void decide(dispute, 'neither')}>{dispute.first.length > 0 && dispute.second.length > 0 ? 'Keep neither' : 'Take it off'}</Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

const idOf = (passage: DisputedPassage): string => passage.annotationId;

function Side({ name, documentId, passages }: { name: string; documentId: string; passages: readonly DisputedPassage[] }) {
  return (
    <div className="codebook-dispute-side">
      <span className="label">{name}</span>
      {passages.length === 0 && <span className="faint">did not tag it</span>}
      {passages.map((passage) => (
        <Link key={passage.annotationId} to={link.reader(documentId, passage)} className="codebook-passage-link">
          <q className="codebook-quote">{passage.quote}</q>
        </Link>
      ))}
    </div>
  );
}
