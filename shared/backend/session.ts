// An open project: its store, its running imports, and how its changes are announced.

import { basename } from 'node:path';
import { annotationTables } from '../core/change.ts';
import type { ProjectInfo } from '../core/project.ts';
import type { Application, Session } from './application.ts';
import { importPause } from './announcer.ts';
import { Imports } from './services/imports.ts';
import { Watching } from './services/watching.ts';
import { ocrSettings, Recognitions } from './services/ocr.ts';
import { Versions } from './services/versions.ts';
import { insertProject, projectRow } from './store/projects.ts';
import { type Origin, Store } from './store/store.ts';

/** `make` allows a new file and names it ('' takes the name of the file); null opens only what is there. */
export function openSession(path: string, make: { name: string; sample: boolean } | null, application: Application): Session {
  const { workspace, context, announcer, pool, ocrPool, options } = application;
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
  const announce = (tables: string[], label: string, annotations: string[] | null = null, pause?: number) => {
    const named = annotations && tables.some((table) => annotationTables.includes(table)) ? { annotations } : {};
    announcer.changed({ type: 'changed', tables, label, ...named, canUndo: store.canUndo(), canRedo: store.canRedo() }, pause);
    if (!tables.includes('document')) return;
    imports.documentsChanged();
    ocr.documentsChanged();
  };
  const imports = new Imports({
    store,
    pool,
    context,
    origin,
    onChanged: (tables, label) => announce(tables, label, null, importPause),
    onProgress: (job) => announcer.progress({ type: 'progress', job }),
    onBug: (error) => workspace.log(error, 'import'),
  });

  const watching = new Watching(
    {
      store,
      now: context.now,
      folder: () => workspace.watchedFolder(path),
      keepFolder: (folder) => workspace.setWatchedFolder(path, folder),
      add: (files, runId) => imports.add({ files, ...(runId === null ? {} : { runId }) }),
      onChanged: (tables, label) => announce(tables, label, null, importPause),
      onBug: (error) => workspace.log(error, 'watched folder'),
    },
    options.watchPause,
  );
  if (options.watchesFolders !== false) watching.goOn();

  const versions = new Versions({
    store,
    pool,
    context,
    origin,
    onChanged: announce,
    onProgress: (job) => announcer.progress({ type: 'progress', job }),
    onBug: (error) => workspace.log(error, 'versions'),
  });

  const ocr = new Recognitions({
    store,
    pool: ocrPool,
    context,
    languageFolders: [workspace.languageFolder],
    settings: () => ocrSettings(workspace.settings()),
    switchReading: versions.switchReading,
    onChanged: announce,
    onProgress: (job) => announcer.progress({ type: 'progress', job }),
    onBug: (error) => workspace.log(error, 'ocr'),
  });

  workspace.remember({ path, name: info().name, openedAt: context.now(), sample: info().sample });
  return {
    store,
    imports,
    versions,
    ocr,
    watching,
    origin,
    info,
    announce,
    close: () => {
      watching.close();
      imports.close();
      ocr.close();
      versions.close();
      announcer.forgetJobs();
      store.close();
    },
  };
}
