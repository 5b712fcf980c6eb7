// Serves the application on a channel: requests in, replies and pushes out. Validation is the application's own.

import { UserError } from '../core/user-error.ts';
import type { Channel } from './channel.ts';
import type { BackendEvent } from './contract.ts';

/** What a server needs of the application. */
export type Served = {
  /** Checks the method's name and input itself. */
  callUnchecked: (method: string, input: unknown, caller: 'page' | 'host') => Promise<unknown>;
  subscribe: (listener: (event: BackendEvent) => void) => () => void;
};

export function serve(backend: Served, channel: Channel, caller: 'page' | 'host'): void {
  const unsubscribe = backend.subscribe((event) => channel.post({ push: event }));
  channel.onClose(unsubscribe);
  channel.onMessage((message) => {
    const request = readRequest(message);
    // A message without a usable id cannot be answered; it is not one of ours.
    if (!request) return;
    backend.callUnchecked(request.method, request.input, caller).then(
      (value) => channel.post({ id: request.id, value }),
      (error: unknown) => channel.post({ id: request.id, error: describe(error) }),
    );
  });
}

function readRequest(message: unknown): { id: number; method: string; input: unknown } | null {
  if (typeof message !== 'object' || message === null || !('id' in message) || typeof message.id !== 'number') return null;
  const method = 'method' in message && typeof message.method === 'string' ? message.method : '';
  return { id: message.id, method, input: 'input' in message ? message.input : undefined };
}

function describe(error: unknown): { code: string; message: string; hint: string } {
  if (error instanceof UserError) return { code: error.code, message: error.message, hint: error.hint };
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), hint: '' };
}
