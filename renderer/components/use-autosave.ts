// A text that is kept by itself: what is typed shows at once and is stored after a pause, when the field is left, and when the view goes.

import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds after the last letter. */
const pause = 600;

export type Autosave = {
  text: string;
  setText: (text: string) => void;
  /** Stores now what is still waiting; call it when the field is left. */
  flush: () => void;
};

/** `stored` is what the application holds; a change of it from elsewhere (undo, another window) shows unless something typed is waiting. */
export function useAutosave(stored: string, save: (text: string) => Promise<unknown> | void): Autosave {
  const [draft, setDraft] = useState<string | null>(null);
  const waiting = useRef<string | null>(null);
  const saver = useRef(save);
  useEffect(() => {
    saver.current = save;
  });

  const flush = useCallback(() => {
    const text = waiting.current;
    waiting.current = null;
    if (text === null) return;
    void Promise.resolve(saver.current(text)).finally(() => {
      if (waiting.current === null) setDraft(null);
    });
  }, []);
  useEffect(() => {
    if (draft === null || waiting.current === null) return undefined;
    const timer = setTimeout(flush, pause);
    return () => clearTimeout(timer);
  }, [draft, flush]);
  // Leaving the view must not lose the last words.
  useEffect(() => flush, [flush]);

  const setText = useCallback((text: string) => {
    waiting.current = text;
    setDraft(text);
  }, []);
  return { text: draft ?? stored, setText, flush };
}
