// What leaves the reader when a passage is copied or dragged: its words, for other programs with the citation, for Annals with the place.

import { useCallback, useEffect, useRef } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import { useProject } from '../../backend/use-project.ts';
import { useIsInCommandScope } from '../../components/commands.tsx';
import { putPassage } from '../../components/passage-transfer.ts';
import { quotedWords, quoteWithCitation } from './citation.ts';

export type PassageCopy = {
  /** Copies what is in hand, its citation in the plain text too. False where the browser refuses. */
  withCitation: () => boolean;
  /** Fills what is dragged with a highlight. */
  put: (transfer: DataTransfer, annotation: ListedAnnotation) => void;
};

export function usePassageCopy(reading: DocumentReading, passage: TextRange | null, active: ListedAnnotation | null): PassageCopy {
  const projectId = useProject().data?.id ?? '';
  const isInScope = useIsInCommandScope();
  const wantsCitation = useRef(false);
  const held: TextRange | null = passage ?? (active?.area ? null : active);
  const annotationId = passage ? null : (active?.id ?? null);

  const fill = useCallback(
    (transfer: DataTransfer, range: TextRange, id: string | null, isCited: boolean) => {
      const cited = quoteWithCitation(reading, range);
      const words = quotedWords(reading, range);
      const plain = isCited ? cited : reading.text.slice(range.start, range.end);
      putPassage(transfer, { projectId, documentId: reading.document.id, start: range.start, end: range.end, annotationId: id, words }, { plain, cited });
    },
    [projectId, reading],
  );
  useEffect(() => {
    if (!held || !isInScope) return undefined;
    const onCopy = (event: ClipboardEvent) => {
      // Words selected elsewhere, in a card or a field, are copied as they are.
      if (!event.clipboardData || (!wantsCitation.current && (isField(event.target) || (!passage && !(document.getSelection()?.isCollapsed ?? true))))) return;
      fill(event.clipboardData, held, annotationId, wantsCitation.current);
      event.preventDefault();
    };
    const onDragStart = (event: DragEvent) => {
      if (!passage || !event.dataTransfer || !(event.target instanceof Node) || (event.target instanceof Element && event.target.closest('[draggable="true"]'))) return;
      const element = event.target instanceof Element ? event.target : event.target.parentElement;
      if (!element?.closest('.reader-page')) return;
      fill(event.dataTransfer, passage, null, false);
      event.dataTransfer.effectAllowed = 'copy';
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('dragstart', onDragStart);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('dragstart', onDragStart);
    };
  }, [annotationId, fill, held, isInScope, passage]);

  const withCitation = useCallback(() => {
    wantsCitation.current = true;
    try {
      // The other way of writing to the clipboard lets no form of our own through, and asks for leave.
      return document.execCommand('copy');
    } finally {
      wantsCitation.current = false;
    }
  }, []);
  const put = useCallback((transfer: DataTransfer, annotation: ListedAnnotation) => annotation.area === null && fill(transfer, annotation, annotation.id, false), [fill]);
  return { withCitation, put };
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
}
