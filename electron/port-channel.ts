// A channel of the contract over a port of Electron's main or utility process. Messages are cloned, so nothing is encoded.

import type { MessagePortMain } from 'electron';
import type { Channel } from '../shared/rpc/channel.ts';

export function portChannel(port: MessagePortMain): Channel {
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', ({ data }) => listener(data));
      // Messages wait in the port until it is started.
      port.start();
    },
    onClose: (listener) => port.on('close', listener),
  };
}
