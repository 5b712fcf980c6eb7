// What a highlight's card says of its place: doubtful or lost, with the way to the review; or carried over from another edition.

import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import { useQuery } from '../../backend/use-query.ts';
import { link } from '../../routes.ts';
import { Link } from '../link.tsx';
import { Badge } from '../marks.tsx';
import './versions.css';

export function AnchorMark({ state }: { state: ListedAnnotation['anchorState'] }) {
  if (state === 'doubtful')
    return (
      <Badge tone="reworded" title="The words have changed since it was highlighted">
        ? place to review
      </Badge>
    );
  if (state === 'lost')
    return (
      <Badge tone="gone" title="Its words are no longer in the text">
        ✗ lost
      </Badge>
    );
  return null;
}

export function AnchorNote({ annotation }: { annotation: ListedAnnotation }) {
  const { anchorState, id, documentId } = annotation;
  const carried = useQuery('carrying.sources', { id: documentId }).data?.find((each) => each.id === id);
  return (
    <>
      {(anchorState === 'doubtful' || anchorState === 'lost') && (
        <p className="anchor-note">
          <AnchorMark state={anchorState} /> <Link to={link.doubts(id)}>Review its place</Link>
        </p>
      )}
      {carried && (
        <p className="anchor-note faint">
          Carried over from{' '}
          {carried.source ? (
            <Link to={link.reader(carried.source.documentId, { start: carried.source.start, end: carried.source.end })}>
              {carried.source.documentTitle}
              {carried.source.year !== null && !carried.source.documentTitle.includes(String(carried.source.year)) && ` (${String(carried.source.year)})`}
            </Link>
          ) : (
            'a highlight deleted since'
          )}
        </p>
      )}
    </>
  );
}

/** Above the cards of a document: what waits for a decision. Lost highlights have no place among the others. */
export function WaitingNote({ annotations }: { annotations: readonly ListedAnnotation[] }) {
  const lost = annotations.filter(({ anchorState }) => anchorState === 'lost');
  const doubtful = annotations.filter(({ anchorState }) => anchorState === 'doubtful');
  const [first] = [...doubtful, ...lost];
  if (!first) return null;
  return (
    <div className="waiting-note">
      <p>
        {doubtful.length > 0 && <Badge tone="reworded">? {doubtful.length.toLocaleString('en')} to review</Badge>} {lost.length > 0 && <Badge tone="gone">✗ {lost.length.toLocaleString('en')} lost</Badge>}{' '}
        <Link to={link.doubts(first.id)}>Review</Link>
      </p>
      {lost.length > 0 && (
        <details>
          <summary>Lost highlights</summary>
          <ul>
            {lost.map((annotation) => (
              <li key={annotation.id}>
                <Link to={link.doubts(annotation.id)}>
                  <bdi>“{annotation.quote.length > 140 ? `${annotation.quote.slice(0, 140)}…` : annotation.quote}”</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
