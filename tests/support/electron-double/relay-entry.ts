// Runs in the backend process's place: hands every page's port on to the test, over a socket, so that the test's own
// application answers. It speaks the shell's messages as electron/backend-entry.ts does.

import { connect } from 'node:net';
import type { ParentPort } from 'electron';
import { portChannel } from '../../../electron/port-channel.ts';
import type { FromBackend, ToBackend } from '../../../electron/messages.ts';
import { bytesChannel } from './bytes-channel.ts';

const parent: ParentPort = process.parentPort;
const say = (message: FromBackend): void => parent.postMessage(message);

parent.on('message', ({ data, ports: [port] }) => {
  const message = data as ToBackend;
  if (message.type === 'start') say({ type: 'ready' });
  if (message.type === 'close') process.exit(0);
  if (message.type !== 'serve' || message.caller !== 'page' || !port) return;
  const socket = connect(process.env['ANNALS_RELAY'] ?? '');
  const [page, test] = [portChannel(port), bytesChannel(socket)];
  page.onMessage(test.post);
  test.onMessage(page.post);
  page.onClose(() => socket.end());
  test.onClose(() => port.close());
});
