// The typed client of the contract over any channel.

import { UserError, type UserErrorCode } from '../core/user-error.ts';
import type { Channel } from './channel.ts';
import type { BackendEvent, Input, MethodName, Output } from './contract.ts';
import type { Push, Reply } from './wire.ts';

export type Client = {
  call: <Name extends MethodName>(method: Name, input: Input<Name>) => Promise<Output<Name>>;
  /** Returns a function that ends the subscription. */
  subscribe: (listener: (event: BackendEvent) => void) => () => void;
};

/** A failure of the program, not of the input: the log id leads to its record. */
export class InternalError extends Error {}

/** The connection broke while an answer was awaited; a command may or may not have been carried out. */
export class ConnectionLost extends Error {}

export function createClient(channel: Channel): Client {
  let lastId = 0;
  let closed = false;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Set<(event: BackendEvent) => void>();

  channel.onMessage((message) => {
    if (isPush(message)) {
      for (const listener of listeners) listener(message.push);
      return;
    }
    const reply = message as Reply;
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (!caller) return;
    if ('error' in reply) caller.reject(errorOf(reply.error));
    else caller.resolve(reply.value);
  });
  channel.onClose(() => {
    closed = true;
    for (const caller of waiting.values()) caller.reject(new ConnectionLost('The connection to the application was lost.'));
    waiting.clear();
  });

  return {
    call: (method, input) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new ConnectionLost('The connection to the application was lost.'));
          return;
        }
        lastId += 1;
        waiting.set(lastId, { resolve: resolve as (value: unknown) => void, reject });
        channel.post({ id: lastId, method, input });
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isPush(message: unknown): message is Push {
  return typeof message === 'object' && message !== null && 'push' in message;
}

function errorOf(error: { code: string; message: string; hint: string }): Error {
  return error.code === 'internal' ? new InternalError(error.message) : new UserError(error.code as UserErrorCode, error.message, error.hint);
}
