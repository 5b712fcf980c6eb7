// A channel over a stream of bytes: each message as rpc/wire.ts writes it, after its length in four bytes.

import type { Socket } from 'node:net';
import type { Channel } from '../../../shared/rpc/channel.ts';
import { decode, encode } from '../../../shared/rpc/wire.ts';

const head = 4;

export function bytesChannel(socket: Socket): Channel {
  const listeners: ((message: unknown) => void)[] = [];
  let waiting = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (part) => {
    waiting = Buffer.concat([waiting, part]);
    while (waiting.length >= head && waiting.length >= head + waiting.readUInt32LE()) {
      const end = head + waiting.readUInt32LE();
      const message = decode(waiting.subarray(head, end));
      waiting = waiting.subarray(end);
      for (const listener of listeners) listener(message);
    }
  });
  return {
    post(message) {
      const bytes = encode(message);
      const length = Buffer.alloc(head);
      length.writeUInt32LE(bytes.length);
      socket.write(Buffer.concat([length, bytes]));
    },
    onMessage: (listener) => listeners.push(listener),
    onClose: (listener) => socket.on('close', listener),
  };
}
