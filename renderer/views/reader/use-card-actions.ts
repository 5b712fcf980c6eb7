// What the cards of highlights do, and what a click on a highlight does.

import { useMemo } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { CardActions } from './annotation-card.tsx';
import type { AreaDraft } from './pages/area-tool.tsx';
import type { RoomDialog } from './room-dialogs.tsx';
import type { Coding } from './use-coding.ts';
import type { Going } from './use-going-on.ts';
import type { PassageCopy } from './use-passage-copy.ts';

type Cards = {
  coding: Coding;
  going: Going;
  drag: PassageCopy['put'];
  open: (id: string) => void;
  close: () => void;
  /** Gives the text or the pages the focus. */
  leave: () => void;
  showPages: () => void;
  drawArea: (draft: AreaDraft) => void;
  showDialog: (dialog: RoomDialog) => void;
};

/** The same object as long as what it works with is the same: cards are drawn anew with it. */
export function useCardActions({ coding, going, drag, open, close, leave, showPages, drawArea, showDialog }: Cards): CardActions {
  return useMemo(() => {
    const target = (annotation: ListedAnnotation) => ({ range: annotation, annotation });
    return {
      open: (annotation) => {
        going.from(annotation.end);
        open(annotation.id);
      },
      close: () => {
        close();
        leave();
      },
      leave,
      drag,
      tag: (annotation, tagId) => void coding.tagWith(target(annotation), tagId),
      tagNew: (annotation, name) => void coding.tagWithNew(target(annotation), name),
      untag: coding.untag,
      setNote: coding.setNote,
      setColour: coding.setColour,
      describe: coding.describe,
      reshape: (annotation) => {
        if (!annotation.area) return;
        showPages();
        drawArea({ area: annotation.area, annotationId: annotation.id });
      },
      evidence: (annotation) => showDialog({ kind: 'evidence', range: annotation, annotationId: annotation.id }),
      remove: (annotation) => {
        close();
        leave();
        void coding.removeOne(annotation);
      },
    };
  }, [coding, going, drag, open, close, leave, showPages, drawArea, showDialog]);
}
