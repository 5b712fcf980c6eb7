// The hits of a regular expression in the open text, found in a worker; one that takes too long is stopped, and that is said.

import { useEffect, useRef, useState } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import type { FindAnswer, FindOrder } from './find-worker.ts';
import { expressionOf } from './find-expression.ts';
import type { FindOptions } from './find.ts';

/** Milliseconds an expression may take; all that are meant to end do so in a few. */
const longest = 1500;

export type ExpressionHits = { hits: readonly TextRange[]; /** What is wrong with the expression. */ fault: string | null };

const nothing: ExpressionHits = { hits: [], fault: null };

/** `source` is null while no expression is looked for. */
export function useExpressionHits(text: string, source: string | null, options: FindOptions): ExpressionHits {
  const [state, setState] = useState<ExpressionHits>(nothing);
  const worker = useRef<Worker | null>(null);
  const { matchCase = false, wholeWord = false } = options;
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [text],
  );
  useEffect(() => {
    if (source === null || source === '') {
      setState(nothing);
      return undefined;
    }
    const expression = expressionOf(source, { matchCase });
    if (typeof expression === 'string') {
      setState({ hits: [], fault: expression });
      return undefined;
    }
    const own = worker.current ?? withText(text);
    worker.current = own;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isBusy = true;
    const stop = () => {
      own.terminate();
      if (worker.current === own) worker.current = null;
    };
    const listen = ({ data }: MessageEvent<FindAnswer>) => {
      if (data === 'begun') {
        timer = setTimeout(() => {
          isBusy = false;
          stop();
          setState({ hits: [], fault: 'This expression takes too long on this text. Make it simpler.' });
        }, longest);
        return;
      }
      isBusy = false;
      if (timer !== null) clearTimeout(timer);
      setState({ hits: data.found, fault: null });
    };
    own.addEventListener('message', listen);
    own.postMessage({ source, options: { matchCase, wholeWord } } satisfies FindOrder);
    return () => {
      own.removeEventListener('message', listen);
      if (timer !== null) clearTimeout(timer);
      // What it still looks for is not wanted any more.
      if (isBusy) stop();
    };
  }, [text, source, matchCase, wholeWord]);
  return state;
}

function withText(text: string): Worker {
  const worker = new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' });
  worker.postMessage({ text } satisfies FindOrder);
  return worker;
}
