// Doing something from a component: a command or an action of the contract. Failures are told in a toast unless the caller tells them itself.

import { useCallback, useState } from 'react';
import type { Input, MethodName, Output } from '../../shared/rpc/contract.ts';
import { showToast } from '../components/toasts.ts';
import { useConnection } from './backend.tsx';
import { sentenceOf } from './error-sentence.ts';

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; error: Error; sentence: string };

export type CommandOptions = {
  /** True: the caller shows the failure itself (see `sentence` of the outcome). */
  quiet?: boolean;
};

/** `run` never rejects; it answers with the outcome. `pending` is true while at least one run is under way. */
export function useCommand<Name extends MethodName>(method: Name, options: CommandOptions = {}) {
  const connection = useConnection();
  const [running, setRunning] = useState(0);
  const quiet = options.quiet ?? false;

  const run = useCallback(
    async (input: Input<Name>): Promise<Outcome<Output<Name>>> => {
      setRunning((count) => count + 1);
      try {
        return { ok: true, value: await connection.call(method, input) };
      } catch (reason) {
        const error = reason instanceof Error ? reason : new Error(String(reason));
        const sentence = sentenceOf(error);
        if (!quiet) showToast({ text: sentence, tone: 'error' });
        return { ok: false, error, sentence };
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [connection, method, quiet],
  );
  return { run, pending: running > 0 };
}
