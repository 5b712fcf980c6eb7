// The promises of a channel, kept over the port that the shell hands a page: page, preload, main process and backend process
// are passed through (with the double in Electron's place); the application at the end is the suite's.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { serve } from '../../shared/rpc/server.ts';
import { buildIfStale } from '../../shared/tasks/stale.ts';
import { keepsThePromisesOfAChannel } from '../rpc/suite.ts';
import { bytesChannel } from '../support/electron-double/bytes-channel.ts';
import type { Shell } from '../support/electron-double/launch.ts';
import { pageChannel } from '../support/electron-double/page-channel.ts';
import { makeQuietTree } from '../support/electron-double/quiet-tree.ts';
import { describeWithChromium, launch } from '../support/electron-double/shells.ts';

describeWithChromium('the desktop window', () => {
  let folder: string;
  let server: Server;
  let shell: Shell;
  let arrived: (socket: Socket) => void = () => {};

  beforeAll(async () => {
    await buildIfStale(['programs', 'shell']);
    folder = mkdtempSync(join(tmpdir(), 'annals-channel-'));
    const relay = join(folder, 'relay.sock');
    server = createServer((socket) => arrived(socket)).listen(relay);
    const mainFile = makeQuietTree(folder, new URL('../support/electron-double/relay-entry.ts', import.meta.url));
    shell = launch({ mainFile, userData: join(folder, 'user'), environment: { ANNALS_RELAY: relay } });
    await shell.page(() => true);
  });
  afterAll(async () => {
    shell.kill();
    await shell.exited;
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  keepsThePromisesOfAChannel(
    'the port of a page',
    async (served, caller) => {
      const connected = new Promise<Socket>((resolve) => (arrived = resolve));
      const channel = await pageChannel(shell);
      const socket = await connected;
      serve(served, bytesChannel(socket), caller);
      return { channel, cut: () => socket.destroy() };
    },
    { callers: ['page'] },
  );
});
