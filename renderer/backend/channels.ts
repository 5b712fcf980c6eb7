// The two ways from the page to the application: a MessagePort in the Electron window, a WebSocket in a browser.
// They carry messages; they know nothing of methods and do not reconnect.

import type { Channel } from '../../shared/rpc/channel.ts';
import { decode, encode } from '../../shared/rpc/wire.ts';
import { electron } from './electron.ts';

/** Opens a fresh channel; rejects when the application does not answer. */
export function openChannel(): Promise<Channel> {
  return electron() ? openPort() : openSocket();
}

/** How long the shell may take to hand over a port: a backend process that restarts needs about a second. */
const portTimeout = 10_000;

function openPort(): Promise<Channel> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      window.removeEventListener('message', receive);
      clearTimeout(timer);
    };
    const receive = (event: MessageEvent<unknown>) => {
      const port = event.ports[0];
      if (event.source !== window || !isPortMessage(event.data) || !port) return;
      finish();
      resolve(portChannel(port));
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error('The application did not answer.'));
    }, portTimeout);
    window.addEventListener('message', receive);
    window.postMessage({ type: 'annals:connect' }, window.location.origin);
  });
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'annals:port';
}

function portChannel(port: MessagePort): Channel {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', (event: MessageEvent<unknown>) => listener(event.data));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', listener),
  };
}

function openSocket(): Promise<Channel> {
  return new Promise((resolve, reject) => {
    const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${window.location.host}/rpc`);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => resolve(socketChannel(socket)), { once: true });
    socket.addEventListener('error', () => reject(new Error('The application did not answer.')), { once: true });
  });
}

function socketChannel(socket: WebSocket): Channel {
  return {
    post: (message) => socket.send(encode(message) as Uint8Array<ArrayBuffer>),
    onMessage: (listener) =>
      socket.addEventListener('message', (event: MessageEvent<ArrayBuffer>) => listener(decode(new Uint8Array(event.data)))),
    onClose: (listener) => socket.addEventListener('close', listener),
  };
}
