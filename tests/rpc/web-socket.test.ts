// The channel of the browser: a WebSocket through the real web host.

import { onTestFinished } from 'vitest';
import { serveWeb } from '../../shared/hosts/web.ts';
import { socketChannel } from '../../shared/hosts/web-channel.ts';
import { openSocket } from '../support/web-visitor.ts';
import { keepsThePromisesOfAChannel } from './suite.ts';

keepsThePromisesOfAChannel(
  'a WebSocket',
  async (served) => {
    const host = await serveWeb({ backend: served, rendererDirectory: import.meta.dirname, port: 0, host: '127.0.0.1' });
    onTestFinished(() => host.close());
    const socket = await openSocket(host);
    return { channel: socketChannel(socket), cut: () => void host.close() };
  },
  // The web host serves pages only.
  { callers: ['page'] },
);
