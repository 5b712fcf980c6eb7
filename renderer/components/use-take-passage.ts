// Taking up a passage that is pasted or dropped: as an annotation of the open project, made where there is none.

import { type DragEvent, useCallback, useState } from 'react';
import { sentenceOf } from '../backend/error-sentence.ts';
import { useProject } from '../backend/use-project.ts';
import { useAnnotationOf } from './annotation-of.ts';
import { type CarriedPassage, carriedPassage, holdsPassage } from './passage-transfer.ts';
import { showToast } from './toasts.ts';

/** Answers the id of the annotation; null when it could not be had, which was told. */
export function useTakePassage(): (passage: CarriedPassage) => Promise<string | null> {
  const annotationOf = useAnnotationOf();
  const project = useProject().data?.id;
  return useCallback(
    async ({ projectId, documentId, start, end, annotationId }) => {
      if (projectId !== project) {
        showToast({ text: 'This passage is from another project. Import its document here first.', tone: 'error' });
        return null;
      }
      try {
        return await annotationOf({ documentId, start, end, ...(annotationId !== null && { annotationId }) });
      } catch (reason) {
        showToast({ text: sentenceOf(reason), tone: 'error' });
        return null;
      }
    },
    [annotationOf, project],
  );
}

/** Makes an element a place where passages can be dropped; `isOver` while one is held over it. */
export function usePassageDrop(onDrop: (passage: CarriedPassage) => void) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!holdsPassage(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  return {
    isOver,
    place: {
      onDragEnter: over,
      onDragOver: over,
      onDragLeave: (event: DragEvent) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        const passage = event.defaultPrevented ? null : carriedPassage(event.dataTransfer);
        if (!passage) return;
        event.preventDefault();
        onDrop(passage);
      },
    },
  };
}
