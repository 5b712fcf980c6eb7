// Which views of the document are shown, reading text or pages or both, and which of them is in front: the one the analyst works in.

import { useCallback, useState } from 'react';
import { isOneOf, useSetting } from '../../backend/use-setting.ts';
import { readerShown, type ReaderShown } from '../../routes.ts';

export type Side = 'text' | 'pages';
export const modes = readerShown;
export type Mode = ReaderShown;

export type Views = ReturnType<typeof useViews>;

/** `wanted` is what the address asks for; null when it does not say. */
export function useViews({ hasPages, hasText, wanted }: { hasPages: boolean; hasText: boolean; wanted: Mode | null }) {
  const [kept, setKept] = useSetting<Mode>('reader.view', 'text', isOneOf(modes));
  // Of two documents beside each other each keeps its own view, though the last choice is remembered for both.
  const [first] = useState(kept);
  // What was chosen here goes before what the address said when it was opened.
  const [chosen, setChosen] = useState<{ mode: Mode; wanted: Mode | null } | null>(null);
  const [lead, setLead] = useState<Side>('text');
  const asked = chosen && chosen.wanted === wanted ? chosen.mode : (wanted ?? first);
  const mode: Mode = !hasPages ? 'text' : !hasText ? 'pages' : asked;
  const front: Side = mode === 'both' ? lead : mode;
  const setMode = useCallback(
    (next: Mode) => {
      setChosen({ mode: next, wanted });
      setKept(next);
    },
    [setKept, wanted],
  );
  /** For this once: what is gone to can be seen only there. */
  const showPages = useCallback(() => setChosen({ mode: 'pages', wanted }), [wanted]);
  return { mode, front, setMode, showPages, setLead, showsText: mode !== 'pages', showsPages: mode !== 'text' };
}
