// A quotation in a brief: the passage with its place, one click from the reader, and a remark under it.

import { Link } from '../../components/link.tsx';
import { Quoted } from '../../components/quoted.tsx';
import { link } from '../../routes.ts';
import { passagePlace } from '../../components/passage-place.ts';
import type { BlockBodyProps } from './block-props.ts';
import { CitedText } from './cited-text.tsx';
import { useAnnotations } from './use-annotations.ts';

export function QuoteBlock({ block, save }: BlockBodyProps) {
  const annotation = useAnnotations().get(block.annotationId ?? '');
  return (
    <>
      {annotation ? (
        <Link to={link.reader(annotation.documentId, annotation)} className="brief-passage">
          <Quoted annotation={annotation} className="brief-passage-quote" />
          <span className="faint">{passagePlace(annotation)}</span>
        </Link>
      ) : (
        <p className="brief-gone">The passage quoted here is no longer in the project. Undo may bring it back.</p>
      )}
      <CitedText label="Remark under the quotation" stored={block.text} save={save} placeholder="A remark, if it needs one" isSmall />
    </>
  );
}
