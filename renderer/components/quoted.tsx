// The words of an annotation as they stand in lists: quoted when they are the document's, plain when they describe an area of a page.

import { SquareDashed } from 'lucide-react';
import type { ListedAnnotation } from '../../shared/core/annotation.ts';

export function Quoted({ annotation, className }: { annotation: Pick<ListedAnnotation, 'quote' | 'area'>; className: string }) {
  if (annotation.area === null) return <q className={className}>{annotation.quote}</q>;
  return (
    <span className={className}>
      <SquareDashed size={12} aria-label="Area of a page" /> {annotation.quote}
    </span>
  );
}
