// What is painted over the reading text: highlights by colour, darker where they overlap; the opened one; the selected passage while a
// field has the focus; the passage gone to.

import { useEffect, useRef } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import type { HighlightPainter } from './highlight-painter.ts';
import { colourOf } from './highlight-words.ts';
import { coveredBy, type Intervals } from './intervals.ts';

export function usePainting(painter: HighlightPainter, highlights: Intervals<ListedAnnotation>, tags: ReadonlyMap<string, TagWithCount>, active: ListedAnnotation | null, passage: TextRange | null, flash: TextRange | null): void {
  const colours = useRef(new Set<string>());
  useEffect(() => {
    const byColour = Map.groupBy(highlights.items, (annotation) => colourOf(annotation, tags));
    for (const colour of colours.current) if (!byColour.has(colour as never)) painter.show(colour, []);
    for (const [colour, own] of byColour) painter.show(colour, own);
    colours.current = new Set(byColour.keys());
    painter.show('unplaced', highlights.items.filter(({ anchorState }) => anchorState === 'doubtful'));
    painter.show('overlap', coveredBy(highlights.items, 2));
    painter.show('overlap-deep', coveredBy(highlights.items, 3));
  }, [painter, highlights, tags]);
  useEffect(() => painter.show('active', active ? [active] : []), [painter, active]);
  useEffect(() => painter.show('pending', passage ? [passage] : []), [painter, passage]);
  useEffect(() => painter.show('flash', flash ? [flash] : []), [painter, flash]);
}
