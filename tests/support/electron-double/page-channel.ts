// A port of the page as a channel of the test: what the test posts, the page posts, and what the page hears, the test hears.

import type { Channel } from '../../../shared/rpc/channel.ts';
import type { Shell } from './launch.ts';

type Heard = { messages: unknown[]; closed: boolean };

declare global {
  interface Window {
    /** The ports the page was given for the test, in the order it asked; `next` waits until something is heard. */
    testPorts?: { post: (message: unknown) => void; next: () => Promise<Heard> }[];
  }
}

/** Asks for a fresh port, as the screen does, and keeps it in the page. */
export async function pageChannel(shell: Shell): Promise<Channel> {
  const number = await shell.page(connect);
  const listeners: ((message: unknown) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  const listen = async (): Promise<void> => {
    for (let open = true; open; ) {
      const heard = await shell.page((which): Promise<Heard> => window.testPorts?.[which]?.next() ?? Promise.resolve({ messages: [], closed: true }), number).catch(gone);
      for (const message of heard.messages) for (const listener of listeners) listener(message);
      open = !heard.closed;
    }
    for (const listener of closeListeners) listener();
  };
  void listen();
  return {
    post: (message) => void shell.page(([which, sent]) => window.testPorts?.[which]?.post(sent), [number, message] as const).catch(() => {}),
    onMessage: (listener) => listeners.push(listener),
    onClose: (listener) => closeListeners.push(listener),
  };
}

/** A page that ends takes its ports along. */
function gone(): Heard {
  return { messages: [], closed: true };
}

/** Runs in the page. */
function connect(): Promise<number> {
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
      const next = async (): Promise<Heard> => {
        if (messages.length === 0 && !closed) await new Promise<void>((woken) => (wake = woken));
        const heard = { messages, closed };
        messages = [];
        return heard;
      };
      window.testPorts ??= [];
      resolve(window.testPorts.push({ post: (message) => port.postMessage(message), next }) - 1);
    };
    window.addEventListener('message', receive);
    window.postMessage({ type: 'annals:connect' }, window.location.origin);
  });
}
