// An open project: its store, its running imports, and how its changes are announced.

import { basename } from 'node:path';
import type { ProjectInfo } from '../core/project.ts';
import type { Application, Session } from './application.ts';
import { importPause } from './announcer.ts';
import { Imports } from './services/imports.ts';
import { insertProject, projectRow } from './store/projects.ts';
import { type Origin, Store } from './store/store.ts';

/** `make` allows a new file and names it ('' takes the name of the file); null opens only what is there. */
export function openSession(path: string, make: { name: string; sample: boolean } | null, application: Application): Session {
  const { workspace, context, announcer, pool, options } = application;
  const store = new Store(path, { create: make !== null, ...(options.maximumPages ? { maximumPages: options.maximumPages } : {}) });
  const origin = (): Origin => ({ id: context.newId(), author: context.author, now: new Date() });

  if (!projectRow(store.read)) {
    const name = make?.name || basename(path).replace(/\.annals$/, '');
    store.command(origin(), (write) => {
      insertProject(write, { id: context.newId(), name, sample: make?.sample ?? false, createdAt: context.now() });
      return { value: null, label: 'Make the project' };
    });
    // A project cannot be undone out of existence.
    store.forgetHistory();
  }

  const info = (): ProjectInfo => {
    const row = projectRow(store.read);
    if (!row) throw new Error('the project has no row');
    return { ...row, fileName: basename(path) };
  };
  const announce = (tables: string[], label: string, pause?: number) => {
    announcer.changed({ type: 'changed', tables, label, canUndo: store.undoLabel() !== null, canRedo: store.redoLabel() !== null }, pause);
  };
  const imports = new Imports({
    store,
    pool,
    context,
    origin,
    onChanged: (tables, label) => announce(tables, label, importPause),
    onProgress: (job) => announcer.progress({ type: 'progress', job }),
    onBug: (error) => workspace.log(error, 'import'),
  });

  workspace.remember({ path, name: info().name, openedAt: context.now(), sample: info().sample });
  return {
    store,
    imports,
    origin,
    info,
    announce,
    close: () => {
      imports.close();
      store.close();
    },
  };
}
