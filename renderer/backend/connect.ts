// Keeps one connection to the application and restores it when it breaks. Callers see one client for the whole life
// of the page; calls made while the connection is away wait for it, calls under way when it breaks are rejected.

import type { Channel } from '../../shared/rpc/channel.ts';
import { type Client, createClient } from '../../shared/rpc/client.ts';
import type { BackendEvent } from '../../shared/rpc/contract.ts';

export type ConnectionState = 'connecting' | 'open' | 'lost';

export type Connection = Client & {
  state: () => ConnectionState;
  /** Called on each change of state; returns a function that ends it. */
  onState: (listener: (state: ConnectionState) => void) => () => void;
};

/** Milliseconds before the first and the slowest further attempt: soon enough to be missed, seldom enough to cost nothing. */
const firstPause = 250;
const longestPause = 4000;

export function connect(openChannel: () => Promise<Channel>): Connection {
  let state: ConnectionState = 'connecting';
  let client: Promise<Client>;
  const stateListeners = new Set<(state: ConnectionState) => void>();
  const eventListeners = new Set<(event: BackendEvent) => void>();

  const setState = (next: ConnectionState) => {
    if (state === next) return;
    state = next;
    for (const listener of stateListeners) listener(next);
  };

  const open = async (): Promise<Client> => {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      try {
        const channel = await openChannel();
        const opened = createClient(channel);
        channel.onClose(() => {
          setState('lost');
          client = open();
        });
        opened.subscribe((event) => {
          for (const listener of eventListeners) listener(event);
        });
        setState('open');
        return opened;
      } catch {
        setState('lost');
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  };
  client = open();

  return {
    call: async (method, input) => (await client).call(method, input),
    subscribe: (listener) => {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    state: () => state,
    onState: (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
  };
}
