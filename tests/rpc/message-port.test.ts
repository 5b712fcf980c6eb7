// The channel of the desktop window: two ends of a MessagePort, between which messages are cloned.

import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import type { Channel } from '../../shared/rpc/channel.ts';
import { serve } from '../../shared/rpc/server.ts';
import { keepsThePromisesOfAChannel } from './suite.ts';

function portChannel(port: MessagePort): Channel {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => port.on('close', listener),
  };
}

keepsThePromisesOfAChannel('a MessagePort', (served, caller) => {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  serve(served, portChannel(port2), caller);
  return Promise.resolve({ channel: portChannel(port1), cut: () => port2.close() });
});
