// A channel over a WebSocket: messages as bytes (rpc/wire.ts), with a bound on what may wait to be sent.

import type { WebSocket } from 'ws';
import type { Channel } from '../rpc/channel.ts';
import { decode, encode, maximumMessageBytes } from '../rpc/wire.ts';

/** Above this many unsent bytes no more requests are read, so answers cannot pile up; below the second, reading goes on. */
const pauseAbove = 32 * 1024 * 1024;
const resumeBelow = 8 * 1024 * 1024;

/** WebSocket close codes (RFC 6455, section 7.4.1). */
const unsupportedData = 1003;
const messageTooBig = 1009;
const tryAgainLater = 1013;

/** A page that sends no message of ours, or does not read what it asked for, is cut off; its requests were carried out. */
export function socketChannel(socket: WebSocket): Channel {
  const listeners: ((message: unknown) => void)[] = [];

  socket.on('message', (data, isBinary) => {
    const message = isBinary && Buffer.isBuffer(data) ? tryDecode(data) : undefined;
    if (message === undefined) socket.close(unsupportedData, 'not a message of Annals');
    else for (const listener of listeners) listener(message);
  });
  // Too large or malformed frames: ws closes the socket itself, with the code that belongs to it.
  socket.on('error', () => {});

  return {
    post(message) {
      if (socket.readyState !== socket.OPEN) return;
      // Progress is said again soon; a slow page may miss some.
      if (isProgress(message) && socket.bufferedAmount > resumeBelow) return;
      const bytes = encode(message);
      if (bytes.length > maximumMessageBytes) {
        socket.close(messageTooBig, 'answer too large');
        return;
      }
      if (socket.bufferedAmount > maximumMessageBytes) {
        socket.close(tryAgainLater, 'too slow');
        return;
      }
      socket.send(bytes, () => {
        if (socket.isPaused && socket.bufferedAmount < resumeBelow) socket.resume();
      });
      if (socket.bufferedAmount > pauseAbove) socket.pause();
    },
    onMessage: (listener) => listeners.push(listener),
    onClose: (listener) => socket.on('close', listener),
  };
}

function tryDecode(data: Buffer): unknown {
  try {
    // A plain view: slices of a Buffer would go on sharing, and holding, the whole message.
    return decode(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  } catch {
    return undefined;
  }
}

function isProgress(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || !('push' in message)) return false;
  const { push } = message;
  return typeof push === 'object' && push !== null && 'type' in push && push.type === 'progress';
}
