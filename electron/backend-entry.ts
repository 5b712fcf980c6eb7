// Runs in the utility process: opens the application and serves it on the ports it is handed. It imports nothing of
// Electron; a crash here costs no window, and whatever was answered is in the project file.

import type { MessagePortMain } from 'electron';
import { openBackend, type Backend } from '../shared/backend/backend.ts';
import { UserError } from '../shared/core/user-error.ts';
import { serve } from '../shared/rpc/server.ts';
import type { BackendPlace, FirstProject, FromBackend, ToBackend } from './messages.ts';
import { portChannel } from './port-channel.ts';

const parent = process.parentPort;
const printing = new Map<number, (result: Uint8Array | string) => void>();
let lastPrint = 0;
let backend: Promise<Backend> | null = null;

parent.on('message', ({ data, ports }) => {
  receive(data as ToBackend, ports).catch((error: unknown) => {
    if (error instanceof UserError) {
      say({ type: 'failed', message: error.message, hint: error.hint });
      return;
    }
    // No half-open application: the main process starts a new one.
    console.error('Annals: the backend process ends.', error);
    process.exit(1);
  });
});

async function receive(message: ToBackend, ports: MessagePortMain[]): Promise<void> {
  switch (message.type) {
    case 'start':
      backend = open(message.place, message.project);
      await backend;
      say({ type: 'ready' });
      return;
    case 'serve': {
      const [port] = ports;
      if (backend && port) serve(await backend, portChannel(port), message.caller);
      return;
    }
    case 'printed':
      printing.get(message.id)?.(message.result);
      printing.delete(message.id);
      return;
    case 'close':
      await backend?.then((opened) => opened.close(), () => {});
      process.exit(0);
  }
}

async function open(place: BackendPlace, project: FirstProject): Promise<Backend> {
  const start = (projectFile: string | null): Promise<Backend> => openBackend({ ...place, projectFile, printToPdf });
  try {
    const opened = await start(project.kind === 'file' ? project.path : null);
    if (project.kind === 'last') await openLast(opened);
    return opened;
  } catch (error) {
    if (!(error instanceof UserError) || project.kind !== 'file') throw error;
    const opened = await start(null);
    refuse(error);
    return opened;
  }
}

async function openLast(opened: Backend): Promise<void> {
  const [last] = await opened.call('projects.list', {});
  if (!last) return;
  try {
    await opened.call('projects.open', { id: last.id });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    refuse(error);
  }
}

/** The main process prints: only it may make a window. */
function printToPdf(html: string): Promise<Uint8Array> {
  lastPrint += 1;
  const id = lastPrint;
  say({ type: 'print', id, html });
  return new Promise((resolve, reject) => {
    printing.set(id, (result) => {
      if (typeof result === 'string') reject(new Error(`The page could not be printed: ${result}`));
      else resolve(result);
    });
  });
}

function refuse({ message, hint }: UserError): void {
  say({ type: 'refused', message, hint });
}

function say(message: FromBackend): void {
  parent.postMessage(message);
}
