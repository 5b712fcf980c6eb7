// The versions of a document that the analyst keeps beside it, and those still to be decided; each one press away, and its difference.

import { type DocumentPair, pairWords, similarityInWords } from '../../shared/core/document-pair.ts';
import { useQuery } from '../backend/use-query.ts';
import { link } from '../routes.ts';
import { Link } from './link.tsx';
import { PanelSection } from './panels.tsx';

export function DocumentVersions({ documentId }: { documentId: string }) {
  const pairs = useQuery('pairs.list', { documentId, state: 'all' }, { keepPrevious: false }).data ?? [];
  const shown = pairs.filter((pair) => pair.decision !== 'different');
  if (shown.length === 0) return null;
  return (
    <PanelSection title="Versions">
      {shown.map((pair) => (
        <Version key={`${pair.document.id} ${pair.other.id}`} pair={pair} documentId={documentId} />
      ))}
    </PanelSection>
  );
}

function Version({ pair, documentId }: { pair: DocumentPair; documentId: string }) {
  const isLater = pair.document.id === documentId;
  const shown = isLater ? pair.other : pair.document;
  const relation = pair.decision === 'versions' ? (isLater ? 'Imported earlier' : 'Imported later') : `Undecided: ${pairWords[pair.kind].name.toLowerCase()}?`;
  return (
    <p>
      <Link to={link.reader(shown.id)}>{shown.title}</Link>
      <br />
      <span className="faint">
        {relation}, {similarityInWords(pair.similarity)}, {shown.fileName.split('/').at(-1)}
      </span>
      <br />
      <Link to={link.compare({ documentIds: [pair.other.id, pair.document.id] })}>Show difference</Link>
      {pair.decision === null && (
        <>
          {' · '}
          <Link to={link.pairs()}>Decide</Link>
        </>
      )}
    </p>
  );
}
