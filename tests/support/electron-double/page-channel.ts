// The page's own port as a channel of the test: what the test posts, the page posts, and what the page hears, the test hears.

import type { Channel } from '../../../shared/rpc/channel.ts';
import type { Shell } from './launch.ts';

declare global {
  interface Window {
    /** The port the page was given for the test, and what has arrived on it since it was last asked. */
    testPort: { port: MessagePort; next: () => Promise<{ messages: unknown[]; closed: boolean }> };
  }
}

/** Asks for a fresh port, as the screen does, and keeps it in the page. */
export async function pageChannel(shell: Shell): Promise<Channel> {
  await shell.page(connect);
  const listeners: ((message: unknown) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  void (async () => {
    for (let open = true; open; ) {
      // The page goes away at the end of a test.
      const { messages, closed } = await shell.page(() => window.testPort.next()).catch(() => ({ messages: [], closed: true }));
      for (const message of messages) for (const listener of listeners) listener(message);
      if (closed) for (const listener of closeListeners) listener();
      open = !closed;
    }
  })();
  return {
    post: (message) => void shell.page((sent) => window.testPort.port.postMessage(sent), message).catch(() => {}),
    onMessage: (listener) => listeners.push(listener),
    onClose: (listener) => closeListeners.push(listener),
  };
}

function connect(): Promise<void> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent<{ type?: string } | null>): void => {
      const [port] = event.ports;
      if (event.data?.type !== 'annals:port' || !port) return;
      window.removeEventListener('message', receive);
      let messages: unknown[] = [];
      let closed = false;
      let wake = (): void => {};
      port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        messages.push(data);
        wake();
      });
      port.addEventListener('close', () => {
        closed = true;
        wake();
      });
      port.start();
      window.testPort = {
        port,
        async next() {
          if (messages.length === 0 && !closed) await new Promise<void>((woken) => (wake = woken));
          const arrived = messages;
          messages = [];
          return { messages: arrived, closed };
        },
      };
      resolve();
    };
    window.addEventListener('message', receive);
    window.postMessage({ type: 'annals:connect' }, window.location.origin);
  });
}
