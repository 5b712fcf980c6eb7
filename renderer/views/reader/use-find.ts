// The state of "find in this document": query, hits in the canonical text, and the hit one stands at.

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import { findInText } from './find.ts';
import type { HighlightPainter } from './highlight-painter.ts';
import { lastStarting } from './layout.ts';

export type Find = ReturnType<typeof useFind>;

/** `from` is the offset where the reader is: the first hit shown is the next one from there. */
export function useFind(text: string, painter: HighlightPainter, from: () => number, goTo: (range: TextRange) => void) {
  const [isOpen, setOpen] = useState(false);
  const [turn, setTurn] = useState(0);
  const [query, setTyped] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWord, setWholeWord] = useState(false);
  const [current, setCurrent] = useState(0);
  const hits = useMemo(() => (isOpen ? findInText(text, query, { matchCase, wholeWord }) : []), [isOpen, text, query, matchCase, wholeWord]);
  const at = Math.min(current, Math.max(0, hits.length - 1));
  const hit = hits[at];

  useEffect(() => painter.show('find', hits), [painter, hits]);
  useEffect(() => painter.show('find-current', hit ? [hit] : []), [painter, hit]);

  const show = (found: readonly TextRange[], index: number) => {
    setCurrent(index);
    const target = found[index];
    if (target) goTo(target);
  };
  const setQuery = (typed: string) => {
    setTyped(typed);
    const found = findInText(text, typed, { matchCase, wholeWord });
    // The hit at or after the place one reads at; else the first.
    const next = lastStarting(found, from() - 1, (range) => range.start) + 1;
    show(found, next < found.length ? next : 0);
  };
  const step = (by: 1 | -1) => {
    if (hits.length > 0) show(hits, (at + by + hits.length) % hits.length);
  };
  const open = useCallback((words: string) => {
    setOpen(true);
    setTurn((known) => known + 1);
    if (words !== '') setTyped(words);
    setCurrent(0);
  }, []);
  return { isOpen, turn, query, setQuery, matchCase, setMatchCase, wholeWord, setWholeWord, hits, count: hits.length, current: at, hit: hit ?? null, step, open, close: useCallback(() => setOpen(false), []) };
}
