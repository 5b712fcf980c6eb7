// The state of "find in this document": query and options, hits in the canonical text, and the hit one stands at.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import { findFolded, type FindOptions, foldedText } from './find.ts';
import type { HighlightPainter } from './highlight-painter.ts';
import { lastStarting } from './layout.ts';
import { useExpressionHits } from './use-expression-hits.ts';

export type Find = ReturnType<typeof useFind>;
export type FindChoices = Required<FindOptions> & { isExpression: boolean };

const plainly: FindChoices = { matchCase: false, wholeWord: false, matchDiacritics: false, isExpression: false };
const none: readonly TextRange[] = [];

/** `from` is the offset where the reader is: the first hit shown is the next one from there. */
export function useFind(text: string, painter: HighlightPainter, from: () => number, goTo: (range: TextRange) => void) {
  const [isOpen, setOpen] = useState(false);
  const [turn, setTurn] = useState(0);
  const [query, setQuery] = useState('');
  const [choices, setChoices] = useState(plainly);
  const [stepped, setStepped] = useState<{ of: readonly TextRange[]; index: number } | null>(null);
  /** Where the search began, or the hit that was stepped to: typing on looks from there. */
  const [origin, setOrigin] = useState(0);
  const { matchCase, wholeWord, matchDiacritics, isExpression } = choices;

  const folded = useMemo(() => (isOpen && !isExpression ? foldedText(text, { matchCase, matchDiacritics }) : null), [isOpen, isExpression, text, matchCase, matchDiacritics]);
  const plain = useMemo(() => (folded ? findFolded(text, folded, query, { matchCase, wholeWord, matchDiacritics }) : none), [folded, text, query, matchCase, wholeWord, matchDiacritics]);
  const expression = useExpressionHits(text, isOpen && isExpression ? query : null, choices);
  const hits = isExpression ? expression.hits : plain;
  const first = useMemo(() => {
    const next = lastStarting(hits, origin - 1, (range) => range.start) + 1;
    return next < hits.length ? next : 0;
  }, [hits, origin]);
  const at = stepped?.of === hits ? stepped.index : first;
  const hit = hits[at] ?? null;

  useEffect(() => painter.show('find', hits), [painter, hits]);
  useEffect(() => painter.show('find-current', hit ? [hit] : []), [painter, hit]);
  const shown = useRef(goTo);
  useEffect(() => {
    shown.current = goTo;
  });
  useEffect(() => {
    if (hit) shown.current(hit);
  }, [hit]);

  const step = (by: 1 | -1) => {
    if (hits.length === 0) return;
    const index = (at + by + hits.length) % hits.length;
    setStepped({ of: hits, index });
    const target = hits[index];
    if (!target) return;
    setOrigin(target.start);
    // Also when there is only one: it may have been scrolled out of sight.
    goTo(target);
  };
  const open = useCallback(
    (words: string, at: number | null = null) => {
      setOpen(true);
      setTurn((known) => known + 1);
      setOrigin(at ?? from());
      if (words !== '') {
        setQuery(words);
        // What is selected is looked for as it stands.
        setChoices((known) => ({ ...known, isExpression: false }));
      }
    },
    [from],
  );
  const close = useCallback(() => setOpen(false), []);
  const choose = useCallback((changes: Partial<FindChoices>) => setChoices((known) => ({ ...known, ...changes })), []);
  return { isOpen, turn, query, setQuery, choices, choose, fault: isExpression ? expression.fault : null, hits, count: hits.length, current: at, hit, step, open, close };
}
