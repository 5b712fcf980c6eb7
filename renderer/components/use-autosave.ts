// A text that is kept by itself: what is typed shows at once and is stored after a pause, when the field is left, and when the view goes.

import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds after the last letter. */
const pause = 600;
/** Milliseconds in which what is stored shows what was kept; an undo that came before it could leaves the older text for good. */
const catchUp = 5000;

export type Autosave = {
  text: string;
  setText: (text: string) => void;
  /** Stores now what is still waiting; call it when the field is left. */
  flush: () => void;
};

/**
 * `stored` is what the application holds; a change of it from elsewhere (undo, another window) shows unless something typed is waiting.
 * `save` answers undefined when it would not keep the text: it may be finished yet; when the field is left, what is stored shows again.
 */
export function useAutosave(stored: string, save: (text: string) => Promise<unknown> | undefined): Autosave {
  const [draft, setDraft] = useState<string | null>(null);
  const waiting = useRef<string | null>(null);
  const flying = useRef(0);
  /** What was stored before the first text was handed over, and the texts since. */
  const sent = useRef<string[]>([]);
  const saver = useRef(save);
  const latest = useRef(stored);
  useEffect(() => {
    saver.current = save;
    latest.current = stored;
  });

  /** The draft goes only when what is stored has caught up with it; before that an older text would show, and take the next letters. */
  const settle = useCallback(() => {
    if (waiting.current !== null || flying.current > 0) return;
    const place = sent.current.findLastIndex((text) => text.trim() === latest.current.trim());
    if (place >= 0 && place < sent.current.length - 1) return;
    sent.current = [];
    setDraft(null);
  }, []);
  useEffect(settle, [settle, stored]);

  /** False when the text would not be kept. */
  const send = useCallback((): boolean => {
    const text = waiting.current;
    if (text === null) return true;
    const saving = saver.current(text);
    if (saving === undefined) return false;
    waiting.current = null;
    if (sent.current.length === 0) sent.current.push(latest.current);
    sent.current.push(text);
    flying.current += 1;
    void saving.finally(() => {
      flying.current -= 1;
      settle();
      const { length } = sent.current;
      setTimeout(() => {
        if (length === 0 || sent.current.length !== length || waiting.current !== null || flying.current > 0) return;
        sent.current = [];
        setDraft(null);
      }, catchUp);
    });
    return true;
  }, [settle]);
  const flush = useCallback(() => {
    if (send()) return;
    waiting.current = null;
    settle();
  }, [send, settle]);
  useEffect(() => {
    if (draft === null || waiting.current === null) return undefined;
    const timer = setTimeout(send, pause);
    return () => clearTimeout(timer);
  }, [draft, send]);
  // Leaving the view must not lose the last words.
  useEffect(() => flush, [flush]);

  const setText = useCallback((text: string) => {
    waiting.current = text;
    setDraft(text);
  }, []);
  return { text: draft ?? stored, setText, flush };
}
