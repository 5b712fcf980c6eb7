// `annals watch FOLDER`: imports what is in a folder and what appears in it, a line for each file, until Ctrl+C. Nothing is kept of the
// folder's path when it ends.

import type { Backend } from '../../backend/backend.ts';
import type { ImportItem } from '../../core/library.ts';
import { print, printJson } from './output.ts';
import { type CommonOptions, withProject } from './session.ts';

export function watchFolder(path: string, options: CommonOptions): Promise<void> {
  return withProject(options, async (backend) => {
    const { folder } = await backend.call('watch.start', { path });
    if (!options.json) print(`Watching “${folder ?? path}”. Ctrl+C ends it.`);
    const stopTelling = tellEnded(backend, (item) => (options.json ? printJson(item) : print(`${item.status}  ${item.fileName}  ${[item.reason, item.hint].filter(Boolean).join(' ')}`.trimEnd())));
    let fault = '';
    const unsubscribe = backend.subscribe((event) => {
      if (event.type !== 'changed' || !event.tables.includes('watched_file')) return;
      void backend.call('watch.state', {}).then((state) => {
        if (state.fault !== fault && state.fault !== '') console.error(state.fault);
        fault = state.fault;
      }, () => undefined);
    });
    // Waiting for a signal does not keep a process alive, nor does the look into the folder.
    const alive = setInterval(() => undefined, 60_000);
    await endAsked();
    clearInterval(alive);
    unsubscribe();
    await stopTelling();
    await backend.call('watch.stop', {});
  });
}

/** Tells each line of the ledger once, when it has ended. Lines that were there before are not told. */
function tellEnded(backend: Backend, tell: (item: ImportItem) => void): () => Promise<void> {
  const told = new Set<string>();
  const runs = new Set<string>();
  const look = async () => {
    for (const runId of runs) {
      for (const item of await backend.call('imports.list', { runId, limit: 100_000 })) {
        if (item.status === 'waiting' || told.has(item.id)) continue;
        told.add(item.id);
        tell(item);
      }
    }
  };
  let turn: Promise<void> = Promise.resolve();
  const unsubscribe = backend.subscribe((event) => {
    if (event.type === 'progress') runs.add(event.job.id);
    if (event.type === 'progress' || event.tables.includes('import_item')) turn = turn.then(look).catch(() => undefined);
  });
  return async () => {
    unsubscribe();
    await turn;
    await look();
  };
}

function endAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
