// The passage of the opened highlight while its ends are moved, by hand or by key: shown at once, kept by one command, which the
// application answers later.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { Coding } from './use-coding.ts';

/** Milliseconds within which what was kept comes back with the highlights. */
const longestAnswer = 1500;

export type Extent = {
  /** The opened highlight as it is to be seen now; null where none is opened, or an area, or one that is lost and has no ends. */
  shown: ListedAnnotation | null;
  /** Only shows it, as long as a handle is dragged; null takes that back. */
  preview: (range: TextRange | null) => void;
  /** Shows and keeps it. */
  change: (range: TextRange) => void;
};

export function useExtent(active: ListedAnnotation | null, move: Coding['move']): Extent {
  const [moved, setMoved] = useState<{ id: string; range: TextRange; isKept: boolean } | null>(null);
  const turn = useRef(0);
  const whole = active?.area || active?.anchorState === 'lost' ? null : active;

  // What the application answers takes the place of what was shown meanwhile.
  useEffect(() => {
    setMoved((known) => (known && (known.isKept || known.id !== whole?.id || (known.range.start === whole.start && known.range.end === whole.end)) ? null : known));
  }, [whole]);

  const id = whole?.id ?? null;
  const preview = useCallback((range: TextRange | null) => setMoved(range && id !== null ? { id, range, isKept: false } : null), [id]);
  const change = useCallback(
    (range: TextRange) => {
      if (id === null) return;
      turn.current += 1;
      const own = turn.current;
      setMoved({ id, range, isKept: false });
      void move(id, range).then((isDone) => {
        // Only the last of several changes says that nothing more is to come.
        if (own !== turn.current) return;
        setMoved((known) => (known && isDone ? { ...known, isKept: true } : null));
        // Undone at once it is never answered: the highlight is as it was.
        setTimeout(() => own === turn.current && setMoved(null), longestAnswer);
      });
    },
    [id, move],
  );
  const shown = whole && moved && moved.id === whole.id ? { ...whole, ...moved.range } : whole;
  return { shown, preview, change };
}
