// In which looks highlights are painted over the reading text.

import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import type { Source } from './highlight-painter.ts';
import { colourOf } from './highlight-words.ts';
import { coveredBy, type Intervals } from './intervals.ts';

/** Each in its colour, darker where two or more overlap; those that wait for a decision are marked. */
export function looksOf(highlights: Intervals<ListedAnnotation>, tags: ReadonlyMap<string, TagWithCount>): Source {
  return (stretch) => {
    const near = highlights.within(stretch);
    return [
      ...Map.groupBy(near, (annotation) => colourOf(annotation, tags)),
      ['unplaced', near.filter(({ anchorState }) => anchorState === 'doubtful')],
      ['overlap', coveredBy(near, 2)],
      ['overlap-deep', coveredBy(near, 3)],
    ];
  };
}
